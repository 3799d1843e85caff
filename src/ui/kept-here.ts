import {
  A_DAY_MS,
  ACT_DAYS,
  FOLLOWED_DAYS,
  ON_DISK_DAYS,
  OWN_DEVICE_DAYS,
  SUPPLEMENT_DAYS,
} from '../shared/keep-times.js';
import { DATA_DELETION, type DataDeletion } from './data-deletion.js';
import { DraftLock } from './draft-lock.js';
import { openPlace, type PlaceName } from './open-place.js';
import { clearStoredCopies, listStoredCopies } from './stored-copies.js';

/** What may be kept in a browser, as a person would count it. */
export type KeptKind =
  /** An application that is being filled in, or the receipt of one. */
  | 'draft'
  /** Sent, or to be sent, without an answer. */
  | 'waiting'
  /** An application on a computer that others use; only the tab that has its key can read it. */
  | 'shared'
  | 'paper'
  /** An answer to the office that was begun. */
  | 'supplement'
  | 'followed'
  /** An act that was sent and not answered. */
  | 'act'
  /** Public data for days without a network; nothing of the person. */
  | 'copy';

export interface KeptThing {
  readonly kind: KeptKind;
  readonly count: number;
  /** When the first of them is over and when the last is, in milliseconds; without them they go with something else. */
  readonly first?: number;
  readonly last?: number;
  /** Of copies. */
  readonly bytes?: number;
}

export interface KeptHere {
  /** Only what there is. */
  readonly things: readonly KeptThing[];
  /** How many of the homes could not be looked into; in them may be anything. */
  readonly unread: 'none' | 'some' | 'all';
  /** How much the rest of the site keeps for itself at least, as far as a script may count it; undefined where it may not. */
  readonly others?: number | undefined;
}

/** Where things are kept; another one for tests and stories. */
export interface KeptHome {
  read(): Promise<KeptHere>;
  /** Deletes all of it. What is left, and what could not be looked into, the next `read` tells. */
  clear(): Promise<void>;
}

/** What every record carries in the open; all else is locked, and not looked at. */
interface Label {
  readonly savedAt?: number;
  readonly device?: 'own' | 'shared';
  readonly waiting?: string;
}

const A_FILE_MS = 30_000;
const places: Readonly<Record<PlaceName, ReturnType<typeof openPlace>>> = {
  // The keys first: what a break in the middle leaves behind is then unreadable.
  'draft-keys': openPlace('draft-keys'),
  drafts: openPlace('drafts'),
  'draft-files': openPlace('draft-files', A_FILE_MS),
  followed: openPlace('followed'),
  acts: openPlace('acts'),
  supplements: openPlace('supplements'),
};

/** Keys of tabs on a shared computer. */
const TAB_KEYS = 'dvc-draft:';

const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new DOMException('', 'UnknownError'));
  });

const namesIn = (name: PlaceName): Promise<string[]> =>
  places[name]()('readonly', async (store) => (await done(store.getAllKeys())) as string[]);

const labelsIn = (name: PlaceName): Promise<Label[]> =>
  places[name]()('readonly', async (store) =>
    // Whatever lies there, it is one more.
    (await done(store.getAll())).map((record: unknown) => (record ?? {}) as Label),
  );

/** Things of one kind, each over some days after it was kept. */
function thing(kind: KeptKind, labels: readonly Label[], days: number): KeptThing {
  const ends = labels.flatMap(({ savedAt }) => (savedAt === undefined ? [] : savedAt + days * A_DAY_MS));
  return {
    kind,
    count: labels.length,
    ...(ends.length > 0 && { first: Math.min(...ends), last: Math.max(...ends) }),
  };
}

