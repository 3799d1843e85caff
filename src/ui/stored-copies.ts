import { createStore, promisifyRequest } from 'idb-keyval';
import type { Read } from './file-state.js';
import { pause } from './pause.js';

/**
 * Bytes that are put away or taken out at once. A browser copies a value on the main thread before it goes on, and
 * eight megabytes in one would hold up a cheap phone for more than a second.
 */
const PIECE = 65_536;

/** What says that all pieces are there; they lie beside it, under the address and where in the file they begin. */
interface Label {
  readonly size: number;
  readonly savedOn: Date;
}

interface StoredCopy {
  /** The bytes as they came, which are stored faster than text; a Blob is refused by WebKit's private windows. */
  readonly file: readonly Uint8Array<ArrayBuffer>[];
  readonly savedOn: Date;
}

/*
 * The last good copy of each file of public data, for days without a network. IndexedDB, because the Cache API is
 * missing on pages without https. Storage may be blocked, full or broken: then there is no copy, and nothing else
 * happens. Nothing a person typed is ever kept here.
 */
const store = () => createStore('dvc-widgets-catalogs', 'copies');

/** A copy that was read, for as long as it stands in. */
export interface CopyInUse<Value> {
  readonly savedOn: Date;
  readonly file: Awaited<ReturnType<Read<Value>>>;
  /** Whether what has come since is the same file. */
  readonly isSame: (received: StoredCopy['file']) => Promise<boolean>;
}

export async function readCopy<Value>(url: string, read: Read<Value>): Promise<CopyInUse<Value> | undefined> {
  const copy = await readStoredCopy(url);
  if (!copy) return undefined;
  const text = await new Blob([...copy.file]).text();
  return {
    savedOn: copy.savedOn,
    file: await read([text]),
    isSame: (received) => isSameFile(copy.file, received),
  };
}

export async function readStoredCopy(url: string): Promise<StoredCopy | undefined> {
  try {
    return await store()('readonly', async (place) => {
      const label = await promisifyRequest<unknown>(place.get(url));
      if (!isLabel(label)) return undefined;
      const file: Uint8Array<ArrayBuffer>[] = [];
      for (let at = 0; at < label.size; at += PIECE) {
        const piece = await promisifyRequest<unknown>(place.get([url, at]));
        if (!isPiece(piece)) return undefined;
        file.push(piece);
      }
      return { file, savedOn: label.savedOn };
    });
  } catch {
    return undefined;
  }
}

export async function writeStoredCopy(url: string, file: StoredCopy['file']): Promise<void> {
  try {
    const whole = await wholeOf(file);
    // One transaction: whoever reads finds the copy from before, or this one, and never some of both.
    await store()('readwrite', async (place) => {
      await promisifyRequest(place.delete(IDBKeyRange.bound([url], [url, Infinity])));
      for (let at = 0; at < whole.byteLength; at += PIECE)
        await promisifyRequest(place.put(whole.slice(at, at + PIECE), [url, at]));
      await promisifyRequest(place.put({ size: whole.byteLength, savedOn: new Date() } satisfies Label, url));
    });
  } catch {
    // No copy this time; the page works from the network as before.
  }
}

/** Whether two files are the same, byte by byte, in however many pieces they came. */
async function isSameFile(one: StoredCopy['file'], other: StoredCopy['file']): Promise<boolean> {
  const [first, second] = await Promise.all([wholeOf(one), wholeOf(other)]);
  if (first.byteLength !== second.byteLength) return false;
  for (let at = 0; at < first.byteLength; at += PIECE) {
    const piece = second.subarray(at, at + PIECE);
    if (!first.subarray(at, at + PIECE).every((byte, index) => byte === piece[index])) return false;
    await pause();
  }
  return true;
}

const wholeOf = async (file: StoredCopy['file']): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await new Blob([...file]).arrayBuffer());

const isPiece = (value: unknown): value is Uint8Array<ArrayBuffer> => value instanceof Uint8Array;

const isLabel = (value: unknown): value is Label =>
  typeof value === 'object' &&
  value !== null &&
  'size' in value &&
  typeof value.size === 'number' &&
  'savedOn' in value &&
  value.savedOn instanceof Date;
