import type { levels } from '../i18n/namespaces/levels.js';
import type { LevelListHead } from '../levels/level-list.js';
import type { PartDate } from '../shared/clock.js';
import type { LocalizeController } from './localize-controller.js';

type Words = Pick<LocalizeController<readonly [typeof levels]>, 't' | 'day'>;

/** Whose announcement a level is, of when, and where it holds. */
export type LevelOrigin = Pick<LevelListHead, 'publisher' | 'place' | 'publishedOn' | 'source'>;

/** The same in one sentence; nothing where nobody can tell the time. */
export function originWords(i18n: Words, { publisher, place, publishedOn, source }: LevelOrigin): string {
  const day = publishedOn ?? source?.collectedOn;
  if (day === undefined) return '';
  const when = whenWords(i18n, day);
  return i18n.t(publishedOn ? 'origin.announced' : 'origin.read', { publisher, place, when });
}

function whenWords(i18n: Words, day: PartDate): string {
  const known = (['year', 'month', 'day'] as const)[day.split('-').length - 1] ?? 'day';
  return i18n.t(`when.${known}`, { day: i18n.day(day) });
}
