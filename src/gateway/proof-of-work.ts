import type { Slicing } from '../shared/read-list.js';
import { sha256 } from '../shared/sha256.js';
import type { WorkDemand } from './contract.js';
import { isSame, type KeyedHash } from './keyed-hash.js';
import type { WorkDone } from './tracking-contract.js';

/** How long a challenge is taken, in milliseconds; twice as long for each bit beyond those that a telephone does by then. */
const LIFE = 10 * 60_000;
const BITS_IN_LIFE = 20;
const MOST_DOUBLINGS = 3;

const lifeOf = (bits: number): number =>
  LIFE * 2 ** Math.min(MOST_DOUBLINGS, Math.max(0, bits - BITS_IN_LIFE));

/** Zero bits that a hash in hexadecimal begins with. */
function zeroBits(hash: string): number {
  const zeros = /^0*/u.exec(hash)?.[0].length ?? 0;
  const next = parseInt(hash.charAt(zeros), 16);
  return zeros * 4 + (Number.isNaN(next) ? 0 : Math.clz32(next) - 28);
}

/** Hashes that are asked of the browser at once: one alone waits longer for its turn than it takes. */
const BATCH = 32;

/**
 * Does the work that is asked for; some thousand hashes, or more the more often somebody was wrong.
 * @param slicing lets others have a turn, so that no press waits for it; without it the work goes on to its end
 * @param signal ends it before its time
 * @throws the reason of the signal
 */
export async function doWork(
  { challenge, bits }: WorkDemand,
  slicing?: Slicing,
  signal?: AbortSignal,
): Promise<WorkDone> {
  let sliceEnd = slicing ? slicing.now() + slicing.sliceMs : Infinity;
  for (let at = 0; ; at += BATCH) {
    const batch = [...Array(BATCH).keys()].map((one) => ({ challenge, nonce: (at + one).toString(36) }));
    const done = await Promise.all(batch.map((work) => isWorkDone(work, bits)));
    const found = batch[done.indexOf(true)];
    if (found) return found;
    if (!slicing || slicing.now() < sliceEnd) continue;
    await slicing.pause();
    signal?.throwIfAborted();
    sliceEnd = slicing.now() + slicing.sliceMs;
  }
}

/** Whether a nonce is what was asked for. */
const isWorkDone = async ({ challenge, nonce }: WorkDone, bits: number): Promise<boolean> =>
  zeroBits(await sha256(`${challenge}:${nonce}`)) >= bits;

/**
 * A challenge that holds for one subject and for some minutes; nothing is kept of it.
 * @param salt so that no two of them are one
 */
export async function demandWork(
  hash: KeyedHash,
  {
    subject,
    bits,
    now,
    salt,
  }: { readonly subject: string; readonly bits: number; readonly now: number; readonly salt: string },
): Promise<WorkDemand> {
  const told = `${String(bits)}.${String(now + lifeOf(bits))}.${salt}`;
  return { challenge: `${told}.${await sealOf(hash, told, subject)}`, bits };
}

/** Bits of work that was done for a subject; 0 for a challenge that is not ours, is of another, or is over. */
export async function bitsDone(
  hash: KeyedHash,
  work: WorkDone,
  subject: string,
  now: number,
): Promise<number> {
  const { challenge } = work;
  const told = challenge.slice(0, Math.max(0, challenge.lastIndexOf('.')));
  const [bits = 0, end = 0] = told.split('.').map(Number);
  const isOurs = isSame(await sealOf(hash, told, subject), challenge.slice(told.length + 1));
  return isOurs && end > now && (await isWorkDone(work, bits)) ? bits : 0;
}

const sealOf = async (hash: KeyedHash, told: string, subject: string): Promise<string> =>
  (await hash(`work\n${told}\n${subject}`)).slice(0, 32);
