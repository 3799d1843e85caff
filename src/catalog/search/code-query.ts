import { normaliseCode } from '../procedure-code.js';
import type { SearchIndex } from './search-index.js';

/** What people write around a code: `mã`, `mã số`, `thủ tục`, `TTHC`. */
const AROUND = /(?:mã|ma|số|so|thủ|thu|tục|tuc|tthc)(?![\p{L}\p{M}])/giu;
/** A code, whole or in part, with spaces or dots lost, and what agencies put behind it. */
const CODE = /^\s*[:#]?\s*([1-6][.\s]*(?:\d[.\s]*){2,8}|\d{4,6})(?:[.\s-]*[A-Ya-y]\d{2})?[.\s]*$/u;

/**
 * The procedures whose code was typed, whole or in part.
 * @returns positions, the exact one first; undefined when the query is no code
 */
export function findByCode(query: string, index: SearchIndex): number[] | undefined {
  const bare = query.normalize('NFC').replace(AROUND, ' ');
  const digits = CODE.exec(bare)?.[1]?.replace(/\D/gu, '');
  if (digits === undefined) return undefined;
  const whole = normaliseCode(bare.trim())?.replace(/\D/gu, '') ?? digits;
  const find = (fits: (code: string) => boolean) =>
    index.codes.flatMap((code, document) => (fits(code) ? [document] : []));
  const exact = find((code) => code === whole);
  if (exact.length > 0) return exact;
  const begun = find((code) => code.startsWith(digits));
  return begun.length > 0 ? begun : find((code) => digits.length > 3 && code.includes(digits));
}
