import { withFilesOf } from '../forms/attached-files.js';
import type { Draft } from '../forms/draft.js';
import { canonicalJson } from '../forms/submission.js';
import words from './carry-words.json' with { type: 'json' };

/** Turns of PBKDF2; half a second on a cheap phone, a lifetime for who would guess six words. */
const TURNS = 600_000;
const MAGIC = 'dvc-draft-1';

/** Six words of a list of 256: 48 bits that can be written on paper and read over a telephone. */
export function newPhrase(): string {
  return [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => words[byte]).join(' ');
}

/** The same phrase, however it is typed. */
const plain = (phrase: string): string =>
  phrase.normalize('NFC').trim().toLowerCase().split(/\s+/u).join(' ');

async function keyOf(phrase: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(plain(phrase)),
    'PBKDF2',
    false,
    ['deriveKey'],
  );
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: TURNS },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/**
 * What of a draft goes along. What was sent stays where it was sent from: two computers must not both think it theirs. Who
 * helped stays there as well: the citizen agreed to them at that desk, not to whoever opens the file.
 */
function carriedOf({ schema, procedure, form, answers, at, done, delivery, savedAt }: Draft): Draft {
  return {
    schema,
    procedure,
    ...(form && { form }),
    answers: withFilesOf(answers, []),
    at,
    done,
    files: [],
    ...(delivery && { delivery }),
    savedAt,
  };
}

/** A draft as a file that only its phrase opens. Papers stay behind: they would make it too large for a poor line. */
export async function sealDraft(draft: Draft, phrase: string): Promise<Uint8Array<ArrayBuffer>> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = new TextEncoder().encode(canonicalJson(carriedOf(draft)));
  const sealed = new Uint8Array(
    await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyOf(phrase, salt), bytes),
  );
  const head = new TextEncoder().encode(MAGIC);
  const file = new Uint8Array(head.length + 28 + sealed.length);
  let at = 0;
  for (const part of [head, salt, iv, sealed]) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

/** The draft in a file; undefined where the phrase is wrong, the file is damaged, or of another version. */
export async function openSealed(file: ArrayBuffer, phrase: string): Promise<Draft | undefined> {
  try {
    const bytes = new Uint8Array(file);
    const { length } = MAGIC;
    if (new TextDecoder().decode(bytes.subarray(0, length)) !== MAGIC) return undefined;
    const [salt, iv, sealed] = [
      bytes.slice(length, length + 16),
      bytes.slice(length + 16, length + 28),
      bytes.slice(length + 28),
    ];
    const open = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await keyOf(phrase, salt), sealed);
    const draft = JSON.parse(new TextDecoder().decode(open)) as Draft;
    // No more than what goes along: a file is not where a receipt comes from, nor an address to send to.
    return (draft.schema as number) === 1 ? carriedOf(draft) : undefined;
  } catch {
    return undefined;
  }
}
