import type { Procedure } from '../procedure.js';
import { formsOf, tokenise, type Token } from './tokens.js';

/** Near-equal answers as one question: what they share, and in what each differs. */
export interface Siblings {
  /** What the names share, e.g. `đăng ký khai sinh`. */
  readonly shared: string;
  /** Best first. `difference`: the words only this one has; for the plain one, what they share. */
  readonly options: readonly { readonly procedure: Procedure; readonly difference: string }[];
}

const LEAST = 3;
const MOST = 8;
const LONGEST_DIFFERENCE = 80;
/** Names are siblings when this share of the shorter one is in the other. */
const ALIKE = 0.6;

interface Word extends Token {
  readonly folded: string;
}

/**
 * Makes the question, when there are three or more siblings.
 * @param procedures near-equal answers, best first
 * @param isWeak words that do not make names alike, because all have them
 */
export function findSiblings(
  procedures: readonly Procedure[],
  isWeak: (folded: string) => boolean,
): Siblings | undefined {
  const [best] = procedures;
  if (!best) return undefined;
  const bestWords = wordsOf(best);
  const family = procedures
    .map((procedure) => ({ procedure, words: wordsOf(procedure) }))
    .filter(({ words }) => areAlike(bestWords, words, isWeak))
    .slice(0, MOST);
  if (family.length < LEAST) return undefined;
  const shared = family.reduce((common, { words }) => commonWords(common, words), bestWords);
  if (shared.every(({ folded }) => isWeak(folded))) return undefined;
  const start = shared.findIndex(({ folded }) => folded !== 'thu' && folded !== 'tuc');
  const title = shared
    .slice(start)
    .map(({ text }) => text)
    .join(' ');
  return {
    shared: title,
    options: family.map(({ procedure, words }) => ({
      procedure,
      difference: differenceOf(procedure.name, words, shared) || title,
    })),
  };
}

function wordsOf({ name }: Procedure): Word[] {
  return tokenise(name).map((token) => ({ ...token, folded: formsOf(token.text).folded }));
}

function areAlike(
  one: readonly Word[],
  other: readonly Word[],
  isWeak: (folded: string) => boolean,
): boolean {
  const tell = (words: readonly Word[]) =>
    new Set(words.map(({ folded }) => folded).filter((folded) => !isWeak(folded)));
  const [first, second] = [tell(one), tell(other)];
  const both = [...first].filter((folded) => second.has(folded)).length;
  return both >= ALIKE * Math.min(first.size, second.size);
}

/** Longest common run of words, in order, gaps allowed; written as in the first. */
function commonWords(one: readonly Word[], other: readonly Word[]): Word[] {
  const lengths = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
  for (let a = one.length - 1; a >= 0; a -= 1) {
    for (let b = other.length - 1; b >= 0; b -= 1) {
      lengths[a]![b] =
        one[a]!.folded === other[b]!.folded
          ? lengths[a + 1]![b + 1]! + 1
          : Math.max(lengths[a + 1]![b]!, lengths[a]![b + 1]!);
    }
  }
  const common: Word[] = [];
  for (let a = 0, b = 0; a < one.length && b < other.length;) {
    if (one[a]!.folded === other[b]!.folded) {
      common.push(one[a]!);
      a += 1;
      b += 1;
    } else if (lengths[a + 1]![b]! >= lengths[a]![b + 1]!) a += 1;
    else b += 1;
  }
  return common;
}

/** The words of a name that are not shared, in stretches as they stand there. */
function differenceOf(name: string, words: readonly Word[], shared: readonly Word[]): string {
  const stretches: [number, number][] = [];
  let at = 0;
  let isRunning = false;
  for (const { folded, start, end } of words) {
    const isShared = shared[at]?.folded === folded;
    if (isShared) at += 1;
    else if (folded !== 'thu' && folded !== 'tuc') {
      const last = stretches.at(-1);
      if (isRunning && last) last[1] = end;
      else stretches.push([start, end]);
    }
    isRunning = !isShared;
  }
  const difference = stretches.map(([start, end]) => name.slice(start, end)).join(' … ');
  if (difference.length <= LONGEST_DIFFERENCE) return difference;
  return `${difference.slice(0, LONGEST_DIFFERENCE).replace(/\s+\S*$/u, '')}…`;
}
