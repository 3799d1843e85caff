import SearchableMap from 'minisearch/SearchableMap';
import type { Procedure } from '../procedure.js';
import { agesOf, type Ages } from './ages.js';
import { textsOf, wordsOf, type PrebuiltIndex, type TextKind } from './indexed-texts.js';
import { addTo, readMeanings, type FoundMeaning, type Meaning, type Thesaurus } from './thesaurus.js';
import { formsOf, soundKey, type WordForms } from './tokens.js';

/** A word that occurs in the catalogue or in the thesaurus. */
export interface Term {
  readonly id: number;
  readonly folded: string;
  /** How the catalogue writes it, with accents. */
  readonly word: string;
  /** Positions of the procedures that have it, ascending; none for a word of the thesaurus only. */
  readonly documents: number[];
  /** From 0 (in every name) to 1 (in one). */
  rarity: number;
  /** How much it tells: its rarity, less where it mostly stands for a word that says little. */
  weight: number;
}

/** A word that singles out a special case. */
export interface SpecialWord {
  readonly term: number;
  readonly accent: number;
  /** How many words that tell something have its letters, itself included: who types `lai xe` asks for `lái`, not for `cấp lại … lái`. */
  readonly times: number;
}

/** One text of a procedure, word by word. */
export interface IndexedText {
  readonly kind: TextKind;
  readonly text: string;
  readonly terms: readonly number[];
  /** Ids of the accented forms, at the same places; -1 where the text has no accents. */
  readonly accents: readonly number[];
  /** Ages that it is about. */
  readonly ages: Ages | undefined;
  /** First letters of its words, for abbreviations. */
  readonly initials: string;
  /** Words at its beginning that single out a special case. */
  readonly special: readonly SpecialWord[];
  /** Sum of the weights of its words. */
  weight: number;
}

/** A word of the query, as far as it is not looked up yet. */
export interface SpokenWord {
  readonly folded: string;
  readonly noise: boolean;
  readonly talk: boolean;
}

/** What helps those who do not write the official words, see `everyday.ts`. */
export interface WordHelp {
  /** Reads keys that were left undecoded. */
  readonly decodeTyping: (word: string) => string | undefined;
  /** Share of its weight that a word is worth by its place in the query. */
  readonly emphasisOf: (words: readonly SpokenWord[], weights: readonly number[]) => (at: number) => number;
  /** Which of the words ask for a special case. */
  readonly specialAmong: (words: readonly SpokenWord[], special: ReadonlySet<string>) => readonly boolean[];
  readonly findInitials: (word: SpokenWord, from: number, index: SearchIndex) => readonly FoundMeaning[];
}

/** What a search needs to know of a catalogue. Procedures are meant by their position. */
export interface SearchIndex {
  readonly procedures: readonly Procedure[];
  readonly texts: readonly (readonly IndexedText[])[];
  readonly words: SearchableMap<Term>;
  readonly terms: readonly Term[];
  /** Accented forms, by id. */
  readonly accentForms: readonly string[];
  /** Accented forms that are words for sure: those of names, of the thesaurus and of talk. */
  readonly realWords: ReadonlySet<string>;
  /** Neighbouring words, see `pairKey`. */
  readonly pairs: ReadonlySet<number>;
  readonly sounds: ReadonlyMap<string, readonly Term[]>;
  /** Ways to say things, by the first word. */
  readonly meanings: ReadonlyMap<number, readonly Meaning[]>;
  readonly thesaurus: Thesaurus;
  /** Undefined where it did not come. */
  readonly help: WordHelp | undefined;
  /** Digits of the codes, suffixes left out. */
  readonly codes: readonly string[];
}

/** Two words next to each other. A clash in a huge catalogue does no harm: pairs only help to choose. */
export const pairKey = (first: number, second: number): number => first * 65536 + second;

/** How many words of a name say what is done; the rest says to what. */
const BEGINNING = 8;

const WEAK = 0.35;
const NOISE = 0.15;

/** What is left of the weight of a word because of what kind of word it is. */
export function shareOf(accented: string, { noise, weak }: Thesaurus): number {
  return noise.has(accented) ? NOISE : weak.has(accented) ? WEAK : 1;
}

/**
 * Builds the index; the generator lets go after each procedure, so that the caller may let others work.
 * @param read gives the words of the texts, which may have been read before
 */
