import { foldText } from '../../shared/fold-text.js';
import { accentLikeness } from './accents.js';
import type { IndexedText, SearchIndex, TextKind } from './search-index.js';
import type { ReadQuery } from './read-query.js';

/** How well a procedure answers a query. */
export interface Ranked {
  /** Position of the procedure. */
  readonly document: number;
  /** 0 to 1; for order. */
  readonly score: number;
  /** How much of the query's meaning the procedure has, 0 to 1. */
  readonly coverage: number;
}

/** What a match is worth by where it stands. */
const KIND: Readonly<Record<TextKind, number>> = { name: 1, plainName: 1, keyword: 0.95, field: 0.4 };

/** Procedures looked at closely; those with fewer of the words stay behind. */
const MOST_CANDIDATES = 160;
/** Share of the score that is for one text having it all, and for that text saying little else. */
const TOGETHER = 0.25;
const FOCUS = 0.25;
/** What is left of the score of a special case that nobody asked for. */
const UNASKED = 0.92;

/** The procedures that have something of the query, best first. */
export function rank(query: ReadQuery, index: SearchIndex): Ranked[] {
  if (query.total === 0) return [];
  const scorer = new Scorer(query, index);
  return candidates(query, index)
    .map((document) => scorer.score(document))
    .sort((one, other) => other.score - one.score || one.document - other.document);
}

/** Roughly how much of the query each procedure has, from the lists of its words alone. */
function candidates({ words, slots, expansions, weights }: ReadQuery, index: SearchIndex): number[] {
  const size = index.procedures.length;
  const slotHits = slots.map(({ readings }) => {
    const hits = new Float32Array(size);
    for (const { term, strength } of readings) {
      for (const document of term.documents) hits[document] = Math.max(hits[document] ?? 0, strength);
    }
    return hits;
  });
  const wordHits = slotHits.slice(0, words.length);
  for (const { from, to, slotsFrom, slotsTo, strength } of expansions) {
    const parts = slots.slice(slotsFrom, slotsTo);
    const all = parts.reduce((sum, { weight }) => sum + weight, 0);
    for (let document = 0; document < size; document += 1) {
      let share = 0;
      for (const [at, { weight }] of parts.entries())
        share += (slotHits[slotsFrom + at]?.[document] ?? 0) * weight;
      if (share === 0) continue;
      const worth = strength * (share / all) ** 2;
      for (let at = from; at < to; at += 1) {
        const hits = wordHits[at];
        if (hits && worth > (hits[document] ?? 0)) hits[document] = worth;
      }
    }
  }
  const rough = new Float32Array(size);
  for (const [at, hits] of wordHits.entries()) {
    const weight = weights[at] ?? 0;
    if (weight > 0)
      for (let document = 0; document < size; document += 1) rough[document]! += weight * hits[document]!;
  }
  const least = Math.max(1e-6, Float32Array.from(rough).sort().at(-MOST_CANDIDATES) ?? 0);
  const found: number[] = [];
  for (let document = 0; document < size; document += 1) if (rough[document]! >= least) found.push(document);
  return found.length <= 2 * MOST_CANDIDATES ? found : found.slice(0, 2 * MOST_CANDIDATES);
}

class Scorer {
  /** By term: which slots it fills and how well. */
  readonly #fills = new Map<number, [slot: number, strength: number][]>();
  readonly #likenesses: (Map<number, number> | undefined)[] = [];
  readonly #slotBest: Float64Array;
  readonly #slotPair: Uint8Array;
  readonly #wordBest: Float64Array;
  readonly #pairBest: Float64Array;

  constructor(
    private readonly query: ReadQuery,
    private readonly index: SearchIndex,
  ) {
    for (const [slot, { readings }] of query.slots.entries()) {
      for (const { term, strength } of readings) {
        const fills = this.#fills.get(term.id);
        if (fills) fills.push([slot, strength]);
        else this.#fills.set(term.id, [[slot, strength]]);
      }
    }
    this.#slotBest = new Float64Array(query.slots.length);
    this.#slotPair = new Uint8Array(query.slots.length);
    this.#wordBest = new Float64Array(query.words.length);
    this.#pairBest = new Float64Array(query.words.length);
  }

