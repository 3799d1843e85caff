/** What a control cannot hold: it stays as the element makes it. */
const NO_CONTROLS = ['clock', 'network', 'form', 'home'];

/** The arguments of an element that a control can hold, as the manifest tells them. */
export const controls = <Args extends object>(args: Args): Partial<Args> =>
  Object.fromEntries(Object.entries(args).filter(([name]) => !NO_CONTROLS.includes(name))) as Partial<Args>;

/** Arguments under the names that their attributes have, as the manifest, the controls and a page write them. */
export const written = <Args extends object>(args: Args): Args =>
  Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`),
      value as unknown,
    ]),
  ) as Args;

/** For a story whose page is written out: controls that change nothing are not shown. */
export const WITHOUT_CONTROLS = { controls: { disable: true } } as const;

/** For a story that sets these itself; all other controls stay. */
export const withoutControls = (...names: readonly string[]) => ({ controls: { exclude: names } });
