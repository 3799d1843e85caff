import { createStore, get, set } from 'idb-keyval';

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
