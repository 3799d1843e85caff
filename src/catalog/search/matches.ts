import type { ReadQuery, Slot } from './read-query.js';
import type { SearchIndex, Term } from './search-index.js';
import { textWords } from './text-words.js';

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
  { texts, terms }: SearchIndex,
): SearchMatch[] {
  const own = termsOf(words);
  const meant = expansions.map(({ parts }) => termsOf(parts));
  const found: SearchMatch[] = [];
  for (const indexed of texts[document] ?? []) {
    const { kind, text } = indexed;
    if (kind === 'field') continue;
    const spoken = textWords(indexed, terms);
    const inText = new Set(spoken.map(({ term }) => term));
    // The official words count where all of an everyday phrase is there: `đất` alone is not `sổ đỏ`.
    const whole = meant.filter((all) => [...all].every((term) => inText.has(term)));
    const ranges: [number, number][] = [];
    for (const { term, start, end } of spoken) {
      if (!own.has(term) && !whole.some((all) => all.has(term))) continue;
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

const termsOf = (slots: readonly Slot[]): Set<Term> =>
  new Set(slots.flatMap(({ readings, weight }) => (weight > 0 ? readings.map(({ term }) => term) : [])));
