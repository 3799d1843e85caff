import type { IndexedText, Term } from './search-index.js';
import { tokenise, type Token } from './tokens.js';

/** A word of a text of the catalogue, and where it stands. */
export interface TextWord extends Token {
  readonly term: Term;
  /** Id of its accented form; -1 where the text has no accents. */
  readonly accent: number;
}

/** The same few texts are shown again at every key. */
const known = new WeakMap<IndexedText, readonly TextWord[]>();

/** The words of a text, in order; they were read when the text was indexed. */
export function textWords(indexed: IndexedText, terms: readonly Term[]): readonly TextWord[] {
  let words = known.get(indexed);
  if (!words) {
    words = tokenise(indexed.text).flatMap((token, at) => {
      const term = terms[indexed.terms[at] ?? -1];
      return term ? [{ ...token, term, accent: indexed.accents[at] ?? -1 }] : [];
    });
    known.set(indexed, words);
  }
  return words;
}
