import { likenessOf, SAME } from './accents.js';
import type { ReadQuery, Slot } from './read-query.js';
import type { SearchIndex } from './search-index.js';
import { textWords, type TextWord } from './text-words.js';

/** A text of a procedure in which words of the query were found. */
export interface SearchMatch {
  readonly in: 'name' | 'plainName' | 'keyword' | 'code';
  /** The text as the procedure has it. */
  readonly text: string;
  /** Stretches that matched, in UTF-16 units of `text`: from, up to but not including; ascending, apart. */
  readonly ranges: readonly (readonly [start: number, end: number])[];
}

/**
 * Matched words of a procedure: its name first, then the other texts, those that say most of the query first.
 * @param document position of the procedure
 */
export function findMatches(
  document: number,
  { words, expansions }: ReadQuery,
  { texts, terms, accentForms }: SearchIndex,
): SearchMatch[] {
  const own = words.filter(({ weight }) => weight > 0);
  // A word with other accents is another word: who types `giáo` does not mean `giao`.
  const says = ({ term, accent }: TextWord, { readings, typed }: Slot): boolean =>
    readings.some((reading) => reading.term === term) &&
    (!typed || accent < 0 || likenessOf(typed, { ...term, accented: accentForms[accent] ?? '' }) >= SAME);
  const found: SearchMatch[] = [];
  for (const indexed of texts[document] ?? []) {
    const { kind, text } = indexed;
    if (kind === 'field') continue;
    const spoken = textWords(indexed, terms);
    // The official words count where all of an everyday phrase is there: `đất` alone is not `sổ đỏ`.
    const whole = expansions.flatMap(({ parts }) =>
      parts.every((part) => spoken.some((word) => says(word, part))) ? parts : [],
    );
    const meant = [...own, ...whole];
    const ranges: [number, number][] = [];
    for (const word of spoken) {
      if (!meant.some((slot) => says(word, slot))) continue;
      const { start, end } = word;
      const last = ranges.at(-1);
      // Neighbouring words are one stretch, which is how they are read.
      if (last && /^\s*$/u.test(text.slice(last[1], start))) last[1] = end;
      else ranges.push([start, end]);
    }
    if (ranges.length > 0) found.push({ in: kind, text, ranges });
  }
  const share = ({ text, ranges }: SearchMatch) =>
    ranges.reduce((sum, [start, end]) => sum + end - start, 0) / text.length;
  const [names, others] = [
    found.filter((match) => match.in === 'name'),
    found.filter((match) => match.in !== 'name'),
  ];
  return [...names, ...others.sort((one, other) => share(other) - share(one))];
}
