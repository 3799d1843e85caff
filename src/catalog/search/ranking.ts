import type { Ages } from './ages.js';
import { likenessOf, SAME } from './accents.js';
import type { Expansion, ReadQuery, Slot } from './read-query.js';
import type { TextKind } from './indexed-texts.js';
import type { IndexedText, SearchIndex, Term } from './search-index.js';

/** How well a procedure answers a query. */
export interface Ranked {
  /** Position of the procedure. */
  readonly document: number;
  /** 0 to 1; for order. */
  readonly score: number;
  /** How much of the query's meaning the procedure has, 0 to 1. */
  readonly coverage: number;
  /** The same, of words that are there as typed, not guessed. */
  readonly certain: number;
  /** How near one of its texts is to saying the query and nothing else, 0 to 1. */
  readonly focus: number;
  /** The last two, of its official name alone. */
  readonly nameCertain: number;
  readonly nameFocus: number;
  /** A special case that nobody asked for, or the plain one where a special one was asked for. */
  readonly isUnasked: boolean;
}

/** What a match is worth by where it stands. */
const KIND: Readonly<Record<TextKind, number>> = { name: 1, plainName: 1, keyword: 0.95, field: 0.4 };

/** Procedures looked at closely; those with fewer of the words stay behind. */
const MOST_CANDIDATES = 100;
/** Steps of worth that the rest are told apart by. */
const GRADES = 256;
/** Share of the score that is for one text having it all, and for that text saying little else. */
const TOGETHER = 0.25;
const FOCUS = 0.35;
/** Worth of a syllable whose neighbours in the query are not its neighbours in the text. */
const ALONE = 0.85;
/** How many words of a text say what is done; the rest says for whom and under what law, and is worth less. */
const HEAD = 12;
const TAIL = 0.6;
/** A text longer than this has a lone syllable of every question; each word more makes it less of a sign. */
const LONG_TEXT = 8;
const LEAST_ALONE = 0.3;
const SCATTER = 0.015;
/** What is left of the score of a case that nobody asked for. */
const UNASKED = 0.94;
/** What a special word is worth at least where it is there, or something that means it. */
const LEAST_SPECIAL = 0.2;
/** A word is there as typed from here on: neither guessed nor with other accents. */
const CERTAIN = 0.9;
/** What is left of one for people of another age. */
const OTHER_AGE = 0.8;

/** The procedures that have something of the query, best first. */
export function rank(query: ReadQuery, index: SearchIndex): Ranked[] {
  if (query.total === 0) return [];
  const score = scorer(query, index);
  return candidates(query, index)
    .map(score)
    .sort((one, other) => other.score - one.score || one.document - other.document);
}

/** Those that have most of the query, roughly, from the lists of its words alone. */
function candidates({ words, expansions }: ReadQuery, { procedures }: SearchIndex): number[] {
  const rough = new Float32Array(procedures.length);
  const counted = new Uint32Array(procedures.length);
  const touched: number[] = [];
  let most = 0;
  let round = 0;
  const add = (slots: readonly Slot[], factor: number) => {
    for (const { readings, weight } of slots) {
      round += 1;
      for (const { term, strength } of readings) {
        const share = factor * weight * strength;
        if (!(share > 0)) continue;
        for (const document of term.documents) {
          // Several readings of one word count once.
          const last = counted[document];
          if (last === round) continue;
          if (last === 0) touched.push(document);
          counted[document] = round;
          const worth = (rough[document] ?? 0) + share;
          rough[document] = worth;
          if (worth > most) most = worth;
        }
      }
    }
  };
  add(words, 1);
  for (const { meant, parts, strength } of expansions)
    add(parts, (strength * weightOf(meant)) / weightOf(parts));
  if (touched.length <= MOST_CANDIDATES) return touched;
  // Sorting thousands to keep some takes longer than counting how many there are of each worth.
  const gradeOf = (document: number) => Math.floor(((rough[document] ?? 0) / most) * (GRADES - 1));
  const counts = new Uint32Array(GRADES);
  for (const document of touched) {
    const grade = gradeOf(document);
    counts[grade] = (counts[grade] ?? 0) + 1;
  }
  let least = GRADES;
  for (let kept = 0; kept < MOST_CANDIDATES && least > 0; kept += counts[least] ?? 0) least -= 1;
  const better = touched.filter((document) => gradeOf(document) > least);
  const even = touched.filter((document) => gradeOf(document) === least);
  return [...better, ...even.slice(0, 2 * MOST_CANDIDATES - better.length)];
}

