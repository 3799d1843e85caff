import { get, update } from 'idb-keyval';
import { openPlace } from './open-place.js';

/* How what is kept on a computer is locked: AES-256-GCM, under a key for each place. */

export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

/** Names a place, and unlocks it. */
export interface PlaceKey {
  readonly id: string;
  readonly key: CryptoKey;
  /** Puts the key back, where it is gone. */
  readonly keep: () => Promise<void>;
}

export const keys = openPlace('draft-keys');

/** Seals for one place only: nothing can be moved from one draft, or one file, to another. */
const parameters = (iv: Uint8Array<ArrayBuffer>, place: string): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(`${location.origin}|${place}|1`),
});

export async function sealFor(place: string, key: CryptoKey, bytes: BufferSource): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, sealed: await crypto.subtle.encrypt(parameters(iv, place), key, bytes) };
}

/** @throws {DOMException} where it was sealed for another place, under another key, or was changed since */
export const openSealed = (place: string, key: CryptoKey, { iv, sealed }: Sealed): Promise<ArrayBuffer> =>
  crypto.subtle.decrypt(parameters(iv, place), key, sealed);

const ALGORITHM = { name: 'AES-GCM', length: 256 };
export const importKey = (raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, ALGORITHM, false, ['encrypt', 'decrypt']);

/** The key of a place on one's own computer, which lies beside what it locks. */
export async function ownKey(id: string): Promise<PlaceKey> {
  type Stored = CryptoKey | Uint8Array<ArrayBuffer>;
  // Of two tabs that open at once, both go on with the key of the first.
  const keep = (value: Stored) => update<Stored>(id, (known) => known ?? value, keys('strict'));
  const raw = crypto.getRandomValues(new Uint8Array(32));
  const made = await importKey(raw);
  // Some browsers store no keys that cannot be read; for them its bytes.
  await keep(made).catch(() => keep(raw));
  const stored = (await get<Stored>(id, keys())) ?? made;
  const key = stored instanceof Uint8Array ? await importKey(stored) : stored;
  return { id, key, keep: () => keep(stored) };
}
