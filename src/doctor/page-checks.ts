import type { CalendarFacts, CopyFacts, DocumentFacts } from './facts.js';
import { finding, type Finding } from './findings.js';

/** Days before its end at which a calendar is told of: next year's days off are announced before. */
const CALENDAR_DAYS = 30;
const DAY_MS = 86_400_000;

/** Whether the days off by which dates are reckoned are known for long enough. */
export function checkCalendars(calendars: readonly CalendarFacts[]): readonly Finding[] {
  return calendars.flatMap(({ years, today }) => {
    const year = Math.max(...years);
    const days = (Date.UTC(year, 11, 31) - Date.parse(today)) / DAY_MS;
    return days > CALENDAR_DAYS ? [] : [finding('calendar-ends', { year, next: year + 1 })];
  });
}

const isUtf8 = (charset: string) => /^utf-?8$/iu.test(charset);

/** The `charset` of a content type, e.g. of `text/html; charset=windows-1258`. */
export const charsetOf = (contentType = ''): string | undefined =>
  /charset\s*=\s*"?([\w-]+)/iu.exec(contentType)?.[1];

/*
 * Vietnamese in UTF-8 that is read as windows-1252 or -1258: letters with two marks begin with the bytes E1 BA or E1 BB,
 * those with one with C3 to C6; and the sign that stands where a byte could not be read at all.
 */
const GARBLED = /\S*(?:\uFFFD|á(?:»|º)|Ã[\u0080-\u00BF]|Ä[\u0080-\u00BF‘ƒ]|Æ°|Æ¡)\S*/u;

/** The first word of a text that was read in a wrong encoding. */
export const garbledWord = (text: string): string | undefined => GARBLED.exec(text)?.[0].slice(0, 40);

/** How the page is encoded; the library reads its own files as UTF-8 whatever the page says. */
export function checkCharset({ charset, contentType, garbled }: DocumentFacts): readonly Finding[] {
  const sent = charsetOf(contentType);
  if (garbled !== undefined) return [finding('garbled', { charset, word: garbled })];
  if (!isUtf8(charset)) return [finding('charset', { charset })];
  return sent && !isUtf8(sent) ? [finding('charset-apart', { charset, sent })] : [];
}

/** Without https a browser neither keeps drafts safely nor locks them. */
export const checkSecure = ({ isSecure }: Pick<DocumentFacts, 'isSecure'>): readonly Finding[] =>
  isSecure ? [] : [finding('not-secure')];

/** Phones show a page without it as small as on a desk. */
export const checkViewport = ({ hasViewport }: Pick<DocumentFacts, 'hasViewport'>): readonly Finding[] =>
  hasViewport ? [] : [finding('viewport')];

/** Which copies of the library there are, and what else took a tag of ours. */
export function checkCopies({ version, scripts, others }: CopyFacts): readonly Finding[] {
  const taken = others.map(({ tag, version: other }) =>
    other === undefined ? finding('tag-taken', { tag }) : finding('other-version', { tag, other, version }),
  );
  return scripts.length > 1 ? [...taken, finding('two-scripts', { scripts: scripts.join(', ') })] : taken;
}
