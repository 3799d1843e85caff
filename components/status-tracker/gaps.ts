import { readDossierCode } from '../../src/dossiers/read-code.js';
import { factorOf, isWholeNumber } from '../../src/ui/typed-factor.js';

/** What keeps the two boxes from being asked with; as the words for it are called. */
export interface Gaps {
  readonly code?: 'need.code' | 'need.code-none';
  readonly factor?: 'need.factor' | 'need.last4' | 'need.last4-or-secret';
}

/**
 * What is missing or cannot be right, before anything is sent: each wrong try makes the next one harder.
 * @param before what was told last
 */
export function gapsIn(code: string, factor: string, before: Gaps): Gaps {
  const codeGap = code.trim() === '' ? 'need.code' : readDossierCode(code) ? undefined : 'need.code-none';
  const factorGap = factor.trim() === '' ? 'need.factor' : wholeGap(factor, before);
  return { ...(codeGap && { code: codeGap }), ...(factorGap && { factor: factorGap }) };
}

/** Ten digits may be a secret after all: whoever was told so and asks once more means it. */
function wholeGap(typed: string, before: Gaps): Gaps['factor'] {
  const factor = factorOf(typed);
  if (!isWholeNumber(factor)) return undefined;
  if (factor.value.length !== 10) return 'need.last4';
  return before.factor === 'need.last4-or-secret' ? undefined : 'need.last4-or-secret';
}
