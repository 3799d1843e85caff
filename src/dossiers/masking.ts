/** A name of which only the first letter of each word is told: `N** T** M**`. */
export const maskName = (name: string): string =>
  name
    .normalize('NFC')
    .split(/\s+/u)
    .map(([first]) => (first === undefined ? '' : `${first}**`))
    .join(' ')
    .trim();

/** A date as it is written, that is no part of a longer number. */
const DATE = String.raw`(?<!\p{Nd}[./-]?)(?:[0-3]?\d(?:\.[01]?\d\.|-[01]?\d-|/[01]?\d/)(?:19|20)\d\d|(?:19|20)\d\d-[01]\d-[0-3]\d)(?![./-]?\p{Nd})`;
/** Codes of dossiers and of procedures: they are no secret, and are what somebody is told to look up. */
const DOSSIER = String.raw`(?<![\p{L}\p{Nd}.])(?=[\p{Nd}.]{0,12}\p{L})[\p{L}\p{Nd}.]{2,35}-(?:\p{Nd}{8}|\p{Nd}{6})-\p{Nd}{4,7}(?![\p{L}\p{Nd}])`;
const PROCEDURE = String.raw`(?<![\p{L}\p{Nd}.])\p{Nd}\.\p{Nd}{6}\.\p{Nd}{3}\.\p{Nd}{2}\.\p{Nd}{2}\.\p{L}\p{Nd}{2}(?![\p{L}\p{Nd}])`;
/**
 * What people write between the groups of one number: spaces, a dot, dashes, strokes and brackets with spaces around them,
 * and signs that nobody sees. A comma only between groups of three and more: pages and articles are counted with commas.
 */
const SPACES = String.raw`\s{0,2}`;
const GAP = String.raw`\p{Cf}{0,3}(?:\.|\s{1,2}|${SPACES}(?:[/_|+\u00b7\u2010-\u2015\u2212-]|[()](?:\s?[()])?)${SPACES}|(?<=\p{Nd}{3}\p{Cf}{0,3}),${SPACES}(?=\p{Cf}{0,3}\p{Nd}{3}))?\p{Cf}{0,3}`;
/**
 * Nine digits and more, in one row or in groups as people write them: citizen numbers, accounts, telephone numbers. It has
 * no upper end: of two numbers that stand side by side no part may stay.
 */
const NUMBER = String.raw`\p{Nd}(?:${GAP}(?!${DATE}|${DOSSIER}|${PROCEDURE})\p{Nd}){8,}`;
const TOLD_OR_HIDDEN = new RegExp(`(${DATE}|${DOSSIER}|${PROCEDURE})|${NUMBER}`, 'gu');

/** A note that somebody wrote freely, without the numbers that it may give away of others. */
export const maskNumbers = (note: string): string =>
  note.replace(TOLD_OR_HIDDEN, (found, told?: string) => told ?? found.replace(/\p{Nd}/gu, '*'));
