/* What people type to find a dossier, in the one spelling that it is compared in. */

/**
 * Full-width and other spellings of a sign are that sign; signs that nobody sees are none. Capitals of some signs come
 * apart, so they are put together again: a code read twice is the same code.
 */
const plain = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toUpperCase()
    .normalize('NFKC');

/** A code as it stands on the receipt: spaces and dashes of every kind are one hyphen. */
export const plainCode = (typed: string): string =>
  plain(typed)
    .replace(/[\s\p{Pd}\u2212]+/gu, '-')
    .replace(/^-|-$/gu, '');

/** A receipt's secret: O is read as 0, I and L as 1 (Crockford); nothing but letters and digits counts. */
export const plainSecret = (typed: string): string =>
  plain(typed)
    .replace(/[^0-9A-Z]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/gu, '1');

/** Digits of a number, without what people put between them. */
export const plainDigits = (typed: string): string => plain(typed).replace(/[^0-9]/gu, '');
