import type { SearchIndex } from './search-index.js';

/** What people write around a code: `mã`, `mã số`, `thủ tục`, `TTHC`. */
const AROUND = /(?:mã|ma|số|so|thủ|thu|tục|tuc|tthc)(?![\p{L}\p{M}])/giu;
/** A code, whole or in part, with spaces or dots lost, and what agencies put behind it, perhaps not yet all of it. */
const CODE =
  /^\s*[:#]?\s*([1-6][.\s-]*(?:\d[.\s-]*){2,14}|\d\.\d{6}|(?:\d[.\s-]*){4,6})(?:[A-Ya-y]\d{0,2})?[.\s]*$/u;
/** A whole code among words, as a row of a published list has it: `1.001193 - Đăng ký khai sinh`. */
const AMONG = /(?<![\d.])[1-6][.,]?\d{3}\.?\d{3}(?!\d)/u;
/** Digits of a code; those behind them are an agency's. */
const DIGITS = 7;
/** So many digits are no word of a name, whatever stands between them. */
const SURELY = 5;

/**
 * The procedures whose code was typed, whole or in part.
 * @returns positions, the exact one first; none where no procedure has it; undefined when the query may be words
 */
export function findByCode(query: string, index: SearchIndex): number[] | undefined {
  const begun = findByDigits(query, index);
  const typed = query.trim().toLowerCase();
  const isTyped = ({ code }: { readonly code: string }) => code.toLowerCase() === typed;
  // As published it is that one, whatever form its code has; other cases of the procedure come after it.
  const one = /\d/u.test(typed) ? index.procedures.findIndex(isTyped) : -1;
  return one < 0 ? begun : [one, ...(begun ?? []).filter((document) => document !== one)];
}

function findByDigits(query: string, index: SearchIndex): number[] | undefined {
  const bare = query.normalize('NFKC').replace(AROUND, ' ');
  const alone = CODE.exec(bare)?.[1];
  const begin = alone ?? AMONG.exec(bare)?.[0];
  if (begin === undefined) return undefined;
  const typed = begin.replace(/\D/gu, '');
  const digits = typed.slice(0, DIGITS);
  const find = (fits: (code: string) => boolean) =>
    index.codes.flatMap((code, document) => (fits(code) ? [document] : []));
  const exact = find((code) => code === typed || code === digits);
  if (exact.length > 0) return exact;
  const begun = find((code) => code.startsWith(digits));
  const found = begun.length > 0 ? begun : find((code) => digits.length > 3 && code.includes(digits));
  return found.length > 0 || (alone && typed.length >= SURELY) ? found : undefined;
}
