import type { Procedure } from '../catalog/procedure.js';
import type { levels } from '../i18n/namespaces/levels.js';
import { convertLevel } from '../levels/schemes.js';
import type { LevelScheme } from '../levels/level-scheme.js';
import type { AnnouncedLevel, PlaceCatalog } from './catalog-state.js';
import { announcedElsewhereBy } from './level-face.js';
import type { LocalizeController } from './localize-controller.js';

type Words = Pick<LocalizeController<readonly [typeof levels]>, 't' | 'text'>;

/** Made up for a sample page. */
const ILLUSTRATION = 'illustration';
/** Before whoever announced a level for another place than this one. */
const BY = 'by ';

/** Level and scheme, since schemes may share codes; whose it is, where this place did not announce it. */
const keyOf = (scheme: string, code: string, whose?: string): string =>
  [scheme, code, ...(whose === undefined ? [] : [whose])].join('.');

function whoseOf(place: PlaceCatalog, announced: AnnouncedLevel): string | undefined {
  if (announced.list.illustration) return ILLUSTRATION;
  const by = announcedElsewhereBy(announced, place);
  return by === undefined ? undefined : BY + by;
}

/** Before what was announced in words that no scheme knows. */
const UNREADABLE = '?';
/** Where not all lists could be read. */
const UNREAD = 'unread';
/** What a search calls a level that nobody announced. */
const UNKNOWN = 'unknown';

/** The choice of a level filter under which a procedure falls: the level that its card shows. */
export function levelChoiceOf(
  place: PlaceCatalog,
  procedure: Procedure,
  scheme: string | undefined,
  schemes: readonly LevelScheme[] | undefined,
): string {
  const announced = place.levelOf(procedure);
  if (announced) {
    const shown = scheme ? convertLevel(announced, scheme, schemes) : announced;
    return keyOf(shown.scheme.id, shown.level.code, whoseOf(place, announced));
  }
  const code = place.levelCodeOf(procedure);
  if (code) return UNREADABLE + code;
  return place.unreadLists.length > 0 ? UNREAD : UNKNOWN;
}

/** All choices there may be, with their names: by scheme, the newest first, from much online to little. */
export function levelChoices(
  i18n: Words,
  schemes: readonly LevelScheme[],
  used: readonly string[],
): readonly { readonly value: string; readonly name: string }[] {
  const known = [...schemes].reverse().flatMap(({ id, levels: own }) =>
    [...own]
      .sort((one, other) => other.rank - one.rank)
      .flatMap(({ code, name: names }) => {
        const name = i18n.text(names);
        const own = keyOf(id, code);
        const marked = (mark: string) => i18n.t('badge.marked', { name, marks: mark });
        const others = used
          .filter((value) => value.startsWith(`${own}.${BY}`))
          .map((value) => ({
            value,
            name: marked(i18n.t('mark.by', { by: value.slice(own.length + 1 + BY.length) })),
          }));
        const madeUp = {
          value: keyOf(id, code, ILLUSTRATION),
          name: marked(i18n.t('mark.illustration')),
        };
        return [{ value: own, name }, ...others, madeUp];
      }),
  );
  const unreadable = used
    .filter((value) => value.startsWith(UNREADABLE))
    .map((value) => ({ value, name: i18n.t('badge.unreadable', { level: value.slice(UNREADABLE.length) }) }));
  const rest = [
    { value: UNREAD, name: i18n.t('badge.unread') },
    { value: UNKNOWN, name: i18n.t('badge.unknown') },
  ];
  return [...known, ...unreadable, ...rest].filter(({ value }) => used.includes(value));
}
