import type { IndexedText, SearchIndex, SpokenWord } from './search-index.js';
import { isSyllable } from './syllable.js';
import { MEANING, type FoundMeaning } from './thesaurus.js';
import { formsOf } from './tokens.js';

const MOST_PHRASES = 4;

/** `GCNQSDĐ` stands for words that begin with these letters and are neighbours somewhere. */
export function findInitials(
  { folded, noise }: SpokenWord,
  from: number,
  index: SearchIndex,
): FoundMeaning[] {
  const isShort = folded.length > 2 && folded.length < 12 && /^[a-z]+$/u.test(folded);
  if (!isShort || noise || isSyllable(folded)) return [];
  const counts = new Map<string, number>();
  for (const own of index.texts) {
    for (const text of own) {
      const phrase = phraseAt(text, folded, index);
      if (phrase) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort((one, other) => other[1] - one[1])
    .slice(0, MOST_PHRASES)
    .map(([phrase]) => ({
      from,
      to: from + 1,
      official: phrase.split(' ').map(formsOf),
      strength: MEANING,
    }));
}

/** The words of a text with accents that begin with the letters. */
function phraseAt(
  { initials, accents }: IndexedText,
  letters: string,
  index: SearchIndex,
): string | undefined {
  const at = initials.indexOf(letters);
  if (at < 0) return undefined;
  const words = accents.slice(at, at + letters.length).map((accent) => index.accentForms[accent]);
  return words.includes(undefined) ? undefined : words.join(' ');
}