function weightOf(slots: readonly Slot[]): number {
  return slots.reduce((sum, { weight }) => sum + weight, 0);
}

/** What has been found of a slot in the text at hand, and of a word in all texts of the procedure so far. */
interface Finding {
  readonly slot: Slot;
  readonly likeness: Map<number, number>;
  best: number;
  /** The slot that should follow does. */
  isFollowed: boolean;
  pair: number;
  bestOfAll: number;
  pairOfAll: number;
  /** 1 once it is there as typed. */
  certainOfAll: number;
}

/** A word of the catalogue that fills a slot. */
interface Fill {
  readonly finding: Finding;
  readonly strength: number;
  readonly term: Term;
}

const NOTHING: readonly Fill[] = [];

function scorer(query: ReadQuery, index: SearchIndex): (document: number) => Ranked {
  const findings = new Map<Slot, Finding>();
  const fills = new Map<number, Fill[]>();
  const track = (slot: Slot): Finding => {
    const none = {
      best: 0,
      isFollowed: false,
      pair: 0,
      bestOfAll: 0,
      pairOfAll: 0,
      certainOfAll: 0,
    };
    const finding = { slot, likeness: new Map<number, number>(), ...none };
    findings.set(slot, finding);
    for (const { term, strength } of slot.readings) {
      const own = fills.get(term.id);
      const fill = { finding, strength, term };
      if (own) own.push(fill);
      else fills.set(term.id, [fill]);
    }
    return finding;
  };
  const words = query.words.map(track);
  const wordTotal = weightOf(query.words) || 1;
  const expansions = query.expansions.map((expansion) => ({
    ...expansion,
    found: expansion.parts.map(track),
  }));
  const all = [...findings.values()];

  /** Finds the slots in a text; returns the weight of the text's words that are in the query. */
  const find = (text: IndexedText): number => {
    for (const finding of all) {
      finding.best = 0;
      finding.isFollowed = false;
    }
    let matched = 0;
    let before: readonly Fill[] = NOTHING;
    for (let place = 0; place < text.terms.length; place += 1) {
      const here = fills.get(text.terms[place] ?? -1) ?? NOTHING;
      let most = 0;
      for (const fill of here) {
        const { finding, strength, term } = fill;
        const like = strength * likeness(fill, text.accents[place] ?? -1, index);
        const worth = like * (place < HEAD ? 1 : TAIL);
        if (like >= CERTAIN) finding.certainOfAll = 1;
        finding.best = Math.max(finding.best, worth);
        most = Math.max(most, worth * term.weight);
        for (const { finding: previous } of before)
          if (previous.slot.next === finding.slot) previous.isFollowed = true;
      }
      matched += most;
      before = here;
    }
    const alone = Math.max(LEAST_ALONE, ALONE - SCATTER * Math.max(0, text.terms.length - LONG_TEXT));
    let isPaired = words.length === 1;
    for (const finding of words) {
      const next = finding.slot.next && findings.get(finding.slot.next);
      finding.pair = next && finding.isFollowed ? Math.min(finding.best, next.best) : 0;
      if (finding.slot.weight === 0) continue;
      // Most words have two syllables; one alone is a weak sign: `giá` of `đấu giá` answers no question of price.
      const isAlone = !isPaired && !finding.isFollowed;
      isPaired = words.length === 1 || finding.isFollowed;
      if (isAlone) finding.best *= alone;
    }
    for (const expansion of expansions) expand(expansion, findings);
    if (query.age && text.ages && isWithin(query.age.age, text.ages))
      for (const slot of query.age.said) raise(findings.get(slot), 1);
    return matched;
  };

  /** Share of the words that stand as typed in the texts looked at so far. */
  const certainSoFar = () =>
    words.reduce((sum, { certainOfAll, slot }) => sum + certainOfAll * slot.weight, 0) / wordTotal;

  return (document) => {
    let together = 0;
    let focus = 0;
    let coverage = 0;
    let nameCertain = 0;
    let nameFocus = 0;
    const texts = index.texts[document] ?? [];
    for (const word of words) word.bestOfAll = word.pairOfAll = word.certainOfAll = 0;
    for (const text of texts) {
      const matched = find(text);
      const worth = KIND[text.kind];
      let share = 0;
      for (const word of words) {
        const { weight, pairWeight } = word.slot;
        word.bestOfAll = Math.max(word.bestOfAll, worth * word.best);
        word.pairOfAll = Math.max(word.pairOfAll, worth * word.pair);
        share += (worth * (word.best * weight + word.pair * pairWeight)) / query.total;
      }
      together = Math.max(together, share);
      focus = Math.max(focus, share * Math.min(1, matched / (text.weight || 1)));
      if (text === texts[0]) [nameCertain, nameFocus] = [certainSoFar(), focus];
    }
    for (const { bestOfAll, pairOfAll, slot } of words)
      coverage += (bestOfAll * slot.weight + pairOfAll * slot.pairWeight) / query.total;
    const isUnasked =
      words.some(({ slot, bestOfAll }) => bestOfAll < LEAST_SPECIAL && query.special.includes(slot)) ||
      (texts[0]?.special ?? []).some(
        ({ term, accent, times }) =>
          (fills.get(term) ?? NOTHING).filter((fill) => likeness(fill, accent, index) > SAME).length < times,
      );
    const isOtherAge = query.age && texts.some(({ ages }) => ages && !isWithin(query.age?.age ?? 0, ages));
    const score = ((1 - TOGETHER) * coverage + TOGETHER * together) * (1 - FOCUS) + FOCUS * focus;
    return {
      document,
      score: score * (isOtherAge ? OTHER_AGE : 1) * (isUnasked ? UNASKED : 1),
      coverage,
      certain: certainSoFar(),
      focus,
      nameCertain,
      nameFocus,
      isUnasked,
    };
  };
}

