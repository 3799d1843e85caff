import { hexOf } from '../shared/sha256.js';

/** HMAC-SHA-256 of a text in hexadecimal, under a key that only the receiving system has. */
export type KeyedHash = (text: string) => Promise<string>;

export function createKeyedHash(key: Uint8Array<ArrayBuffer>): KeyedHash {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  let imported: Promise<CryptoKey> | undefined;
  return async (text) => {
    imported ??= crypto.subtle.importKey('raw', key, algorithm, false, ['sign']);
    return hexOf(await crypto.subtle.sign('HMAC', await imported, new TextEncoder().encode(text)));
  };
}

/** Compares texts in a time that does not tell where they differ. */
export function isSame(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let at = 0; at < one.length; at += 1) difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return difference === 0;
}
