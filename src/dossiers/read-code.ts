import { plainCode, plainSigns } from './dossier-code.js';

/*
 * Codes as systems give them out: the agency's code, old (000.00.19.H47) or new (H57.132), the day in six or eight digits,
 * and a number. A code that has no such shape may still be one, and is never refused.
 */
const shape = (dash: string) => `[A-Z0-9][A-Z0-9.]{1,34}${dash}(?:\\d{8}|\\d{6})${dash}\\d{4,7}`;
/** Nothing but a code of a known shape. */
export const WHOLE_CODE = new RegExp(`^${shape('-')}$`, 'u');

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
const LONGEST = 64;

/** Name of the fragment's member that holds a dossier's code: `theo-doi.html#ma=H00.00-261126-0001`. */
export const CODE_IN_FRAGMENT = 'ma';

/**
 * The dossier's code in the fragment of an address, which no server sees. Nothing else is read from there: what opens a
 * dossier is never in an address.
 * @param fragment with or without `#`
 */
export function codeInFragment(fragment: string): string | undefined {
  const code = new URLSearchParams(fragment.replace(/^#/u, '')).get(CODE_IN_FRAGMENT);
  const plain = plainCode((code ?? '').slice(0, LONGEST));
  return plain === '' ? undefined : plain;
}

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
