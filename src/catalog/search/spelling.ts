import type { Ranked } from './ranking.js';
import type { ReadQuery } from './read-query.js';
import type { SearchIndex } from './search-index.js';
import { formsOf, tokenise } from './tokens.js';

/**
 * The query with its words as they were read; undefined when they were read as typed.
 * @param best the answer whose words decide between several readings of one word
 */
export function spellingTried(
  { spoken, typed }: ReadQuery,
  best: Ranked | undefined,
  index: SearchIndex,
): string | undefined {
  const inBest = new Set((best ? index.texts[best.document] : undefined)?.flatMap(({ terms }) => terms));
  const read = spoken.map(({ word, readings, open }) => {
    if (open || readings.some(({ strength }) => strength === 1)) return word;
    const reading = readings.find(({ term }) => inBest.has(term.id));
    return reading?.term.word ?? word;
  });
  const plain = (text: string) =>
    tokenise(text)
      .map((token) => formsOf(token.text).accented)
      .join(' ');
  return plain(read.join(' ')) === plain(typed) ? undefined : read.join(' ');
}
