import { findAge } from './ages.js';
import { findMeanings } from './meanings.js';
import { readWords, type QueryWord, type Reading } from './query-words.js';
import type { WordForms } from './tokens.js';
import { pairKey, shareOf, type SearchIndex } from './search-index.js';

type AccentedWord = Pick<QueryWord, 'folded' | 'accented' | 'real'>;

/** Something to find in a text: a word of the query, or a word of what the query means. */
export interface Slot {
  readonly readings: readonly Reading[];
  /** The word whose accents count; undefined where none were typed. */
  typed: AccentedWord | undefined;
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
  /** The words that ask for a special case: `lại`, `đính chính`. */
  readonly special: readonly Slot[];
  /** Age of whom the query is about, and the words that say it. */
  readonly age: { readonly age: number; readonly said: readonly Slot[] } | undefined;
  /** Says what is to be done, but not to what: `mất giấy tờ`, `cấp lại`. */
  readonly isVague: boolean;
  /** All that says to what was guessed from slips of a finger, or is not known at all. */
  readonly isGuessed: boolean;
  /** Weight of all words and pairs. */
  readonly total: number;
}

/** Most that a word weighs for what it means alone, or as part of a phrase; rare words that were said weigh more. */
const MOST_RAISED = 0.5;
const MOST_RAISED_TOGETHER = 0.8;
/** What a word weighs that nobody knows: it was meant to say something. */
const UNKNOWN = 1;
const PAIR = 0.5;
/** What each word of an age weighs: it says for whom, hardly what. */
const AGE = 0.3;
export function readQuery(query: string, index: SearchIndex): ReadQuery {
  const spoken = readWords(query, index);
  const weights = spoken.map((_, at) => weightOf(at, spoken, index));
  const shareAt = index.help?.emphasisOf(spoken, weights) ?? (() => 1);
  const words = spoken.map((word, at) =>
    makeSlot(word.readings, (weights[at] ?? 0) * shareAt(at), word.marked ? word : undefined),
  );
  const said = findAge(spoken);
  const age = said && { age: said.age, said: words.slice(said.from, said.to) };
  for (const word of age?.said ?? []) word.weight = AGE;
  // When nothing else was said, the words of talk are what is looked for: `ở`, `bạn`.
  if (words.every(({ weight }) => weight === 0))
    for (const word of words) word.weight = word.readings[0]?.term.rarity ?? 0;
  chain(words.filter(({ weight }) => weight > 0));
  const expansions: Expansion[] = [];
  const { weak, special } = index.thesaurus;
  const saysWhat = ({ accented }: WordForms) => !weak.has(accented) && !special.has(accented);
  const named = new Set(
    words.filter((word, at) => word.weight > 0 && spoken.slice(at, at + 1).some(saysWhat)),
  );
  for (const { from, to, official, strength } of findMeanings(spoken, said, index)) {
    if (isSaid(official, spoken.slice(from, to))) {
      // A phrase that means itself is meant as it is written, also by who leaves the accents out.
      for (const [at, word] of official.entries()) keepAsMeant(words[from + at], word, index);
      continue;
    }
    const parts = official.map((word) => {
      const term = index.words.get(word.folded);
      return makeSlot(term ? [{ term, strength: 1 }] : [], term?.weight ?? 1, { ...word, real: true });
    });
    if (!parts.some(({ readings }) => readings.some(({ term }) => term.documents.length > 0))) continue;
    chain(parts);
    const meant = words.slice(from, to);
    expansions.push({ meant, parts, strength });
    if (!official.some(saysWhat)) for (const word of meant) named.delete(word);
    if (from === said?.from) continue;
    // A stretch weighs what it means, not what its everyday words happen to weigh.
    const all = parts.reduce((sum, { weight }) => sum + weight, 0);
    const most = meant.length > 1 ? MOST_RAISED_TOGETHER : MOST_RAISED;
    const worth = Math.min(most, all / meant.length) * strength;
    for (const [at, word] of meant.entries()) word.weight = Math.max(word.weight, worth * shareAt(from + at));
  }
  for (const word of words) {
    if (word.next && arePair(word, word.next, index))
      word.pairWeight = PAIR * Math.min(word.weight, word.next.weight);
  }
  const isGuessed = [...named].every(({ readings }) => readings.every(({ isSlip }) => isSlip));
  const asks = index.help?.specialAmong(spoken, special);
  const total = words.reduce((sum, { weight, pairWeight }) => sum + weight + pairWeight, 0);
  return {
    typed: query,
    spoken,
    words,
    expansions,
    special: words.filter(({ weight }, at) => weight > 0 && asks?.[at]),
    age,
    isVague: named.size === 0,
    isGuessed,
    total,
  };
}

const isSaid = (official: readonly WordForms[], said: readonly WordForms[]): boolean =>
  official.length === said.length && official.every(({ folded }, at) => folded === said[at]?.folded);

function keepAsMeant(slot: Slot | undefined, word: WordForms, { words, thesaurus }: SearchIndex): void {
  if (!slot) return;
  slot.typed ??= { ...word, real: true };
  const rarity = words.get(word.folded)?.rarity ?? UNKNOWN;
  slot.weight = Math.max(slot.weight, rarity * shareOf(word.accented, thesaurus));
}

function makeSlot(readings: readonly Reading[], weight: number, typed?: AccentedWord): Slot {
  return { readings, typed, weight, next: undefined, pairWeight: 0 };
}

function chain(slots: readonly Slot[]): void {
  for (const [at, slot] of slots.entries()) slot.next = slots[at + 1];
}

function weightOf(at: number, words: readonly QueryWord[], index: SearchIndex): number {
  const word = words[at];
  if (!word || word.talk) return 0;
  const share = word.marked ? shareOf(word.accented, index.thesaurus) : undefined;
  const weights = word.readings.map(({ term }) =>
    term.documents.length === 0 ? 0 : share === undefined ? term.weight : term.rarity * share,
  );
  const weight = Math.max(0, ...weights);
  if (!word.noise) return weight > 0 ? weight : UNKNOWN;
  // `chi` carries no meaning, but in `chi phí` it does: the catalogue knows the two as neighbours.
  const [before, after] = [words[at - 1], words[at + 1]];
  const says = (other: QueryWord) => !other.noise || (word.doubtful && !other.talk);
  const fitsBefore = before !== undefined && says(before) && arePair(before, word, index);
  const fitsAfter = after !== undefined && says(after) && arePair(word, after, index);
  return fitsBefore || fitsAfter ? weight : 0;
}

type Readable = Pick<QueryWord, 'readings'>;

function arePair(one: Readable, other: Readable, { pairs }: SearchIndex): boolean {
  return one.readings.some((first) =>
    other.readings.some((second) => pairs.has(pairKey(first.term.id, second.term.id))),
  );
}