/** Worth of the right letters with the accents that the text has. */
function likeness({ finding, term }: Fill, accent: number, index: SearchIndex): number {
  const { typed } = finding.slot;
  if (!typed || accent < 0) return 1;
  let worth = finding.likeness.get(accent);
  if (worth === undefined) {
    worth = likenessOf(typed, { folded: term.folded, accented: index.accentForms[accent] ?? '' });
    finding.likeness.set(accent, worth);
  }
  return worth;
}

const isWithin = (age: number, { least, most }: Ages): boolean => age >= least && age <= most;

function raise(finding: Finding | undefined, worth: number): void {
  if (finding) finding.best = Math.max(finding.best, worth);
}

/** Counts an official phrase for the everyday words that mean it, as far as it is there, and in a row. */
function expand(
  { meant, parts, strength, found }: Expansion & { readonly found: readonly Finding[] },
  findings: ReadonlyMap<Slot, Finding>,
): void {
  const share = found.reduce((sum, { best, slot }) => sum + best * slot.weight, 0) / weightOf(parts);
  if (share === 0) return;
  const inARow =
    parts.length > 1 ? found.filter(({ isFollowed }) => isFollowed).length / (parts.length - 1) : 1;
  const worth = strength * share ** 2 * (0.7 + 0.3 * inARow);
  for (const [at, word] of meant.entries()) {
    const finding = findings.get(word);
    if (!finding) continue;
    finding.best = Math.max(finding.best, worth);
    if (at < meant.length - 1) finding.pair = Math.max(finding.pair, worth);
  }
}
