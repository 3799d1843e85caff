import { plainDigits, plainSecret } from '../dossiers/dossier-code.js';
import { readDossierCode } from '../dossiers/read-code.js';
import type { Knock } from '../gateway/tracking-client.js';
import type { Factor } from '../gateway/tracking-contract.js';

/* What is missing or wrong is told in words that come with the code which finds it. */
export { trackerRare } from '../i18n/namespaces/tracker-rare.js';

/** What keeps the two boxes from being asked with; as the words for it are called. */
export interface Gaps {
  readonly code?: 'need.code' | 'need.code-none';
  readonly factor?: 'need.factor' | 'need.last4' | 'need.last4-or-secret' | 'need.digits';
}

/** A secret at the end of what stands before it, in one piece or in two as receipts print it; no part of a longer number. */
const ENDING = /(?:\s(?=[0-9A-Z]{10}\s*$)|(?<!\d[\s\p{Pd}]*)\s)([0-9A-Z]{5}[\s\p{Pd}]?[0-9A-Z]{5})\s*$/iu;
/** Four digits with what they are called around them, “4 số cuối là 1234”; of two numbers nobody guesses which is meant. */
const CALLED_LAST = /^(?=.*(?:cu[oố]i|last))(?:\D|\b4\b)*\b(\d{4})\b(?:\D|\b4\b)*$/iu;
/** No four digits, and too few for a whole number or a secret. */
const FEW_DIGITS = /^\d{1,8}$/u;
/** A whole telephone or citizen number, without what people put between its digits. */
const WHOLE_NUMBER = /^(?:0\d{9}|\d{9}|\d{11,12})$/u;

/**
 * What somebody typed to open a dossier: four digits alone are those of a number, all else is the receipt's secret. What
 * it is called on the receipt may stand before it.
 */
function factorOf(typed: string): Factor {
  const text = typed.normalize('NFKC');
  const named = CALLED_LAST.exec(text)?.[1] ?? text.slice(text.lastIndexOf(':') + 1);
  const secret = plainSecret(ENDING.exec(named)?.[1] ?? named);
  return /^\d{4}$/u.test(secret)
    ? { kind: 'last4', value: plainDigits(named) }
    : { kind: 'secret', value: secret };
}

function codeGap(typed: string, code: string | undefined): Gaps['code'] {
  if (code !== undefined) return undefined;
  return typed.trim() === '' ? 'need.code' : 'need.code-none';
}

/** Ten digits may be a secret after all: whoever was told so and asks once more means it. */
function factorGap(typed: string, { kind, value }: Factor, before: Gaps): Gaps['factor'] {
  if (typed.trim() === '') return 'need.factor';
  if (kind !== 'secret') return undefined;
  if (FEW_DIGITS.test(value)) return 'need.digits';
  if (!WHOLE_NUMBER.test(value)) return undefined;
  if (value.length !== 10) return 'need.last4';
  return before.factor === 'need.last4-or-secret' ? undefined : 'need.last4-or-secret';
}

/**
 * What opens a dossier, as it was typed into two boxes; or what is missing or cannot be right, before anything is sent:
 * each wrong try makes the next one harder.
 * @param before what was told last
 */
export function readKnock(
  typedCode: string,
  typedFactor: string,
  before: Gaps,
): Knock | { readonly gaps: Gaps } {
  const code = readDossierCode(typedCode);
  const factor = factorOf(typedFactor);
  const gaps = { code: codeGap(typedCode, code), factor: factorGap(typedFactor, factor, before) };
  if (code !== undefined && !gaps.factor) return { code, factor };
  return {
    gaps: { ...(gaps.code && { code: gaps.code }), ...(gaps.factor && { factor: gaps.factor }) },
  };
}
