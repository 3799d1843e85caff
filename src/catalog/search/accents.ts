import type { WordForms } from './tokens.js';

/** Accents at least this alike are taken for the same word. */
export const SAME = 0.7;

/** Hỏi and ngã, which half of the country does not tell apart. */
const ALIKE = /^[\u0309\u0303]$/u;

const LEFT_OUT = 0.95;
const SLIP = 0.8;
const OTHER_WORD = 0.5;
const OTHER_LETTER = 0.6;

/**
 * How near a word as typed is to a word of the same letters with other accents.
 * @param typed accented form of what was typed, see `accentKey`
 * @param isWord what was typed is a word too, so that it was hardly a slip: `số đo` is not `sổ đỏ`
 * @returns 1 for the same, less for accents left out, mistaken, or of another word
 */
export function accentLikeness(typed: string, other: string, isWord: boolean): number {
  if (typed === other) return 1;
  const [letters, tone] = partTone(typed);
  const [otherLetters, otherTone] = partTone(other);
  const isLeftOut = [...letters].every((letter, at) => letter === otherLetters[at] || /[a-z]/u.test(letter));
  const isTone = tone === '' || tone === otherTone || (ALIKE.test(tone) && ALIKE.test(otherTone));
  if (isWord && tone !== '' && isTone && isLeftOut) return SLIP;
  if (isWord) return OTHER_WORD;
  return isLeftOut ? (isTone ? LEFT_OUT : SLIP) : OTHER_LETTER;
}

function partTone(accented: string): [letters: string, tone: string] {
  const letters = accented.replace(/\p{M}+$/u, '');
  return [letters, accented.slice(letters.length)];
}

/**
 * How near a word as typed is to one of the catalogue that it may stand for.
 * @param typed with `real`: what was typed is a word too
 */
export function likenessOf(typed: WordForms & { readonly real: boolean }, other: WordForms): number {
  return typed.folded === other.folded
    ? accentLikeness(typed.accented, other.accented, typed.real)
    : // Of a guess, which has other letters, only the vowels and the tone can be told.
      accentLikeness(vowelsOf(typed.accented), vowelsOf(other.accented), true);
}

/** What is heard of a syllable when its consonants are confused. */
function vowelsOf(accented: string): string {
  return accented.replace(/^gi(?=[^\p{M}])|^qu|[bcdđghklmnpqrstvx]/gu, '');
}
