/** As long as storage is waited for, in milliseconds: an ill one never answers. */
const LIMIT_MS = 3000;
const NAME = 'dvc-doctor';

const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error(NAME));
  });

async function writeAndRead(): Promise<boolean> {
  const opening = indexedDB.open(NAME, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(NAME);
  const database = await done(opening);
  try {
    await done(database.transaction(NAME, 'readwrite').objectStore(NAME).put(1, NAME));
    return (await done<unknown>(database.transaction(NAME).objectStore(NAME).get(NAME))) === 1;
  } finally {
    database.close();
    indexedDB.deleteDatabase(NAME);
  }
}

/** Whether the browser keeps something and gives it back; what was written is taken out again. */
export function canStore(): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), LIMIT_MS));
  const tried = (async () => {
    try {
      return await writeAndRead();
    } catch {
      return false;
    }
  })();
  return Promise.race([tried, late]);
}

/** Whether the browser promised not to clear what is kept; undefined where it cannot be asked. */
export async function isPersistent(): Promise<boolean | undefined> {
  const { storage } = navigator as { readonly storage?: Partial<StorageManager> };
  return storage?.persisted?.().catch(() => undefined);
}

/** What the elements use and older browsers do not have, by the name under which it is looked up. */
const WANTED: Readonly<Record<string, () => boolean>> = {
  'adopted style sheets': () => 'adoptedStyleSheets' in document,
  'container queries': () => CSS.supports('container-type', 'inline-size'),
  popover: () => 'showPopover' in HTMLElement.prototype,
  'AbortSignal.timeout': () => 'timeout' in AbortSignal,
  'URL.canParse': () => 'canParse' in URL,
  'Array.prototype.toSorted': () => 'toSorted' in Array.prototype,
};

/** What this browser lacks. */
export const lacks = (): string[] =>
  Object.entries(WANTED)
    .filter(([, isThere]) => !isThere())
    .map(([name]) => name);
