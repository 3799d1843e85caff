import type { Procedure } from '../procedure.js';
import type { ReadQuery, Slot } from './read-query.js';
import type { SearchIndex, Term } from './search-index.js';
import { textWords, type TextWord } from './text-words.js';

/** Near-equal answers as one question: what they share, and in what each differs. */
export interface Siblings {
  /** What the names share, e.g. `đăng ký khai sinh`. */
  readonly shared: string;
  /** Best first. `difference`: what this one is called, in words that no other option has. */
  readonly options: readonly { readonly procedure: Procedure; readonly difference: string }[];
}

const LEAST = 3;
const MOST = 8;
/** Longer names make no choice that can be taken in at a glance. */
const LONGEST = 120;
/** Names are siblings when this share of the shorter one is in the other. */
const ALIKE = 0.6;
/** Share of the siblings that have a word which counts as shared. */
const COMMON = 0.66;
/** Share of what the siblings share that was asked for. */
const ASKED = 0.4;
/** Share of what was asked that what they share must have; words that all of them may lack say which was meant. */
const MOSTLY = 0.5;

/**
 * Makes the question, when there are three or more siblings that share what was asked for.
 * @param documents positions of near-equal answers, best first
 */
export function findSiblings(
  documents: readonly number[],
  query: ReadQuery,
  index: SearchIndex,
): Siblings | undefined {
  const near = documents.flatMap((document) => {
    const procedure = index.procedures[document];
    return procedure ? [{ procedure, document, words: wordsOf(document, index) }] : [];
  });
  const tell = (words: readonly TextWord[]) =>
    new Set(words.map(({ term }) => term).filter((term) => !isWeak(term)));
  const first = tell(near[0]?.words ?? []);
  const family = near
    .filter(({ words }) => {
      const own = tell(words);
      const both = [...own].filter((term) => first.has(term)).length;
      return both >= ALIKE * Math.min(first.size, own.size);
    })
    .slice(0, MOST);
  const [best] = family;
  if (!best || family.length < LEAST) return undefined;
  const sets = family.map(({ words }) => new Set(words.map(({ term }) => term)));
  const isCommon = (term: Term) => sets.filter((own) => own.has(term)).length >= COMMON * sets.length;
  const shared = [...tell(best.words)].filter(isCommon);
  const asked = termsOf(query);
  const weightOf = (all: readonly Term[]) => all.reduce((sum, { weight }) => sum + weight, 0);
  // `mất giấy tờ` asks for none of those that happen to share `khai tử`.
  if (weightOf(shared.filter((term) => asked.has(term))) < ASKED * weightOf(shared)) return undefined;
  // `xin con dấu` asks for no child, whatever `xin con` means.
  if (weightAbout(new Set(shared), query) < MOSTLY * query.total) return undefined;
  const title = stretchOf(best.procedure.name, best.words, (term) => isCommon(term) && asked.has(term));
  const names = namesOf(family, asked, index);
  const options = family
    .map(({ procedure }, at) => ({ procedure, difference: names[at] ?? procedure.name }))
    .filter(({ difference }) => difference.length <= LONGEST);
  return options.length < LEAST || title === '' ? undefined : { shared: title, options };
}

/** What of the query's weight is about words, said or meant. */
function weightAbout(about: ReadonlySet<Term>, { words, expansions }: ReadQuery): number {
  const isAbout = ({ readings }: Slot) => readings.some(({ term }) => about.has(term));
  const meant = new Set(expansions.flatMap(({ parts, meant: said }) => (parts.some(isAbout) ? said : [])));
  return words
    .filter((word) => isAbout(word) || meant.has(word))
    .reduce((sum, { weight, pairWeight }) => sum + weight + pairWeight, 0);
}

interface Sibling {
  readonly procedure: Procedure;
  readonly document: number;
  readonly words: readonly TextWord[];
}

/**
 * What each is called, unlike all others: what people call it, the same with what its name has in brackets at the end,
 * its name without these, its name.
 */
function namesOf(family: readonly Sibling[], asked: ReadonlySet<Term>, index: SearchIndex): string[] {
  const ways = family.map(({ procedure, document, words }) => {
    const plain = plainNamesOf(document, asked, index);
    const name = procedure.name.slice(words[0]?.start ?? 0);
    const brackets = /\s*\([^()]*\)$/u.exec(name)?.[0] ?? '';
    const longer = brackets ? plain.map((way) => way + brackets) : [];
    return [...plain, ...longer, name.slice(0, name.length - brackets.length), name];
  });
  return ways.map(
    (own, at) =>
      own.find((way) => ways.every((others, other) => other === at || !others.some(isSame(way)))) ??
      own.at(-1) ??
      '',
  );
}

/** Words that were asked for, or that what was asked for means. */
function termsOf({ words, expansions }: ReadQuery): Set<Term> {
  const slots = [...words.filter(({ weight }) => weight > 0), ...expansions.flatMap(({ parts }) => parts)];
  return new Set(slots.flatMap(({ readings }) => readings.map(({ term }) => term)));
}

/** What people call a procedure, as written with accents and naming what was asked; everyday names first. */
function plainNamesOf(document: number, asked: ReadonlySet<Term>, { texts, terms }: SearchIndex): string[] {
  return (texts[document] ?? []).flatMap((indexed) => {
    const { kind, text, terms: own, accents } = indexed;
    const isBare = own.length < 2 || accents.includes(-1);
    if ((kind !== 'plainName' && kind !== 'keyword') || isBare) return [];
    return textWords(indexed, terms).some(({ term }) => asked.has(term) && !isWeak(term)) ? [text] : [];
  });
}

const isSame = (one: string) => (other: string) => one.toLowerCase() === other.toLowerCase();

/** Words that make no two names alike, because they are in most. */
const isWeak = ({ weight, rarity }: Term): boolean => weight < rarity / 2;

/** The words of a name; `thủ tục` in front says nothing. */
function wordsOf(document: number, { texts, terms }: SearchIndex): readonly TextWord[] {
  const name = texts[document]?.[0];
  const words = name ? textWords(name, terms) : [];
  return words[0]?.term.folded === 'thu' && words[1]?.term.folded === 'tuc' ? words.slice(2) : words;
}

/** The first words in a row of a name that are meant, as they stand there. */
function stretchOf(name: string, words: readonly TextWord[], isMeant: (term: Term) => boolean): string {
  const from = words.findIndex(({ term }) => isMeant(term));
  const length = words.slice(from).findIndex(({ term }) => !isMeant(term));
  const stretch = from < 0 ? [] : words.slice(from, length < 0 ? undefined : from + length);
  const text = name.slice(stretch[0]?.start ?? 0, stretch.at(-1)?.end ?? 0);
  return text.replace(/\s*\([^)]*$/u, '');
}
