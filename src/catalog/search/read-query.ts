import type { IndexedText, SearchIndex, Term } from './search-index.js';
import { accentLikeness } from './accents.js';
import { pairKey, shareOf } from './search-index.js';
import { isSyllable } from './telex.js';
import { readWords, type QueryWord, type Reading } from './query-words.js';
import type { Meaning } from './thesaurus.js';

/** Something to find in a text: a word of the query, or a word of what the query means. */
export interface Slot {
  readonly readings: readonly Reading[];
  /** The word of the query whose accents count; undefined where none were typed. */
  readonly typed: QueryWord | undefined;
  readonly weight: number;
  /** Place of the slot that should follow; -1 for none. */
  readonly next: number;
}

/** Other words for a stretch of the query. */
export interface Expansion {
  /** Words of the query from, up to but not including. */
  readonly from: number;
  readonly to: number;
  /** Slots from, up to but not including. */
  readonly slotsFrom: number;
  readonly slotsTo: number;
  readonly strength: number;
}

/** A query as the search understands it. The first slots are its words, in order. */
export interface ReadQuery {
  readonly typed: string;
  readonly words: readonly QueryWord[];
  readonly slots: readonly Slot[];
  readonly expansions: readonly Expansion[];
  /** Weight of each word, of all words, and of each pair of a word and its next. */
  readonly weights: readonly number[];
  readonly pairWeights: readonly number[];
  readonly total: number;
}

const MEANING = 0.97;
/** What a word weighs that nobody knows: it was meant to say something. */
const UNKNOWN = 0.6;
const PAIR = 0.5;
const MOST_PHRASES = 4;

export function readQuery(query: string, index: SearchIndex): ReadQuery {
  const words = readWords(query, index);
  const found = [...findMeanings(words, index), ...findInitials(words, index)];
  const weights = words.map((_, at) => weightOf(at, words, index));
  const slots: Slot[] = [];
  const expansions: Expansion[] = [];

  const content = words.map((_, at) => at).filter((at) => (weights[at] ?? 0) > 0);
  for (const [at, word] of words.entries()) {
    slots.push({
      readings: word.readings,
      typed: word.marked ? word : undefined,
      weight: weights[at] ?? 0,
      next: content[content.indexOf(at) + 1] ?? -1,
    });
  }
  for (const { from, to, official, strength } of found) {
    const readings = official.map((folded) => index.words.get(folded)).map(asReading);
    if (!readings.some(([reading]) => reading && reading.term.documents.length > 0)) continue;
    const slotsFrom = slots.length;
    for (const [at, reading] of readings.entries()) {
      const weight = reading[0]?.term.weight ?? 1;
      const next = at + 1 < readings.length ? slots.length + 1 : -1;
      slots.push({ readings: reading, typed: undefined, weight, next });
    }
    expansions.push({ from, to, slotsFrom, slotsTo: slots.length, strength });
    // A stretch weighs what it means, not what its everyday words happen to weigh.
    const meant = slots.slice(slotsFrom).reduce((sum, { weight }) => sum + weight, 0);
    for (let at = from; at < to; at += 1) {
      weights[at] = Math.max(weights[at] ?? 0, Math.min(1, meant / (to - from)) * strength);
    }
  }
  const pairWeights = words.map((word, at) => {
    const next = slots[at]?.next ?? -1;
    const other = words[next];
    return other && arePair(word, other, index) ? PAIR * Math.min(weights[at] ?? 0, weights[next] ?? 0) : 0;
  });
  const total = [...weights, ...pairWeights].reduce((sum, weight) => sum + weight, 0);
  return { typed: query, words, slots, expansions, weights, pairWeights, total };
}

function asReading(term: Term | undefined): readonly Reading[] {
  return term ? [{ term, strength: 1 }] : [];
}

function weightOf(at: number, words: readonly QueryWord[], index: SearchIndex): number {
  const word = words[at];
  if (!word) return 0;
  const share = word.marked ? shareOf(word.accented, index.thesaurus) : undefined;
  const weight = word.readings.reduce((most, { term }) => {
    if (term.documents.length === 0) return most;
    return Math.max(most, share === undefined ? term.weight : term.rarity * share);
  }, 0);
  if (!word.noise) return weight || UNKNOWN;
  // `chi` carries no meaning, but in `chi phí` it does: the catalogue knows the two as neighbours.
  const [before, after] = [words[at - 1], words[at + 1]];
  const hasMeaning =
    (before && !before.noise && arePair(before, word, index)) ||
    (after && !after.noise && arePair(word, after, index));
  return hasMeaning ? weight : 0;
}

function arePair(one: QueryWord, other: QueryWord, { pairs }: SearchIndex): boolean {
  return one.readings.some((first) =>
    other.readings.some((second) => pairs.has(pairKey(first.term.id, second.term.id))),
  );
}

interface Found {
  readonly from: number;
  readonly to: number;
  readonly official: readonly string[];
  readonly strength: number;
}

/** Everyday phrases of the thesaurus in the query; words that carry no meaning may stand in between. */
function findMeanings(words: readonly QueryWord[], index: SearchIndex): Found[] {
  return words.flatMap((word, from) =>
    word.readings.flatMap(({ term }) =>
      (index.meanings.get(term.id) ?? []).flatMap((meaning) => {
        const match = matchPhrase(meaning, words, from);
        return match
          ? meaning.official.map((official) => ({
              from,
              official,
              to: match.to,
              strength: MEANING * match.strength,
            }))
          : [];
      }),
    ),
  );
}

function matchPhrase(
  { said }: Meaning,
  words: readonly QueryWord[],
  from: number,
): { to: number; strength: number } | undefined {
  let at = from;
  let strength = 1;
  for (const [place, { folded, accented }] of said.entries()) {
    if (place > 0) while (words[at]?.noise && words[at]?.folded !== folded) at += 1;
    const word = words[at];
    const isUnfinished = word?.open && said.length > 1 && folded.startsWith(word.folded);
    const reading = word?.readings.find(({ term }) => term.folded === folded);
    if (!word || !(reading ?? isUnfinished)) return undefined;
    strength *= reading?.strength ?? 1;
    if (word.marked && reading?.strength === 1)
      strength *= accentLikeness(word.accented, accented, word.real) ** 2;
    at += 1;
  }
  return { to: at, strength };
}

/** `GCNQSDĐ` stands for words that begin with these letters and are neighbours somewhere. */
function findInitials(words: readonly QueryWord[], index: SearchIndex): Found[] {
  return words.flatMap(({ folded, readings, noise }, from) => {
    const isShort = folded.length > 2 && folded.length < 12 && /^[a-z]+$/u.test(folded);
    if (!isShort || noise || isSyllable(folded) || readings.some(({ strength }) => strength === 1)) return [];
    const counts = new Map<string, number>();
    for (const own of index.texts) {
      for (const text of own) {
        const phrase = phraseAt(text, folded, index);
        if (phrase) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
      }
    }
    const phrases = [...counts].sort((one, other) => other[1] - one[1]).slice(0, MOST_PHRASES);
    return phrases.map(([phrase]) => ({
      from,
      to: from + 1,
      official: phrase.split(' '),
      strength: MEANING,
    }));
  });
}

function phraseAt({ initials, terms }: IndexedText, letters: string, index: SearchIndex): string | undefined {
  const at = initials.indexOf(letters);
  if (at < 0) return undefined;
  const words = terms.slice(at, at + letters.length).map((id) => index.terms[id]?.folded ?? '');
  return words.join(' ');
}
