/* What people type to find a dossier, in the one spelling that it is compared in. */

/** Capitals of Cyrillic and of Greek that nobody tells from Latin ones, and below each the one that it is read as. */
const ALIKE =
  '\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0405\u0406\u0408\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7';
const LATIN = 'ABEKMHOPCTYXSIJABEZHIKMNOPTYX';

/**
 * Full-width and other spellings of a sign are that sign, and so is what looks the same in another alphabet; signs that
 * nobody sees are none. Capitals of some signs come apart, so they are put together again: a code read twice is the same
 * code.
 */
export const plainSigns = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toUpperCase()
    .replace(/[\u0370-\u04ff]/gu, (sign) => LATIN[ALIKE.indexOf(sign)] ?? sign)
    .normalize('NFKC')
    .replace(/[\p{Pd}\u2212]/gu, '-');

/** A code as it stands on the receipt: spaces and dashes of every kind are one hyphen. */
export const plainCode = (typed: string): string =>
  plainSigns(typed)
    .replace(/[\s-]+/gu, '-')
    .replace(/^-|-$/gu, '');

/** A receipt's secret: O is read as 0, I and L as 1 (Crockford); nothing but letters and digits counts. */
export const plainSecret = (typed: string): string =>
  plainSigns(typed)
    .replace(/[^0-9A-Z]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/gu, '1');

/** Digits of a number, without what people put between them. */
export const plainDigits = (typed: string): string => plainSigns(typed).replace(/[^0-9]/gu, '');
