import type { Procedure } from '../procedure.js';
import type { SearchIndex, Term } from './search-index.js';
import { textWords, type TextWord } from './text-words.js';

/** Near-equal answers as one question: what they share, and in what each differs. */
export interface Siblings {
  /** What the names share, e.g. `đăng ký khai sinh`. */
  readonly shared: string;
  /** Best first. `difference`: the words only this one has; for the plain one, what they share. */
  readonly options: readonly { readonly procedure: Procedure; readonly difference: string }[];
}

/** Stands for what is between two stretches of a name. */
const GAP = '…';
const LEAST = 3;
const MOST = 8;
const LONGEST = 80;
/** Names are siblings when this share of the shorter one is in the other. */
const ALIKE = 0.6;
/** Share of the siblings that have a word which counts as shared. */
const COMMON = 0.66;

/**
 * Makes the question, when there are three or more siblings.
 * @param documents positions of near-equal answers, best first
 */
export function findSiblings(documents: readonly number[], index: SearchIndex): Siblings | undefined {
  const names = documents.flatMap((document) => {
    const procedure = index.procedures[document];
    return procedure ? [{ procedure, words: wordsOf(document, index) }] : [];
  });
  const tell = (words: readonly TextWord[]) =>
    new Set(words.map(({ term }) => term).filter((term) => !isWeak(term)));
  const first = tell(names[0]?.words ?? []);
  const family = names
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
  const shared = best.words.filter(({ term }) => isCommon(term));
  if (tell(shared).size === 0) return undefined;
  const title = inStretches(best.procedure.name, best.words, isCommon);
  const options = family
    .map(({ procedure, words }) => ({
      procedure,
      difference: inStretches(procedure.name, words, (term) => !isCommon(term)) || title,
    }))
    // Words torn out of the middle of a name tell nobody anything (`lại`), nor do two answers in the same words.
    .map((option, _, all) => {
      const { procedure, difference } = option;
      const isSame = all.filter((other) => other.difference === difference).length > 1;
      const isTorn =
        difference.includes(GAP) || (difference !== title && !procedure.name.endsWith(difference));
      const isShort = procedure.name.length <= LONGEST || difference.includes(GAP);
      return isSame || (isTorn && isShort) ? { procedure, difference: procedure.name } : option;
    })
    // What differs in a whole sentence is no sibling but another procedure.
    .filter(({ difference }) => difference.length <= LONGEST);
  return options.length < LEAST || title.includes(GAP) ? undefined : { shared: title, options };
}

/** Words that make no two names alike, because they are in most. */
const isWeak = ({ weight, rarity }: Term): boolean => weight < rarity / 2;

/** The words of a name; `thủ tục` in front says nothing. */
function wordsOf(document: number, { texts, terms }: SearchIndex): readonly TextWord[] {
  const name = texts[document]?.[0];
  const words = name ? textWords(name, terms) : [];
  return words[0]?.term.folded === 'thu' && words[1]?.term.folded === 'tuc' ? words.slice(2) : words;
}

/** Some words of a name, as they stand there; `…` for what is between. */
function inStretches(name: string, words: readonly TextWord[], isMeant: (term: Term) => boolean): string {
  const stretches: [start: number, end: number][] = [];
  let open: [number, number] | undefined;
  for (const { term, start, end } of words) {
    if (!isMeant(term)) open = undefined;
    else if (open) open[1] = end;
    else stretches.push((open = [start, end]));
  }
  return stretches.map(([start, end]) => name.slice(start, end)).join(` ${GAP} `);
}
