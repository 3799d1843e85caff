import { pause } from '../../src/ui/pause.js';

/** Waits for something to be so; never for a time. */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  what = 'what was waited for',
): Promise<void> {
  const begun = performance.now();
  while (!(await isSo())) {
    if (performance.now() - begun > 45_000) throw new Error(`${what} did not come`);
    await pause();
  }
}

/** `setTimeout` as a list that a test goes through by itself. */
export interface FakeTimers {
  /** Milliseconds that each waiting timer was asked for, in order. */
  readonly asked: readonly number[];
  /** Lets the next one ring; false where none waits. */
  ring(): boolean;
  restore(): void;
}

export function fakeTimers(): FakeTimers {
  const { setTimeout: realSet, clearTimeout: realClear } = window;
  const waiting = new Map<number, { readonly ms: number; readonly run: () => void }>();
  let made = 0;
  window.setTimeout = ((run: () => void, ms = 0) => {
    made += 1;
    waiting.set(made, { ms, run });
    return made;
  }) as typeof window.setTimeout;
  window.clearTimeout = (id) => void waiting.delete(Number(id));
  return {
    get asked() {
      return [...waiting.values()].map(({ ms }) => ms);
    },
    ring() {
      const [next] = [...waiting].sort(([, one], [, other]) => one.ms - other.ms);
      if (!next) return false;
      waiting.delete(next[0]);
      next[1].run();
      return true;
    },
    restore() {
      Object.assign(window, { setTimeout: realSet, clearTimeout: realClear });
    },
  };
}
