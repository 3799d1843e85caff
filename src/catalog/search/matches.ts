import { foldedTokens } from './folded-tokens.js';
import type { ReadQuery, Slot } from './read-query.js';
import type { IndexedText } from './search-index.js';

/** A text of a procedure in which words of the query were found. */
export interface SearchMatch {
  readonly in: 'name' | 'plainName' | 'keyword' | 'code';
  /** The text as the procedure has it. */
  readonly text: string;
  /** Stretches that matched, in UTF-16 units of `text`: from, up to but not including; ascending, apart. */
  readonly ranges: readonly (readonly [start: number, end: number])[];
}

/** Matched words of a procedure: its name first, then the other texts, those that say most of the query first. */
export function findMatches(texts: readonly IndexedText[], { words, expansions }: ReadQuery): SearchMatch[] {
  const fold = (slots: readonly Slot[]) =>
    new Set(
      slots.flatMap(({ readings, weight }) => (weight > 0 ? readings.map(({ term }) => term.folded) : [])),
    );
  const own = fold(words);
  const meant = expansions.map(({ parts }) => fold(parts));
  const found: SearchMatch[] = [];
  for (const indexed of texts) {
    const { kind, text } = indexed;
    if (kind === 'field') continue;
    const tokens = foldedTokens(indexed, text);
    const inText = new Set(tokens.map(({ folded }) => folded));
    // The official words count where all of an everyday phrase is there: `đất` alone is not `sổ đỏ`.
    const whole = meant.filter((all) => [...all].every((folded) => inText.has(folded)));
    const ranges: [number, number][] = [];
    for (const { folded, start, end } of tokens) {
      if (!own.has(folded) && !whole.some((all) => all.has(folded))) continue;
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
