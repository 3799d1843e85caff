import { clear, del, entries, set, type UseStore } from 'idb-keyval';
import { canonicalJson } from '../forms/submission.js';
import { newId } from '../shared/new-id.js';
import { keys, openSealed, ownKey, sealFor, type Sealed } from './seal.js';

interface Kept extends Sealed {
  /** 1; a newer library may write another, which is not ours to touch. */
  readonly schema: number;
  readonly savedAt: number;
}

/** Longest wait for another tab, in milliseconds: after that both write as where the browser has no locks. */
const TURN_MS = 2000;

export interface SealedListOptions {
  /** Names the key. */
  readonly key: string;
  readonly place: (durability?: 'relaxed' | 'strict') => UseStore;
  /** How long one is kept that nobody writes anew, in milliseconds. */
  readonly longestMs: number;
  readonly now: () => number;
}

/** Things that are kept on one's own computer, each locked, under a name that says nothing. */
export interface SealedList<One> {
  /** Everything that can be read, by its name; what is over is dropped. */
  all(): Promise<(readonly [name: string, one: One])[]>;
  /** Keeps one, in the place of another or beside the others. */
  put(one: One, name?: string): Promise<void>;
  drop(name: string): Promise<void>;
  /** Does what reads and then writes while no other tab does; `work` never asks for this itself. */
  alone<Value>(work: () => Promise<Value>): Promise<Value>;
  /** Drops all of them, with their key. */
  clear(): Promise<void>;
}

/** @throws {DOMException} where the browser keeps or encrypts nothing */
export async function openSealedList<One>({
  key: keyName,
  place,
  longestMs,
  now,
}: SealedListOptions): Promise<SealedList<One>> {
  const { key, keep: keepKey } = await ownKey(keyName);

  async function all(): Promise<(readonly [string, One])[]> {
    const found: (readonly [string, One])[] = [];
    for (const [name, kept] of await entries<string, Kept>(place())) {
      if (kept.schema > 1) continue;
      const opened = await openSealed(name, key, kept).catch(() => undefined);
      // A clock that was set back makes nothing live for ever.
      const isOver = Math.abs(now() - kept.savedAt) > longestMs;
      if (!opened || isOver) await del(name, place());
      else found.push([name, JSON.parse(new TextDecoder().decode(opened)) as One]);
    }
    return found;
  }
  await all();

  return {
    all,
    async put(one, name = newId()) {
      const bytes = new TextEncoder().encode(canonicalJson(one));
      const kept: Kept = { schema: 1, ...(await sealFor(name, key, bytes)), savedAt: now() };
      await set(name, kept, place('strict'));
      // It may have been deleted from under the page.
      await keepKey();
    },
    drop: (name) => del(name, place()),
    async alone(work) {
      let doing: ReturnType<typeof work> | undefined;
      const once = () => (doing ??= work());
      if ('locks' in navigator)
        await navigator.locks
          .request(`dvc-list:${keyName}`, { signal: AbortSignal.timeout(TURN_MS) }, once)
          .catch(() => undefined);
      return once();
    },
    async clear() {
      // The key first: what a break in the middle leaves behind is then unreadable.
      await del(keyName, keys()).catch(() => undefined);
      await clear(place()).catch(() => undefined);
    },
  };
}
