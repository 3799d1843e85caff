import type { UseStore } from 'idb-keyval';

/** Every home of what people type or follow: `kept-here.ts` tells each, and empties it. */
export type PlaceName = 'drafts' | 'draft-files' | 'draft-keys' | 'followed' | 'acts' | 'supplements';

/** Some browsers never answer (WebKit, on a bad day); nobody is kept waiting longer, in milliseconds. */
const LIMIT_MS = 2000;

/** Gives up after a time, whatever becomes of the work. */
function within<Value>(ms: number, work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DOMException('', 'TimeoutError')), ms);
    void work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function connect(name: PlaceName): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(`dvc-widgets-${name}`);
    request.onupgradeneeded = () => request.result.createObjectStore(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new DOMException('', 'UnknownError'));
  });
}

/**
 * A place in IndexedDB, by one connection that is opened when it is needed and given up to whoever deletes or upgrades
 * the place.
 * @param limitMs how long anything may take there
 * @returns the place; `strict` for what counts as written only on the disk, and outlives a power cut
 */
export function openPlace(
  name: PlaceName,
  limitMs = LIMIT_MS,
): (durability?: 'relaxed' | 'strict') => UseStore {
  let connection: Promise<IDBDatabase> | undefined;
  const letGo = (): void => {
    void connection?.then(
      (database) => database.close(),
      () => undefined,
    );
    connection = undefined;
  };
  const connected = async (): Promise<IDBDatabase> => {
    const database = await (connection ??= connect(name));
    database.onclose = database.onversionchange = letGo;
    return database;
  };
  return (durability = 'relaxed') =>
    async (mode, work) => {
      const store = (database: IDBDatabase) =>
        database.transaction(name, mode, { durability }).objectStore(name);
      try {
        return await within(
          limitMs,
          connected().then((database) => work(store(database))),
        );
      } catch (error) {
        // The next one tries anew.
        letGo();
        throw error;
      }
    };
}