const readers: readonly (() => Promise<KeptThing[]>)[] = [
  async () => {
    const labels = await labelsIn('drafts');
    const own = labels.filter(({ device }) => device !== 'shared');
    const shared = labels.filter(({ device }) => device === 'shared');
    return [
      thing(
        'draft',
        own.filter(({ waiting }) => waiting === undefined),
        OWN_DEVICE_DAYS,
      ),
      thing(
        'waiting',
        own.filter(({ waiting }) => waiting !== undefined),
        OWN_DEVICE_DAYS,
      ),
      thing('shared', shared, ON_DISK_DAYS.shared),
    ];
  },
  // Their names alone: papers are large.
  async () => [{ kind: 'paper', count: (await namesIn('draft-files')).length }],
  async () => [thing('supplement', await labelsIn('supplements'), SUPPLEMENT_DAYS)],
  async () => [thing('followed', await labelsIn('followed'), FOLLOWED_DAYS)],
  async () => [thing('act', await labelsIn('acts'), ACT_DAYS)],
  async () => {
    const copies = await listStoredCopies();
    return [{ kind: 'copy', count: copies.length, bytes: copies.reduce((sum, { size }) => sum + size, 0) }];
  },
];

/** Names and values are the site's own business; that there is something is the person's. */
function countOthers(): number | undefined {
  try {
    const tab = Object.keys(sessionStorage).filter((name) => !name.startsWith(TAB_KEYS));
    // eslint-disable-next-line no-restricted-syntax -- counted, never read or written
    const kept = localStorage.length;
    return kept + tab.length + document.cookie.split(';').filter((one) => one.trim()).length;
  } catch {
    return undefined;
  }
}

async function read(): Promise<KeptHere> {
  const found = await Promise.allSettled(readers.map((reader) => reader()));
  const unread = found.filter(({ status }) => status === 'rejected').length;
  return {
    things: found
      .flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
      .filter(({ count }) => count > 0),
    unread: unread === 0 ? 'none' : unread === found.length ? 'all' : 'some',
    others: countOthers(),
  };
}

/**
 * Takes the drafts from the tabs that have them open: they write down their last letters, let go, say so, and write no
 * more. @returns what lets go of them here
 */
async function takeFromTabs(): Promise<() => Promise<unknown>> {
  const ids = await namesIn('drafts').catch(() => []);
  const locks = ids.map(
    (id) =>
      new DraftLock(
        id,
        () => Promise.resolve(),
        () => undefined,
      ),
  );
  await Promise.all(locks.map((lock) => lock.takeOver()));
  return () => Promise.all(locks.map((lock) => lock.release()));
}

function forgetTabKeys(): void {
  try {
    for (const name of Object.keys(sessionStorage))
      if (name.startsWith(TAB_KEYS)) sessionStorage.removeItem(name);
  } catch {
    // Where nobody may look, nothing was kept either.
  }
}

const empty = (name: PlaceName): Promise<void> =>
  places[name]('strict')(
    'readwrite',
    (store) =>
      new Promise((resolve, reject) => {
        const { transaction } = store;
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error ?? new DOMException('', 'AbortError'));
        store.clear();
      }),
  );

/**
 * A person deletes all that is kept on this computer. Whoever holds something of it lets go first, so that nothing is
 * written down again behind their back.
 */
class DataDeletionEvent extends Event implements DataDeletion {
  readonly #waits: Promise<unknown>[] = [];

  /** @param over resolves once everything is gone, or was tried */
  constructor(readonly over: Promise<void>) {
    super(DATA_DELETION);
  }

  waitFor(work: Promise<unknown>): void {
    this.#waits.push(work);
  }

  /** Resolves once all have let go, or could not. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#waits);
  }
}

async function clear(): Promise<void> {
  let end: () => void = () => undefined;
  const deletion = new DataDeletionEvent(new Promise<void>((resolve) => (end = resolve)));
  document.dispatchEvent(deletion);
  await deletion.settled();
  const letGo = await takeFromTabs();
  forgetTabKeys();
  // One that fails keeps no other from being emptied; what is left is counted afterwards.
  for (const name of Object.keys(places) as PlaceName[]) await empty(name).catch(() => undefined);
  await clearStoredCopies().catch(() => undefined);
  await letGo();
  end();
}

/** What the elements keep in this browser for the whole site, in every home they have. */
export const keptHere: KeptHome = { read, clear };
