import { codeInFragment, LONGEST, shape } from './code-shape.js';
import { plainCode, plainSigns } from './dossier-code.js';

const SIGN = '[\\p{L}\\p{M}\\p{N}]';
/**
 * A code of a known shape among other words, and no part of a longer one: that would be another code, maybe somebody
 * else's. What it is called may stand before it with a dash between (“SƠ-H57.132-…”); a sign that codes have may not, nor
 * may a number where spaces stand for dashes.
 */
const among = (dash: string) =>
  new RegExp(
    `(?<!${SIGN}|\\.|[0-9A-ZĐ.]-|\\d[^\\s-]*${dash})${shape(dash)}` +
      `(?!${SIGN}|-${SIGN}|[./][A-Z]*\\d|${dash}(?:\\d{1,8}|(?<=-\\s*)[0-9A-Z]+)(?!${SIGN}))`,
    'u',
  );
const TIGHT = among('-');
const LOOSE = among('[\\s-]+');

/**
 * The dossier's code in what was typed, pasted or scanned: a code alone, an address with one in its fragment, a receipt's
 * text around one. What holds none of a known shape, or holds one only as a part of something longer, is taken as it is where
 * it is short enough for a code.
 */
export function readDossierCode(typed: string): string | undefined {
  const at = typed.indexOf('#');
  const linked = at >= 0 && /^\s*https?:\/\//iu.test(typed) ? codeInFragment(typed.slice(at)) : undefined;
  if (linked !== undefined) return linked;
  const signs = plainSigns(typed);
  // Written with spaces for dashes, the words before a code look like a part of it: hyphens come first.
  const found = (TIGHT.exec(signs) ?? LOOSE.exec(signs))?.[0];
  const plain = plainCode(found ?? signs);
  return plain === '' || plain.length > LONGEST || /^HTTPS?:/u.test(plain) ? undefined : plain;
}
