import { plainCode } from './dossier-code.js';

/*
 * Codes as systems give them out: the agency's code, old (000.00.19.H47) or new (H57.132), the day in six or eight digits,
 * and a number. A code that has no such shape may still be one, and is never refused.
 */
/** Source of a code's shape. @param dash what stands between its parts */
export const shape = (dash: string) => `[A-Z0-9][A-Z0-9.]{1,34}${dash}(?:\\d{8}|\\d{6})${dash}\\d{4,7}`;
/** Nothing but a code of a known shape. */
export const WHOLE_CODE = new RegExp(`^${shape('-')}$`, 'u');

/** Signs that the longest code may have. */
export const LONGEST = 64;

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
