import type { IndexedText, SearchIndex } from './search-index.js';
import { accentLikeness } from './accents.js';
import { pairKey, shareOf } from './search-index.js';
import { isSyllable } from './telex.js';
import { readWords, type QueryWord, type Reading } from './query-words.js';
import type { Meaning } from './thesaurus.js';
import { formsOf, type WordForms } from './tokens.js';

type AccentedWord = Pick<QueryWord, 'folded' | 'accented' | 'real'>;

/** Something to find in a text: a word of the query, or a word of what the query means. */
export interface Slot {
  readonly readings: readonly Reading[];
  /** The word whose accents count; undefined where none were typed. */
  readonly typed: AccentedWord | undefined;
  weight: number;
  /** What should follow. */
  next: Slot | undefined;
  /** Weight of being followed by it. */
  pairWeight: number;
}

/** Other words for a stretch of the query. */
export interface Expansion {
  readonly meant: readonly Slot[];
  readonly parts: readonly Slot[];
  readonly strength: number;
}

/** A query as the search understands it. */
export interface ReadQuery {
  readonly typed: string;
  readonly spoken: readonly QueryWord[];
  /** One for each word, in order. */
  readonly words: readonly Slot[];
  readonly expansions: readonly Expansion[];
  /** Weight of all words and pairs. */
  readonly total: number;
}

const MEANING = 0.97;
/** What a word weighs that nobody knows: it was meant to say something. */
const UNKNOWN = 1;
const PAIR = 0.5;
const MOST_PHRASES = 4;
/** Everyday phrases with accents or letters farther off than this are other words. */
const LEAST = 0.3;

export function readQuery(query: string, index: SearchIndex): ReadQuery {
  const spoken = readWords(query, index);
  const words = spoken.map((word, at) =>
    makeSlot(word.readings, weightOf(at, spoken, index), word.marked ? word : undefined),
  );
  // When nothing else was said, the words of talk are what is looked for: `ở`, `bạn`.
  if (words.every(({ weight }) => weight === 0))
    for (const word of words) word.weight = word.readings[0]?.term.rarity ?? 0;
  chain(words.filter(({ weight }) => weight > 0));
  const expansions = [...findMeanings(spoken, index), ...findInitials(spoken, index)].flatMap(
    ({ from, to, official, strength }): Expansion[] => {
      const parts = official.map((word) => {
        const term = index.words.get(word.folded);
        return makeSlot(term ? [{ term, strength: 1 }] : [], term?.weight ?? 1, { ...word, real: true });
      });
      const isKnown = parts.some(({ readings }) => readings.some(({ term }) => term.documents.length > 0));
      chain(parts);
      return isKnown ? [{ meant: words.slice(from, to), parts, strength }] : [];
    },
  );
  // A stretch weighs what it means, not what its everyday words happen to weigh.
  for (const { meant, parts, strength } of expansions) {
    const all = parts.reduce((sum, { weight }) => sum + weight, 0);
    for (const word of meant) word.weight = Math.max(word.weight, Math.min(1, all / meant.length) * strength);
  }
  for (const word of words) {
    if (word.next && arePair(word, word.next, index))
      word.pairWeight = PAIR * Math.min(word.weight, word.next.weight);
  }
  const total = words.reduce((sum, { weight, pairWeight }) => sum + weight + pairWeight, 0);
  return { typed: query, spoken, words, expansions, total };
}

function makeSlot(readings: readonly Reading[], weight: number, typed?: AccentedWord): Slot {
  return { readings, typed, weight, next: undefined, pairWeight: 0 };
}

function chain(slots: readonly Slot[]): void {
  for (const [at, slot] of slots.entries()) slot.next = slots[at + 1];
}

function weightOf(at: number, words: readonly QueryWord[], index: SearchIndex): number {
  const word = words[at];
  if (!word) return 0;
  const share = word.marked ? shareOf(word.accented, index.thesaurus) : undefined;
  const weights = word.readings.map(({ term }) =>
    term.documents.length === 0 ? 0 : share === undefined ? term.weight : term.rarity * share,
  );
  const weight = Math.max(0, ...weights);
  if (!word.noise) return weight > 0 ? weight : UNKNOWN;
  // `chi` carries no meaning, but in `chi phí` it does: the catalogue knows the two as neighbours.
  const [before, after] = [words[at - 1], words[at + 1]];
  const fitsBefore = before !== undefined && !before.noise && arePair(before, word, index);
  const fitsAfter = after !== undefined && !after.noise && arePair(word, after, index);
  return fitsBefore || fitsAfter ? weight : 0;
}

type Readable = Pick<QueryWord, 'readings'>;

function arePair(one: Readable, other: Readable, { pairs }: SearchIndex): boolean {
  return one.readings.some((first) =>
    other.readings.some((second) => pairs.has(pairKey(first.term.id, second.term.id))),
  );
}

interface Found {
  readonly from: number;
  readonly to: number;
  readonly official: readonly WordForms[];
  readonly strength: number;
}

/** Everyday phrases of the thesaurus in the query; words that carry no meaning may stand in between. */
function findMeanings(words: readonly QueryWord[], index: SearchIndex): Found[] {
  return words.flatMap((word, from) =>
    word.readings.flatMap(({ term }) =>
      (index.meanings.get(term.id) ?? []).flatMap((meaning) => {
        const match = matchPhrase(meaning, words, from);
        return match && match.strength > LEAST
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
  return words.flatMap(({ folded, noise }, from) => {
    const isShort = folded.length > 2 && folded.length < 12 && /^[a-z]+$/u.test(folded);
    if (!isShort || noise || isSyllable(folded)) return [];
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
      official: phrase.split(' ').map(formsOf),
      strength: MEANING,
    }));
  });
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
