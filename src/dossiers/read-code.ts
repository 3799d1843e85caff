import { plainCode } from './dossier-code.js';

/*
 * Codes as systems give them out: the agency's code, old (000.00.19.H47) or new (H57.132), the day in six or eight digits,
 * and a number. A code that has no such shape may still be one, and is never refused.
 */
const SHAPE = /[A-Z0-9][A-Z0-9.]{1,34}-(?:\d{8}|\d{6})-\d{4,7}(?![0-9A-Z])/u;
/** Nothing but a code of a known shape. */
export const WHOLE_CODE = new RegExp(`^${SHAPE.source}$`, 'u');
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
 * text around one. What holds none of a known shape is taken as it is where it is short enough for a code.
 */
export function readDossierCode(typed: string): string | undefined {
  const at = typed.indexOf('#');
  const linked = at >= 0 && /^\s*https?:\/\//iu.test(typed) ? codeInFragment(typed.slice(at)) : undefined;
  if (linked !== undefined) return linked;
  const plain = plainCode(typed);
  // Written with spaces for dashes, the words before a code would be part of it: they are looked at first as they are.
  const spaced = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/\s*[\p{Pd}\u2212]\s*/gu, '-');
  const found = SHAPE.exec(spaced)?.[0] ?? SHAPE.exec(plain)?.[0];
  if (found !== undefined) return found;
  return plain === '' || plain.length > LONGEST || /^HTTPS?:/u.test(plain) ? undefined : plain;
}
