import { del, delMany, entries, get, keys as namesIn, set, update } from 'idb-keyval';
import { isExpired, isOnItsWay, type Draft } from '../forms/draft.js';
import { canonicalJson } from '../forms/submission.js';
import { openPlace } from './open-place.js';
import { importKey, keys, openSealed, ownKey, sealFor, type PlaceKey, type Sealed } from './seal.js';
import { A_DAY_MS, ON_DISK_DAYS } from '../shared/keep-times.js';
import { newId } from '../shared/new-id.js';

/** Whose computer it is: their own, or one that the next person uses too. */
export type Device = 'own' | 'shared';
export const DEVICES = ['own', 'shared'] as const;

/**
 * Where one application is kept while it is filled in. Always encrypted (AES-256-GCM). On one's own computer the key
 * lies beside it and keeps out only who looks at the disk; on a shared one it lives as long as the tab, so that after
 * the tab, or "end", what is left on the disk cannot be read by anybody.
 */
export interface DraftStore {
  /** Names the draft for locks and other tabs; says nothing of what is in it. */
  readonly id: string;
  /** `broken`: something is there that cannot be read. */
  read(): Promise<Draft | 'broken' | undefined>;
  /**
   * `saved`: it is kept now. `memory`: it could not be. `elsewhere`: another tab wrote since this one last read or
   * wrote; nothing of either is lost by writing over it.
   */
  write(draft: Draft): Promise<'saved' | 'memory' | 'elsewhere'>;
  /** On a shared computer only this page can open it from here on, and no reload of it. */
  shut(): void;
  /** Forgets the draft and these of its files. */
  remove(files: readonly string[]): Promise<void>;
  readFile(id: string): Promise<ArrayBuffer | undefined>;
  /** Whether the bytes are kept now, so that the file may go from the disk or the camera. */
  writeFile(id: string, bytes: ArrayBuffer): Promise<boolean>;
  removeFile(id: string): Promise<void>;
}

interface Kept extends Sealed {
  /** 1; a newer library may write another. */
  readonly schema: number;
  readonly device: Device;
  readonly savedAt: number;
  /** Procedure whose submission waits to be sent, on one's own computer; says nothing of who sends it. */
  readonly waiting?: string;
  /** Of a draft: ids of its files, which live as long as it does. */
  readonly files?: readonly string[];
}

/** Written by a newer version of the library: it is not ours to touch. */
const isNewer = ({ schema }: Kept): boolean => schema > 1;

const drafts = openPlace('drafts');
/** A scanned contract on an old phone takes its time. */
const FILE_LIMIT_MS = 30_000;
const files = openPlace('draft-files', FILE_LIMIT_MS);

/** One application for each procedure on one's own computer; on a shared one, one for each tab. */
const OWN = 'own:';
const TAB_KEY = 'dvc-draft:';

/**
 * Opens the place of a draft; undefined where the browser keeps nothing, or cannot encrypt (a page without https).
 * @param sharedMinutes how long a draft can be opened on a shared computer after it was last kept
 */
export async function openDraftStore(
  procedure: string,
  device: Device,
  now: () => number,
  sharedMinutes?: () => number,
): Promise<DraftStore | undefined> {
  try {
    await sweep(now());
    // Without https there is no WebCrypto and so no key; what cannot be locked away is not put away.
    const key = await (device === 'own' ? ownKey(OWN + procedure) : tabKey(procedure));
    return storeOf(key, procedure, device, now, sharedMinutes);
  } catch {
    return undefined;
  }
}

