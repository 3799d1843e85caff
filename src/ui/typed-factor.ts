import { plainDigits, plainSecret } from '../dossiers/dossier-code.js';
import type { Factor } from '../gateway/tracking-contract.js';

/** A secret at the end of what stands before it. */
const ENDING = /\s([0-9A-Z]{10})\s*$/iu;

/**
 * What somebody typed to open a dossier: four digits alone are those of a number, all else is the receipt's secret. What
 * it is called on the receipt may stand before it.
 */
export function factorOf(typed: string): Factor {
  const text = typed.normalize('NFKC');
  const named = text.slice(text.lastIndexOf(':') + 1);
  const secret = plainSecret(ENDING.exec(named)?.[1] ?? named);
  return /^\d{4}$/u.test(secret)
    ? { kind: 'last4', value: plainDigits(named) }
    : { kind: 'secret', value: secret };
}

/**
 * Whether it is a whole telephone or citizen number, of which only the last four digits are wanted. A secret of ten
 * digits that begins with 0 looks the same.
 */
export const isWholeNumber = ({ kind, value }: Factor): boolean =>
  kind === 'secret' && /^(?:0\d{9}|\d{9}|\d{11,12})$/u.test(value);
