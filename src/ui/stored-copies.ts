import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';
import type { Read } from './file-state.js';
import { pause } from './pause.js';

/**
 * Bytes that are put away or taken out at once. A browser copies a value on the main thread before it goes on, and
 * eight megabytes in one would hold up a cheap phone for more than a second. From 64 KB on, Chromium makes a file of each
 * value and reads that, on the main thread again.
 */
const PIECE = 61_440;

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
let opened: UseStore | undefined;
/** One connection for the page: the browser keeps each that was opened, and what listens to it. */
const store = (): UseStore => (opened ??= createStore('dvc-widgets-catalogs', 'copies'));

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
  return {
    savedOn: copy.savedOn,
    file: await read(textOf(copy.file)),
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
    // One transaction: whoever reads finds the copy from before, or this one, and never some of both.
    await store()('readwrite', async (place) => {
      await promisifyRequest(place.delete(IDBKeyRange.bound([url], [url, Infinity])));
      let at = 0;
      for (const piece of piecesOf(file)) {
        await promisifyRequest(place.put(piece, [url, at]));
        at += piece.byteLength;
      }
      await promisifyRequest(place.put({ size: at, savedOn: new Date() } satisfies Label, url));
    });
  } catch {
    // No copy this time; the page works from the network as before.
  }
}

/**
 * All copies: how long each is, in bytes, and when it was kept.
 * @throws {DOMException} where the browser lets nobody look
 */
export async function listStoredCopies(): Promise<readonly Label[]> {
  return store()('readonly', async (place) =>
    (await promisifyRequest<unknown[]>(place.getAll())).filter(isLabel),
  );
}

/** @throws {DOMException} where the browser does not let go of them */
export async function clearStoredCopies(): Promise<void> {
  await store()('readwrite', (place) => {
    place.clear();
    return promisifyRequest(place.transaction);
  });
}

/** Whether two files are the same, byte by byte, in however many pieces they came. */
async function isSameFile(one: StoredCopy['file'], other: StoredCopy['file']): Promise<boolean> {
  if (sizeOf(one) !== sizeOf(other)) return false;
  const pieces = piecesOf(other);
  for (const first of piecesOf(one)) {
    const second = pieces.next().value;
    if (!first.every((byte, index) => byte === second?.[index])) return false;
    await pause();
  }
  return true;
}

/** The same bytes in pieces of one size; never all of them at once, which a phone would stand still for. */
function* piecesOf(file: StoredCopy['file']): Generator<Uint8Array<ArrayBuffer>, undefined> {
  let left = sizeOf(file);
  let piece = new Uint8Array(Math.min(PIECE, left));
  let filled = 0;
  for (const bytes of file)
    for (let at = 0; at < bytes.byteLength;) {
      const part = bytes.subarray(at, at + piece.byteLength - filled);
      piece.set(part, filled);
      at += part.byteLength;
      filled += part.byteLength;
      if (filled < piece.byteLength) continue;
      yield piece;
      left -= filled;
      filled = 0;
      piece = new Uint8Array(Math.min(PIECE, left));
    }
}

function* textOf(file: StoredCopy['file']): Generator<string, undefined> {
  const decoder = new TextDecoder('utf-8');
  for (const piece of file) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

const sizeOf = (file: StoredCopy['file']): number =>
  file.reduce((sum, { byteLength }) => sum + byteLength, 0);

const isPiece = (value: unknown): value is Uint8Array<ArrayBuffer> => value instanceof Uint8Array;

const isLabel = (value: unknown): value is Label =>
  typeof value === 'object' &&
  value !== null &&
  'size' in value &&
  typeof value.size === 'number' &&
  'savedOn' in value &&
  value.savedOn instanceof Date;
