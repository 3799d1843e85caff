import { accentKey, foldText } from '../../shared/fold-text.js';

/** One word of a text: in Vietnamese, one syllable. */
export interface Token {
  /** As written. */
  readonly text: string;
  /** Place in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** A word as it is compared. */
export interface WordForms {
  /** Without accents; the same for `ký` and `kí`. */
  readonly folded: string;
  /** With accents, in one spelling. */
  readonly accented: string;
}

export function tokenise(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
}

export function formsOf(word: string): WordForms {
  return { folded: oneI(foldText(word)), accented: oneI(accentKey(word)) };
}

/** `kỳ` and `kì`, `quý` and `quí` are one word; `tay` and `tai` are two. */
function oneI(word: string): string {
  return word.replace(/(?<=^(?:[hklmst]|qu))y(?!\p{L})/u, 'i');
}

/**
 * How a syllable sounds to somebody who does not tell apart d/gi/r, n/l, s/x, ch/tr, i/y, c/k/q, ph/f, v/dz and the
 * ends n/ng/nh and t/c/ch. Two words with one key are confused in writing.
 * @param folded a word without accents
 */
export function soundKey(folded: string): string {
  return folded
    .replace(/^dz/u, 'v')
    .replace(/^(?:gi(?=[aouy])|r|z|j)/u, 'd')
    .replace(/^gi/u, 'di')
    .replace(/^l/u, 'n')
    .replace(/^x/u, 's')
    .replace(/^(?:tr|ch)/u, 'z')
    .replace(/^(?:k(?!h)|qu?|c(?=[aeiouy]))/u, (letters) => (letters === 'qu' ? 'ku' : 'k'))
    .replace(/^(?:ph|f)/u, 'f')
    .replace(/^ngh/u, 'ng')
    .replace(/^gh/u, 'g')
    .replace(/(?:ng|nh)$/u, 'n')
    .replace(/(?:ch|c|k)$/u, 't')
    .replace(/y/gu, 'i');
}