function storeOf(
  { id, key, keep }: PlaceKey,
  procedure: string,
  device: Device,
  now: () => number,
  sharedMinutes: (() => number) | undefined,
): DraftStore {
  const seal = async (place: string, bytes: BufferSource): Promise<Kept> => ({
    schema: 1,
    ...(await sealFor(place, key, bytes)),
    device,
    savedAt: now(),
  });
  const open = (place: string, kept: Kept) => openSealed(place, key, kept);

  /** What this tab read or wrote; anything else was written by another one. */
  let seen = new Set<string>();
  const signOf = ({ iv }: Kept) => String(iv);

  const forget = async (fileIds: readonly string[]) => {
    await del(id, drafts()).catch(() => undefined);
    await delMany([...fileIds], files()).catch(() => undefined);
  };
  async function write(draft: Draft): Promise<'saved' | 'memory' | 'elsewhere'> {
    try {
      // Not by JSON.stringify: scripts of old portals change what it makes of a list.
      const kept: Kept = {
        ...(await seal(id, new TextEncoder().encode(canonicalJson(draft)))),
        files: draft.files.map((file) => file.id),
        ...(device === 'own' && isOnItsWay(draft) && { waiting: procedure }),
      };
      seen.add(signOf(kept));
      let found: Kept | undefined;
      const isOurs = () => !found || (!isNewer(found) && seen.has(signOf(found)));
      const next = (there: Kept | undefined) => {
        found = there;
        return isOurs() || !there ? kept : there;
      };
      await update<Kept>(id, next, drafts(draft.sending ? 'strict' : 'relaxed'));
      if (found && !isOurs()) return isNewer(found) ? 'memory' : 'elsewhere';
      // All of it may have been deleted from under the page, the key too.
      if (!found || device === 'shared') await keep();
      seen = new Set([signOf(kept)]);
      return 'saved';
    } catch {
      return 'memory';
    }
  }
  const shut = () => sessionStorage.removeItem(TAB_KEY + procedure);
  return {
    id,
    write,
    shut,
    async remove(fileIds) {
      // The key first: what a break in the middle leaves behind is then unreadable.
      if (device === 'own') await del(id, keys()).catch(() => undefined);
      else shut();
      await forget(fileIds);
    },
    async read() {
      try {
        const kept = await get<Kept>(id, drafts());
        if (!kept) return undefined;
        if (isNewer(kept)) return 'broken';
        seen.add(signOf(kept));
        const draft = JSON.parse(new TextDecoder().decode(await open(id, kept))) as Draft;
        if (isExpired(draft, device, now(), sharedMinutes?.())) {
          // Only what is in it: the key is that of the next one.
          await forget(draft.files.map((file) => file.id));
          return undefined;
        }
        if (draft.savedAt <= now()) return draft;
        // The clock was set back since: from here on it lives as long as any other.
        const dated = { ...draft, savedAt: now() };
        await write(dated);
        return dated;
      } catch {
        return 'broken';
      }
    },
    async readFile(file) {
      try {
        const kept = await get<Kept>(file, files());
        return kept && (await open(file, kept));
      } catch {
        return undefined;
      }
    },
    async writeFile(file, bytes) {
      try {
        await set(file, await seal(file, bytes), files('strict'));
        if (device === 'shared') await keep();
        return true;
      } catch {
        return false;
      }
    },
    removeFile: (file) => del(file, files()).catch(() => undefined),
  };
}

/** Procedures with a submission that was begun on this computer and that nobody has answered yet. */
export async function waitingProcedures(): Promise<string[]> {
  try {
    const kept = await entries<string, Kept | undefined>(drafts());
    return kept.flatMap(([, record]) => record?.waiting ?? []);
  } catch {
    return [];
  }
}

/** The key of this tab, which outlives a reload and nothing else. */
async function tabKey(procedure: string): Promise<PlaceKey> {
  const known = sessionStorage.getItem(TAB_KEY + procedure)?.split(' ');
  const id = known?.[0] ?? `shared:${newId()}`;
  const hex = known?.[1];
  const raw = hex
    ? Uint8Array.from(hex.match(/../gu) ?? [], (pair) => parseInt(pair, 16))
    : crypto.getRandomValues(new Uint8Array(32));
  const text = [...raw].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  // Put away with what is kept and not before: an empty form leaves no trace.
  const keep = () => sessionStorage.setItem(TAB_KEY + procedure, `${id} ${text}`);
  return { id, key: await importKey(raw), keep: () => Promise.resolve(keep()) };
}

async function sweep(now: number): Promise<void> {
  const { gone, named } = await sweepDrafts(now);
  await delMany(gone, keys());
  // Nobody need wait for this.
  if (named) void sweepFiles(now, named).catch(() => undefined);
}

/** Sweeps away the papers of no draft, but for those that were chosen a moment ago in another tab. */
async function sweepFiles(now: number, named: ReadonlySet<string>): Promise<void> {
  for (const id of await namesIn<string>(files())) {
    // Read one by one, and only those that no draft names: papers are large.
    const file = named.has(id) ? undefined : await get<Kept>(id, files());
    if (file && Math.abs(now - file.savedAt) > A_DAY_MS) await del(id, files());
  }
}

/**
 * Sweeps away the drafts that are over, in one act, so that no other tab writes in between.
 * @returns their ids, and the files of the others, where those are known
 */
function sweepDrafts(
  now: number,
): Promise<{ readonly gone: string[]; readonly named: ReadonlySet<string> | undefined }> {
  const gone: string[] = [];
  let named: Set<string> | undefined = new Set();
  return drafts()('readwrite', (store) => {
    const request = store.openCursor();
    return new Promise((resolve, reject) => {
      request.onerror = () => reject(request.error ?? new DOMException('', 'UnknownError'));
      request.onsuccess = () => {
        const cursor = request.result;
        if (!cursor) return resolve({ gone, named });
        // Whatever lies there must not keep the others from being opened.
        const kept = (cursor.value ?? {}) as Kept;
        const age = now - kept.savedAt;
        if (isNewer(kept)) named = undefined;
        else if (age > ON_DISK_DAYS[kept.device] * A_DAY_MS) {
          gone.push(cursor.key as string);
          cursor.delete();
        } else {
          for (const id of kept.files ?? []) named?.add(id);
          // The clock was set back since: from here on it lives as long as any other.
          if (age < 0) cursor.update({ ...kept, savedAt: now });
        }
        cursor.continue();
      };
    });
  });
}
