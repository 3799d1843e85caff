/** A name of which only the first letter of each word is told: `N** T** M**`. */
export const maskName = (name: string): string =>
  name
    .normalize('NFC')
    .split(/\s+/u)
    .map(([first]) => (first === undefined ? '' : `${first}**`))
    .join(' ')
    .trim();

/** Nine digits and more in one row: citizen numbers, accounts, telephone numbers. */
const LONG_NUMBER = /\p{Nd}{9,}/gu;
/** A telephone number as people write it, with spaces, dots or dashes; a dossier's code is none. */
const WRITTEN_PHONE = /(?<![\p{L}\p{Nd}.-])(?:\+84|84|0)(?:[ .-]?\p{Nd}){8,10}(?![\p{Nd}])/gu;

/** A note that somebody wrote freely, without the numbers that it may give away of others. */
export const maskNumbers = (note: string): string =>
  [WRITTEN_PHONE, LONG_NUMBER].reduce(
    (text, pattern) => text.replace(pattern, (digits) => digits.replace(/\p{Nd}/gu, '*')),
    note,
  );
