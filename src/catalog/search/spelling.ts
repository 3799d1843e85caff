import { likenessOf, SAME } from './accents.js';
import type { QueryWord } from './query-words.js';
import type { Ranked } from './ranking.js';
import type { ReadQuery } from './read-query.js';
import type { SearchIndex } from './search-index.js';
import { textWords, type TextWord } from './text-words.js';
import { formsOf, tokenise } from './tokens.js';

/**
 * The query in the words of the best answer, as these are written there; undefined when it was read as typed.
 * @param best the answer whose words decide between several readings of one word; without it none is guessed
 */
export function spellingTried(
  { spoken, typed }: ReadQuery,
  best: Ranked | undefined,
  index: SearchIndex,
): string | undefined {
  // Keywords without accents say nothing about accents.
  const texts = (index.texts[best?.document ?? -1] ?? [])
    .filter(({ accents }) => !accents.includes(-1))
    .map((text) => textWords(text, index.terms));
  const found = spoken.map((_, at) => wordFor(at, spoken, texts, index));
  const guessed = spoken.map((word, at) =>
    word.open || isKnown(word) ? word.word : (found[at] ?? word.word),
  );
  if (plain(guessed.join(' ')) === plain(typed)) return undefined;
  return spoken.map(({ word }, at) => found[at] ?? word).join(' ');
}

const isKnown = ({ readings }: QueryWord): boolean => readings.some(({ strength }) => strength === 1);

const plain = (text: string): string =>
  tokenise(text)
    .map((token) => formsOf(token.text).accented)
    .join(' ');

/** The word of the texts that one of the query was read as, best beside a neighbour that it has in the query too. */
function wordFor(
  at: number,
  spoken: readonly QueryWord[],
  texts: readonly (readonly TextWord[])[],
  { accentForms }: SearchIndex,
): string | undefined {
  const word = spoken[at];
  if (!word) return undefined;
  const strengthOf = (other: QueryWord | undefined, term: TextWord['term'] | undefined) =>
    other?.readings.find((reading) => reading.term === term)?.strength ?? 0;
  let chosen: string | undefined;
  let most = 0;
  for (const words of texts) {
    for (const [place, { term, accent, text }] of words.entries()) {
      const strength = strengthOf(word, term);
      if (strength === 0) continue;
      const likeness = likenessOf(word, { ...term, accented: accentForms[accent] ?? '' });
      const isBeside =
        strengthOf(spoken[at - 1], words[place - 1]?.term) > 0 ||
        strengthOf(spoken[at + 1], words[place + 1]?.term) > 0;
      // A word that was known stays as it was typed, where nothing beside it says that another was meant.
      if (!isBeside && strength === 1 && (word.noise || likeness < SAME)) continue;
      const worth = strength * likeness + (isBeside ? 1 : 0);
      if (worth <= most) continue;
      most = worth;
      chosen = text.toLowerCase();
    }
  }
  return chosen;
}
