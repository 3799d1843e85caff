import { accentKey, foldText } from '../shared/fold-text.js';

/** A word of an address, as words are compared. */
export interface Word {
  /** Without accents; what is written in two ways (`Qui`, `Quy`; `II`, `2`) in one. */
  readonly key: string;
  /** With accents, wherever the tone stands. */
  readonly accents: string;
  /** Whether it has any. */
  readonly accented: boolean;
  /** Whether a comma, a dash or nothing at all stands before it. */
  readonly begins: boolean;
}

const ROMAN: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4', v: '5', vii: '7' };

/** The words of a text; letters and digits are parted (`Q1`), what is elided is not (`K' Dang`). */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let begins = true;
  const parts = text
    .normalize('NFKC')
    .replace(/['’‘]\s*/gu, '')
    .matchAll(/(?<sign>[,;:|/()\n–—-])|\p{N}+|[\p{L}\p{M}]+/gu);
  for (const { 0: part, groups } of parts) {
    if (groups?.sign === undefined) words.push({ ...keysOf(part), begins });
    begins = groups?.sign !== undefined;
  }
  return words;
}

function keysOf(part: string): Omit<Word, 'begins'> {
  const accents = accentKey(part);
  const number = ROMAN[accents] ?? (/^\p{N}/u.test(part) ? part.replace(/^0+(?=.)/u, '') : undefined);
  if (number !== undefined) return { key: number, accents: number, accented: false };
  const bare = foldText(part);
  return {
    key: bare.replace(/^(qu|[b-df-hj-np-tv-xz]+)y$/u, '$1i'),
    accents,
    accented: bare !== accents,
  };
}

/** The words of an address up to its province: without country and postal code. */
export function addressWords(text: string): Word[] {
  const words = wordsOf(text);
  const last = (count: number) =>
    words
      .slice(-count)
      .map(({ key }) => key)
      .join(' ');
  for (;;) {
    if (last(2) === 'viet nam') words.length -= 2;
    else if (/^(?:vietnam|vn|\d{5,6})$/u.test(last(1))) words.length -= 1;
    else return words;
  }
}
