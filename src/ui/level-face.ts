import { html, type TemplateResult } from 'lit';
import type { Procedure } from '../catalog/procedure.js';
import type { levels } from '../i18n/namespaces/levels.js';
import { TONES, type Tone } from '../levels/level-scheme.js';
import { asAnnounced, convertLevel, type SchemeLevel } from '../levels/schemes.js';
import type { AnnouncedLevel, PlaceCatalog } from './catalog-state.js';
import type { PortalSettings } from './configure.js';
import type { LocalizeController } from './localize-controller.js';

/** A level as it is shown: what was found, in which tone, under which name. */
export interface LevelFace {
  /** Undefined where nobody announced a level or no scheme knows it. */
  readonly found: SchemeLevel | undefined;
  readonly tone: Tone;
  /** Says as well whose level it is, where that is another's, that it was converted, that it was made up. */
  readonly name: string;
}

interface LevelToShow {
  /** The level as announced; undefined where nobody announced one or no scheme knows it. */
  readonly announced: SchemeLevel | undefined;
  /** As announced, in letters. */
  readonly code: string | undefined;
  /** Made up for a sample page. */
  readonly illustration: boolean;
  /** Who announced it, where it was for another place than the page's. */
  readonly by: string | undefined;
  /** Not all lists of levels could be read: that nobody announced one cannot be said. */
  readonly isUnread: boolean;
  /** Scheme to show it in; without it as it was announced. */
  readonly scheme: string | undefined;
}

type Words = Pick<LocalizeController<readonly [typeof levels]>, 't' | 'text'>;

/** Reads a level for show. Nothing is guessed: what is not announced and what is not known are said to be so. */
export function readLevel(
  i18n: Words,
  { schemes, mappings }: PortalSettings,
  { announced, code, illustration, by, isUnread, scheme }: LevelToShow,
): LevelFace {
  const found = announced && scheme ? convertLevel(announced, scheme, schemes, mappings) : announced;
  if (!found) {
    const name = code
      ? i18n.t('badge.unreadable', { level: code })
      : i18n.t(isUnread ? 'badge.unread' : 'badge.unknown');
    return { found, tone: 'unknown', name };
  }
  const name = i18n.text(found.level.name);
  const { convertedFrom } = found;
  const marks = [
    convertedFrom ? i18n.t('mark.converted', { name: i18n.text(convertedFrom.level.name) }) : '',
    by === undefined ? '' : i18n.t('mark.by', { by }),
    illustration ? i18n.t('mark.illustration') : '',
  ].filter(Boolean);
  return {
    found,
    tone: found.level.tone,
    name: marks.length > 0 ? i18n.t('badge.marked', { name, marks: marks.join(', ') }) : name,
  };
}

/** One sentence: what the level means for the person, or why nothing can be said. */
export function levelMeaning(
  i18n: Words,
  found: Omit<SchemeLevel, 'scheme'> | undefined,
  { code, isUnread }: Pick<LevelToShow, 'code' | 'isUnread'>,
): string {
  if (found) return i18n.text(asAnnounced(found).meaning);
  if (code) return i18n.t('badge.unreadable-meaning');
  return i18n.t(isUnread ? 'badge.unread-meaning' : 'badge.unknown-meaning');
}

/** Who announced a level, where it was for another place than that of the catalogue. */
export const announcedElsewhereBy = (
  level: AnnouncedLevel | undefined,
  { catalog }: PlaceCatalog,
): string | undefined =>
  level && !level.list.illustration && level.list.place !== catalog.place ? level.list.publisher : undefined;

/** The level of a procedure at a place. */
export function levelFaceOf(
  i18n: Words,
  settings: PortalSettings,
  place: PlaceCatalog,
  procedure: Procedure,
  scheme: string | undefined,
): LevelFace {
  const announced = place.levelOf(procedure);
  return readLevel(i18n, settings, {
    announced,
    code: place.levelCodeOf(procedure),
    illustration: announced?.list.illustration ?? false,
    by: announcedElsewhereBy(announced, place),
    isUnread: place.unreadLists.length > 0,
    scheme,
  });
}

/** Three bars, as many filled as the tone is high, and the name: told apart without colour, too. */
export function renderLevelFace({ tone, name }: LevelFace): TemplateResult {
  const filled = TONES.indexOf(tone);
  return html`<span class="meter" aria-hidden="true"
      >${TONES.slice(1).map((_, step) => html`<i class=${step < filled ? 'filled' : ''}></i>`)}</span
    ><span class="name">${name}</span>`;
}