  score(document: number): Ranked {
    const { weights, pairWeights, total, words } = this.query;
    const wordAll = new Float64Array(words.length);
    const pairAll = new Float64Array(words.length);
    let together = 0;
    let focus = 0;
    for (const text of this.index.texts[document] ?? []) {
      const matched = this.#match(text);
      const worth = KIND[text.kind];
      let share = 0;
      for (let at = 0; at < words.length; at += 1) {
        const word = worth * this.#wordBest[at]!;
        const pair = worth * this.#pairBest[at]!;
        share += word * weights[at]! + pair * pairWeights[at]!;
        if (word > wordAll[at]!) wordAll[at] = word;
        if (pair > pairAll[at]!) pairAll[at] = pair;
      }
      share /= total;
      together = Math.max(together, share);
      if (text.weight > 0) focus = Math.max(focus, share * Math.min(1, matched / text.weight));
    }
    let coverage = 0;
    for (let at = 0; at < words.length; at += 1) {
      coverage += wordAll[at]! * weights[at]! + pairAll[at]! * pairWeights[at]!;
    }
    coverage /= total;
    const [name] = this.index.texts[document] ?? [];
    const isUnasked = name?.special.some((term) => !this.#fills.has(term)) ?? false;
    const plain = ((1 - TOGETHER) * coverage + TOGETHER * together) * (1 - FOCUS) + FOCUS * focus;
    return { document, score: isUnasked ? plain * UNASKED : plain, coverage };
  }

  /** Fills in how well each word and pair is in the text; returns the weight of the text's words that were found. */
  #match(text: IndexedText): number {
    const { slots, words, expansions } = this.query;
    this.#slotBest.fill(0);
    this.#slotPair.fill(0);
    let matched = 0;
    let before: [slot: number, strength: number][] | undefined;
    for (const [place, id] of text.terms.entries()) {
      const fills = this.#fills.get(id);
      let most = 0;
      for (const [slot, strength] of fills ?? []) {
        const worth = strength * this.#likeness(slot, text.accents[place] ?? -1);
        if (worth > this.#slotBest[slot]!) this.#slotBest[slot] = worth;
        if (worth > most) most = worth;
        for (const [previous] of before ?? [])
          if (slots[previous]!.next === slot) this.#slotPair[previous] = 1;
      }
      matched += most * (this.index.terms[id]?.weight ?? 0);
      before = fills;
    }
    for (let at = 0; at < words.length; at += 1) {
      this.#wordBest[at] = this.#slotBest[at]!;
      const next = slots[at]!.next;
      this.#pairBest[at] =
        this.#slotPair[at]! && next >= 0 ? Math.min(this.#slotBest[at]!, this.#slotBest[next]!) : 0;
    }
    for (const expansion of expansions) this.#expand(expansion);
    return matched;
  }

  /** Worth of the right letters with the accents that the text has. */
  #likeness(slot: number, accent: number): number {
    const { typed } = this.query.slots[slot]!;
    if (!typed || accent < 0) return 1;
    const known = (this.#likenesses[slot] ??= new Map<number, number>());
    let likeness = known.get(accent);
    if (likeness === undefined) {
      const form = this.index.accentForms[accent] ?? '';
      const isSameLetters = form.length > 0 && foldText(form) === typed.folded;
      likeness = isSameLetters ? accentLikeness(typed.accented, form, typed.real) : 1;
      known.set(accent, likeness);
    }
    return likeness;
  }

  #expand({ from, to, slotsFrom, slotsTo, strength }: ReadQuery['expansions'][number]): void {
    let found = 0;
    let all = 0;
    let pairs = 0;
    for (let slot = slotsFrom; slot < slotsTo; slot += 1) {
      const { weight } = this.query.slots[slot]!;
      all += weight;
      found += weight * this.#slotBest[slot]!;
      pairs += this.#slotPair[slot]!;
    }
    if (found === 0) return;
    const inARow = slotsTo - slotsFrom > 1 ? pairs / (slotsTo - slotsFrom - 1) : 1;
    const worth = strength * (found / all) ** 2 * (0.7 + 0.3 * inARow);
    for (let at = from; at < to; at += 1) {
      if (worth > this.#wordBest[at]!) this.#wordBest[at] = worth;
      if (at < to - 1 && worth > this.#pairBest[at]!) this.#pairBest[at] = worth;
    }
  }
}
