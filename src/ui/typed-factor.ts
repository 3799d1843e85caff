import { plainDigits, plainSecret } from '../dossiers/dossier-code.js';
import type { Factor } from '../gateway/tracking-contract.js';

/** What somebody typed to open a dossier: four digits alone are those of a number, all else is the receipt's secret. */
export function factorOf(typed: string): Factor {
  const secret = plainSecret(typed);
  return /^\d{4}$/u.test(secret)
    ? { kind: 'last4', value: plainDigits(typed) }
    : { kind: 'secret', value: secret };
}
