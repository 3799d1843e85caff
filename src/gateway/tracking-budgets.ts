import type { Spending } from './receiving-tables.js';
import type { FactorKind } from './tracking-contract.js';

/* How often somebody may ask without knowing. Nothing is ever locked: what is over a budget costs work. */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Nothing that was spent counts for longer, in milliseconds. */
export const LONGEST_WINDOW = DAY;

interface Budget {
  readonly windowMs: number;
  readonly most: number;
}

/** Wrong answers with four digits for one code: at most some forty in a day, of ten thousand that there are. */
const OF_CODE: readonly Budget[] = [
  { windowMs: 15 * MINUTE, most: 5 },
  { windowMs: DAY, most: 20 },
];
/** Wrong answers with the same four digits, whatever the code. */
const OF_VALUE: readonly Budget[] = [{ windowMs: DAY, most: 20 }];
/** Wrong secrets for one code. Fifty bits are not guessed; this only makes noise dear. */
const OF_SECRET: readonly Budget[] = [{ windowMs: 15 * MINUTE, most: 20 }];
/** Requests of one address: an office full of people passes, somebody who guesses works for it. */
const OF_ADDRESS: Budget = { windowMs: 10 * MINUTE, most: 300 };
/** What an address spent counts for this long, in milliseconds. */
export const ADDRESS_WINDOW = OF_ADDRESS.windowMs;

/** What a request with a wrong answer weighs against the budget of an address. */
export const WRONG_WEIGHT = 10;
/** Zero bits of the first work that is asked for: some thousand hashes, a moment for any telephone. */
export const FIRST_BITS = 12;
/** A receipt always opens its dossier: its holder is never asked for more than a telephone does in some seconds. */
const MOST_SECRET_BITS = 16;
/**
 * What the others behind an address can make one pay. Whole provinces share addresses: a price without an end would let
 * one who guesses shut out everybody with four digits there. How often a code, or the same digits, are tried costs
 * without an end all the same, wherever the guesses come from.
 */
const MOST_ADDRESS_BITS = 17;
/** More than this nobody finds. */
const MOST_BITS = 48;

/** What was spent by an instant, of each budget that a factor has. */
export interface Spent {
  readonly code: readonly Spending[];
  readonly value: readonly Spending[];
  readonly address: readonly Spending[];
}

/** Zero bits of the work that comes before the next answer; 0 where none is asked for. Doubles with each wrong one. */
export function bitsNeeded(kind: FactorKind, { code, value, address }: Spent, now: number): number {
  const crowd = bitsOfAddress(address, now);
  if (kind === 'secret') return Math.min(MOST_SECRET_BITS, Math.max(crowd, bitsOver(OF_SECRET, code, now)));
  return Math.min(MOST_BITS, Math.max(crowd, bitsOver(OF_CODE, code, now), bitsOver(OF_VALUE, value, now)));
}

function bitsOver(budgets: readonly Budget[], spendings: readonly Spending[], now: number): number {
  const over = budgets.map(({ windowMs, most }) => weightSince(spendings, now - windowMs) - most);
  const most = Math.max(...over);
  return most < 0 ? 0 : FIRST_BITS + most;
}

/** Grows with each wrong answer alone: many people who know what they ask for make nobody work longer. */
function bitsOfAddress(spendings: readonly Spending[], now: number): number {
  const { windowMs, most } = OF_ADDRESS;
  const counted = spendings.filter(({ at }) => at > now - windowMs);
  if (weightSince(counted, 0) < most) return 0;
  const wrong = counted.filter(({ weight }) => weight === WRONG_WEIGHT).length;
  return Math.min(MOST_ADDRESS_BITS, FIRST_BITS + Math.max(0, wrong - most / WRONG_WEIGHT));
}

const weightSince = (spendings: readonly Spending[], since: number): number =>
  spendings.reduce((sum, { at, weight }) => (at > since ? sum + weight : sum), 0);