export function* buildIndex(
  procedures: readonly Procedure[],
  thesaurus: Thesaurus,
  help: WordHelp | undefined,
  read: PrebuiltIndex = wordsOf,
): Generator<undefined, SearchIndex> {
  const words = new SearchableMap<Term>();
  const terms: Term[] = [];
  const accents = new Map<string, number>();
  const accentForms: string[] = [];
  const realWords = new Set<string>(thesaurus.noise);
  const pairs = new Set<number>();
  const sounds = new Map<string, Term[]>();
  const known = new Map<string, { term: Term; accent: number; share: number; isBare: boolean }>();
  /** By term: sum of the shares of its occurrences, and how many. */
  const shares: [sum: number, count: number][] = [];

  const addAccent = (accented: string): number => {
    let accent = accents.get(accented);
    if (accent === undefined) {
      accents.set(accented, (accent = accentForms.length));
      accentForms.push(accented);
    }
    return accent;
  };
  const addForms = ({ folded, accented }: WordForms, word: string) => {
    let term = words.get(folded);
    if (!term) {
      term = { id: terms.length, folded, word, documents: [], rarity: 1, weight: 1 };
      words.set(folded, term);
      terms.push(term);
      shares.push([0, 0]);
      addTo(sounds, soundKey(folded), term);
    }
    const share = shareOf(accented, thesaurus);
    return { term, accent: addAccent(accented), share, isBare: folded === accented };
  };
  const add = (word: string) => {
    let found = known.get(word);
    if (!found) known.set(word, (found = addForms(formsOf(word), word)));
    return found;
  };
  const tells = (accent: number) => shareOf(accentForms[accent] ?? '', thesaurus) === 1;
  const specialOf = (ids: readonly number[], accentIds: readonly number[]): SpecialWord[] =>
    ids.slice(0, BEGINNING).flatMap((term, at) => {
      const accent = accentIds[at] ?? -1;
      if (!thesaurus.special.has(accentForms[accent] ?? '')) return [];
      const alike = accentIds.filter((id, place) => ids[place] === term && (id === accent || tells(id)));
      return [{ term, accent, times: new Set(alike).size }];
    });
  let nth = 0;
  const addText = (kind: TextKind, text: string, document: number): IndexedText => {
    const ids: number[] = [];
    const accentIds: number[] = [];
    let initials = '';
    // A keyword typed without accents says nothing about accents.
    const found = read(text, nth++).map(add);
    const isBare = kind !== 'name' && found.every((word) => word.isBare);
    for (const { term, accent, share } of found) {
      const tally = shares[term.id];
      if (tally) {
        tally[0] += share;
        tally[1] += 1;
      }
      if (term.documents.at(-1) !== document) term.documents.push(document);
      const before = ids.at(-1);
      if (before !== undefined) pairs.add(pairKey(before, term.id));
      if (kind === 'name') realWords.add(accentForms[accent] ?? '');
      ids.push(term.id);
      accentIds.push(isBare ? -1 : accent);
      initials += term.folded[0] ?? '';
    }
    const special = kind === 'name' ? specialOf(ids, accentIds) : [];
    return { kind, text, terms: ids, accents: accentIds, ages: agesOf(text), initials, special, weight: 0 };
  };

  const texts: IndexedText[][] = [];
  for (const [document, procedure] of procedures.entries()) {
    texts.push(textsOf(procedure).map(([kind, text]) => addText(kind, text, document)));
    yield;
  }

  const meanings = new Map<number, Meaning[]>();
  for (const line of thesaurus.lines) {
    for (const meaning of readMeanings(line)) {
      const ids = meaning.said.map((said) => addForms(said, said.folded).term.id);
      for (const { accented } of meaning.said) realWords.add(accented);
      ids.slice(1).forEach((id, at) => pairs.add(pairKey(ids[at] ?? 0, id)));
      addTo(meanings, ids[0] ?? 0, meaning);
    }
    yield;
  }

  const most = Math.log(1 + procedures.length);
  for (const term of terms) {
    const often = Math.max(1, term.documents.length);
    const [sum, count] = shares[term.id] ?? [0, 0];
    term.rarity = most > 0 ? Math.log(1 + procedures.length / often) / most : 1;
    term.weight = term.rarity * (count > 0 ? sum / count : 1);
  }
  for (const own of texts) {
    for (const text of own) text.weight = text.terms.reduce((sum, id) => sum + (terms[id]?.weight ?? 0), 0);
    yield;
  }
  const codes = procedures.map(({ code, normalisedCode }) => (normalisedCode ?? code).replace(/\D/gu, ''));
  return {
    procedures,
    texts,
    words,
    terms,
    accentForms,
    realWords,
    pairs,
    sounds,
    meanings,
    thesaurus,
    help,
    codes,
  };
}
