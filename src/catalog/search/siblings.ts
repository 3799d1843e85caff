import type { Procedure } from '../procedure.js';
import { foldedTokens, type FoldedToken } from './folded-tokens.js';

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
 * @param procedures near-equal answers, best first
 * @param isWeak words that do not make names alike, because most names have them
 */
export function findSiblings(
  procedures: readonly Procedure[],
  isWeak: (folded: string) => boolean,
): Siblings | undefined {
  const names = procedures.map((procedure) => ({ procedure, words: wordsOf(procedure) }));
  const tell = (words: readonly FoldedToken[]) =>
    new Set(words.map(({ folded }) => folded).filter((folded) => !isWeak(folded)));
  const first = tell(names[0]?.words ?? []);
  const family = names
    .filter(({ words }) => {
      const own = tell(words);
      const both = [...own].filter((folded) => first.has(folded)).length;
      return both >= ALIKE * Math.min(first.size, own.size);
    })
    .slice(0, MOST);
  const [best] = family;
  if (!best || family.length < LEAST) return undefined;
  const sets = family.map(({ words }) => new Set(words.map(({ folded }) => folded)));
  const isCommon = (folded: string) => sets.filter((own) => own.has(folded)).length >= COMMON * sets.length;
  const shared = best.words.filter(({ folded }) => isCommon(folded));
  if (tell(shared).size === 0) return undefined;
  const title = inStretches(best.procedure.name, best.words, isCommon);
  const options = family
    .map(({ procedure, words }) => ({
      procedure,
      difference: inStretches(procedure.name, words, (folded) => !isCommon(folded)) || title,
    }))
    // Words torn out of a sentence in pieces tell nobody anything; then the name itself is the answer to choose.
    .map((option) =>
      option.difference.includes(GAP) ? { ...option, difference: option.procedure.name } : option,
    )
    // Two answers in the same words are no question.
    .map((option, _, all) =>
      all.filter(({ difference }) => difference === option.difference).length > 1
        ? { ...option, difference: option.procedure.name }
        : option,
    )
    // What differs in a whole sentence is no sibling but another procedure.
    .filter(({ difference }) => difference.length <= LONGEST);
  return options.length < LEAST || title.includes(GAP) ? undefined : { shared: title, options };
}

/** The words of a name; `thủ tục` in front says nothing. */
function wordsOf(procedure: Procedure): readonly FoldedToken[] {
  const words = foldedTokens(procedure, procedure.name);
  return words[0]?.folded === 'thu' && words[1]?.folded === 'tuc' ? words.slice(2) : words;
}

/** Some words of a name, as they stand there; `…` for what is between. */
function inStretches(
  name: string,
  words: readonly FoldedToken[],
  isMeant: (folded: string) => boolean,
): string {
  const stretches: [start: number, end: number][] = [];
  let open: [number, number] | undefined;
  for (const { folded, start, end } of words) {
    if (!isMeant(folded)) open = undefined;
    else if (open) open[1] = end;
    else stretches.push((open = [start, end]));
  }
  return stretches.map(([start, end]) => name.slice(start, end)).join(` ${GAP} `);
}
