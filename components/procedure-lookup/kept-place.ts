/** Where somebody was in the list, kept with the page in the browser's history: Back returns to it. */
export interface KeptPlace {
  /** Rows shown. */
  readonly shown: number;
  /** Code of the procedure that was opened from it. */
  readonly code?: string | undefined;
}

/** Beside whatever the page itself keeps there. */
const NAME = 'dvc-procedure-lookup';
const MOST_SHOWN = 1000;

const kept = (): Readonly<Record<string, unknown>> =>
  typeof history.state === 'object' ? { ...(history.state as object) } : {};

/** The history's state with another place in it. */
export const withPlace = (place: KeptPlace): object => ({ ...kept(), [NAME]: place });

/** The place that was kept; undefined where there is none, or none that can be. */
export function readPlace(): KeptPlace | undefined {
  const place = kept()[NAME];
  if (typeof place !== 'object' || place === null) return undefined;
  const { shown, code } = place as { readonly [Name in keyof KeptPlace]?: unknown };
  if (!Number.isInteger(shown) || (shown as number) < 1 || (shown as number) > MOST_SHOWN) return undefined;
  return { shown: shown as number, code: typeof code === 'string' ? code : undefined };
}
