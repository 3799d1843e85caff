import type { levels } from '../i18n/namespaces/levels.js';
import type { LevelScheme } from '../levels/level-scheme.js';
import { BY, ILLUSTRATION, keyOf, UNKNOWN, UNREAD, UNREADABLE } from './level-filter.js';
import type { LocalizeController } from './localize-controller.js';

type Words = Pick<LocalizeController<readonly [typeof levels]>, 't' | 'text'>;

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
