import { createStore, del, delMany, entries, get, set } from 'idb-keyval';
import { isExpired, isOnItsWay, type Draft } from '../forms/draft.js';

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
  /** Whether it is kept now. */
  write(draft: Draft): Promise<boolean>;
  /** Forgets the draft and these of its files. */
  remove(files: readonly string[]): Promise<void>;
  readFile(id: string): Promise<ArrayBuffer | undefined>;
  /** Whether the bytes are kept now, so that the file may go from the disk or the camera. */
  writeFile(id: string, bytes: ArrayBuffer): Promise<boolean>;
  removeFile(id: string): Promise<void>;
}

interface Kept {
  /** 1; a newer library may write another. */
  readonly schema: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
  readonly device: Device;
  readonly savedAt: number;
  /** Procedure whose submission waits to be sent, on one's own computer; says nothing of who sends it. */
  readonly waiting?: string;
}

/* Opened by their first use; one connection each for as long as the page lives. */
const drafts = createStore('dvc-widgets-drafts', 'drafts');
const files = createStore('dvc-widgets-draft-files', 'files');
const keys = createStore('dvc-widgets-draft-keys', 'keys');

/** One application for each procedure on one's own computer; on a shared one, one for each tab. */
const OWN = 'own:';
const TAB_KEY = 'dvc-draft:';

/** Opens the place of a draft; undefined where the browser keeps nothing, or cannot encrypt (a page without https). */
export async function openDraftStore(
  procedure: string,
  device: Device,
  now: () => number,
): Promise<DraftStore | undefined> {
  try {
    // Without https there is no WebCrypto; what cannot be locked away is not put away.
    if (!isSecureContext) return undefined;
    await sweep(now());
    const place = device === 'own' ? await ownKey(OWN + procedure) : await tabKey(procedure);
    return storeOf(place, procedure, device, now);
  } catch {
    return undefined;
  }
}

/** Where a draft lies, and what opens it. */
interface DraftPlace {
  readonly id: string;
  readonly key: CryptoKey;
  /** Remembers the key; not before there is something to open, so that an empty form leaves no trace. */
  readonly remember?: () => void;
}

function storeOf(
  { id, key, remember }: DraftPlace,
  procedure: string,
  device: Device,
  now: () => number,
): DraftStore {
  /** Seals for one place only: nothing can be moved from one draft, or one file, to another. */
  const parameters = (iv: Uint8Array<ArrayBuffer>, place: string): AesGcmParams => ({
    name: 'AES-GCM',
    iv,
    additionalData: new TextEncoder().encode(`${location.origin}|${place}|1`),
  });
  async function seal(place: string, bytes: BufferSource): Promise<Kept> {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt(parameters(iv, place), key, bytes);
    return { schema: 1, iv, sealed, device, savedAt: now() };
  }
  const open = (place: string, { iv, sealed }: Kept) =>
    crypto.subtle.decrypt(parameters(iv, place), key, sealed);

  const remove = async (fileIds: readonly string[]) => {
    // The key first: what a break in the middle leaves behind is then unreadable.
    if (device === 'own') await del(id, keys).catch(() => undefined);
    else sessionStorage.removeItem(TAB_KEY + procedure);
    await del(id, drafts).catch(() => undefined);
    await delMany([...fileIds], files).catch(() => undefined);
  };
  return {
    id,
    remove,
    async read() {
      try {
        const kept = await get<Kept>(id, drafts);
        if (!kept) return undefined;
        // Written by a newer version of the library: it is not ours to touch.
        if (kept.schema !== 1) return 'broken';
        const draft = JSON.parse(new TextDecoder().decode(await open(id, kept))) as Draft;
        if (!isExpired(draft, device, now())) return draft;
        await remove(draft.files.map((file) => file.id));
        return undefined;
      } catch {
        return 'broken';
      }
    },
    async write(draft) {
      try {
        remember?.();
        const kept = await seal(id, new TextEncoder().encode(JSON.stringify(draft)));
        const waits = device === 'own' && isOnItsWay(draft);
        await set(id, waits ? { ...kept, waiting: procedure } : kept, drafts);
        return true;
      } catch {
        return false;
      }
    },
    async readFile(file) {
      try {
        const kept = await get<Kept>(file, files);
        return kept && (await open(file, kept));
      } catch {
        return undefined;
      }
    },
    async writeFile(file, bytes) {
      try {
        remember?.();
        await set(file, await seal(file, bytes), files);
        return true;
      } catch {
        return false;
      }
    },
    removeFile: (file) => del(file, files).catch(() => undefined),
  };
}

/** Procedures with a submission that was begun on this computer and that nobody has answered yet. */
export async function waitingProcedures(): Promise<string[]> {
  try {
    const kept = await entries<string, Kept>(drafts);
    return kept.flatMap(([, { waiting }]) => (waiting === undefined ? [] : [waiting]));
  } catch {
    return [];
  }
}

const ALGORITHM = { name: 'AES-GCM', length: 256 };
const importKey = (raw: Uint8Array<ArrayBuffer>) =>
  crypto.subtle.importKey('raw', raw, ALGORITHM, false, ['encrypt', 'decrypt']);

async function ownKey(id: string): Promise<DraftPlace> {
  const known = await get<CryptoKey | Uint8Array<ArrayBuffer>>(id, keys);
  if (known) return { id, key: known instanceof Uint8Array ? await importKey(known) : known };
  const raw = crypto.getRandomValues(new Uint8Array(32));
  const key = await importKey(raw);
  // Some browsers store no keys that cannot be read; for them its bytes.
  await set(id, key, keys).catch(() => set(id, raw, keys));
  return { id, key };
}

/** The key of this tab, which outlives a reload and nothing else. */
async function tabKey(procedure: string): Promise<DraftPlace> {
  const known = sessionStorage.getItem(TAB_KEY + procedure)?.split(' ');
  const id = known?.[0] ?? `shared:${crypto.randomUUID()}`;
  const hex = known?.[1];
  const raw = hex
    ? Uint8Array.from(hex.match(/../gu) ?? [], (pair) => parseInt(pair, 16))
    : crypto.getRandomValues(new Uint8Array(32));
  const text = Array.from(raw, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return {
    id,
    key: await importKey(raw),
    remember: () => sessionStorage.setItem(TAB_KEY + procedure, `${id} ${text}`),
  };
}

/** Days until what a closed tab left behind is swept away; it cannot be read in the meantime either. */
const LONGEST_KEPT_MS = 31 * 24 * 3_600_000;

async function sweep(now: number): Promise<void> {
  for (const store of [drafts, files]) {
    for (const [id, { device, savedAt }] of await entries<string, Kept>(store)) {
      const isOver = Math.abs(now - savedAt) > (device === 'shared' ? 24 * 3_600_000 : LONGEST_KEPT_MS);
      if (isOver) await Promise.all([del(id, store), del(id, keys)]);
    }
  }
}
