import { isSyllable } from './syllable.js';

/*
 * Telex and VNI write accents with letters and digits: `ddaats` and `d9a6t1` are `đất`. When the keyboard was left on
 * another layout, these keys reach us as they are.
 */

/** Key of a tone in Telex and VNI to its combining mark. */
const TONE_OF: Readonly<Record<string, string>> = {
  f: '\u0300',
  2: '\u0300',
  s: '\u0301',
  1: '\u0301',
  x: '\u0303',
  4: '\u0303',
  r: '\u0309',
  3: '\u0309',
  j: '\u0323',
  5: '\u0323',
};

/** A key behind letters, and what it makes of them. */
const MARKS: readonly (readonly [what: RegExp, into: string])[] = [
  [/^d(\p{L}*)[d9]$/u, 'đ$1'],
  [/a([^aăâeêoôơ]*)[a6]$/u, 'â$1'],
  [/e([^aăâeêoôơ]*)[e6]$/u, 'ê$1'],
  [/o([^aăâeêoôơ]*)[o6]$/u, 'ô$1'],
  [/[uư]o(\p{L}*)[w7]$/u, 'ươ$1'],
  [/o(\p{L}*)[w7]$/u, 'ơ$1'],
  [/(?<!q)u(\p{L}*)[w7]$/u, 'ư$1'],
  [/a(\p{L}*)[w8]$/u, 'ă$1'],
  [/w$/u, 'ư'],
];

const VOWEL = /[aăâeêioôơuưy]/gu;

/**
 * Reads one word typed in Telex or VNI keys, wherever in the word the keys stand.
 * @param word lower case
 * @returns the word with its accents; undefined when there is nothing to decode or it makes no syllable
 */
export function decodeTyping(word: string): string | undefined {
  if (!/^[a-z]\d*[a-z][a-z\d]{0,9}$/u.test(word)) return undefined;
  let letters = '';
  let tone = '';
  for (const key of word) {
    const typed = letters + key;
    const [what, into] = MARKS.find((mark) => mark[0].test(typed)) ?? [];
    const mark = TONE_OF[key];
    if (what && into) letters = typed.replace(what, into);
    else if (mark && letters.search(VOWEL) >= 0) tone = mark;
    else letters = typed;
  }
  if (!isSyllable(letters)) return undefined;
  const decoded = placeTone(letters, tone).normalize('NFC');
  return decoded === word ? undefined : decoded;
}

/** The tone goes on the last marked vowel, else on the last but one of an open syllable, else on the last. */
function placeTone(letters: string, tone: string): string {
  const start = /^(?:qu|gi)[aăâeêioôơuưy]/u.test(letters) ? 2 : 0;
  const vowels = [...letters.matchAll(VOWEL)].map(({ index }) => index).filter((at) => at >= start);
  const marked = vowels.filter((at) => /[ăâêôơư]/u.test(letters[at] ?? ''));
  const isOpen = vowels.at(-1) === letters.length - 1;
  const at = (marked.at(-1) ?? (isOpen ? vowels.at(-2) : undefined) ?? vowels.at(-1) ?? 0) + 1;
  return letters.slice(0, at) + tone + letters.slice(at);
}
