import { createStore, get, set } from 'idb-keyval';
import type { Read } from './file-state.js';

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
    const copy = await get<unknown>(url, store());
    return isCopy(copy) ? copy : undefined;
  } catch {
    return undefined;
  }
}

export async function writeStoredCopy(url: string, file: StoredCopy['file']): Promise<void> {
  try {
    await set(url, { file, savedOn: new Date() } satisfies StoredCopy, store());
  } catch {
    // No copy this time; the page works from the network as before.
  }
}

/** Whether two files are the same, byte by byte, in however many pieces they came. */
async function isSameFile(one: StoredCopy['file'], other: StoredCopy['file']): Promise<boolean> {
  const [first, second] = await Promise.all([wholeOf(one), wholeOf(other)]);
  return first.byteLength === second.byteLength && first.every((byte, at) => byte === second[at]);
}

const wholeOf = async (file: StoredCopy['file']): Promise<Uint8Array> =>
  new Uint8Array(await new Blob([...file]).arrayBuffer());

function isCopy(value: unknown): value is StoredCopy {
  return (
    typeof value === 'object' &&
    value !== null &&
    'file' in value &&
    Array.isArray(value.file) &&
    'savedOn' in value &&
    value.savedOn instanceof Date
  );
}
