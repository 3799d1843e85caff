import type { Procedure } from '../catalog/procedure.js';
import type { levels } from '../i18n/namespaces/levels.js';
import { convertLevel } from '../levels/schemes.js';
import type { LevelScheme } from '../levels/level-scheme.js';
import type { PlaceCatalog } from './catalog-state.js';
import type { LocalizeController } from './localize-controller.js';

type Words = Pick<LocalizeController<readonly [typeof levels]>, 't' | 'text'>;

/** Level and scheme, since schemes may share codes; made-up levels apart from announced ones. */
const keyOf = (scheme: string, code: string, illustration: boolean): string =>
  [scheme, code, ...(illustration ? ['illustration'] : [])].join('.');

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
    return keyOf(shown.scheme.id, shown.level.code, announced.list.illustration);
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
        const marked = i18n.t('badge.marked', { name, marks: i18n.t('mark.illustration') });
        return [
          { value: keyOf(id, code, false), name },
          { value: keyOf(id, code, true), name: marked },
        ];
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
