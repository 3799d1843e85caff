import { isWritten, onsetOf } from './syllable.js';
import { pairKey, type SearchIndex, type Term } from './search-index.js';
import { formsOf, soundKey, tokenise, type WordForms } from './tokens.js';

/** A word of the catalogue that a word of the query may stand for. */
export interface Reading {
  readonly term: Term;
  /** 1 for the word itself, less for a guess. */
  readonly strength: number;
  /** Guessed to be a slip of a finger. */
  readonly isSlip?: boolean;
}

/** A word of the query. */
export interface QueryWord extends WordForms {
  /** In small letters, keys decoded and run-together words parted. */
  readonly word: string;
  /** Written with accents, or bare where all others have them: accents count. */
  readonly marked: boolean;
  /** What was typed is a word as it stands, accents included. */
  readonly real: boolean;
  readonly noise: boolean;
  /** Noise only if other accents were meant than the catalogue has: `kinh` is `kính` or `kinh doanh`. */
  readonly doubtful: boolean;
  /** Part of a phrase that says nothing, whatever stands beside it. */
  readonly talk: boolean;
  /** The last word, perhaps not finished. */
  readonly open: boolean;
  readonly readings: readonly Reading[];
}

/** A sentence longer than this says nothing new; a page pasted by mistake must not hold up the person. */
const MOST_WORDS = 48;
const MOST_LETTERS = 600;

/** Guesses kept for one word. */
const MOST_GUESSES = 8;
const MOST_ENDINGS = 16;

/** Share of its occurrences in which a word says something, from which on it may have been meant. */
const MEANT = 0.5;

const SOUND = 0.85;
const TYPO = 0.75;
/** A short word is one slip away from too many others to be sure of any. */
const SHORT_TYPO = 0.55;
const ENDING = 0.85;

/** Reads a query word by word: keys decoded, words parted, misspelt and unfinished words matched to known ones. */
export function readWords(query: string, index: SearchIndex): QueryWord[] {
  const text = query.slice(0, MOST_LETTERS).normalize('NFC');
  const forms = tokenise(text.toLowerCase())
    .slice(0, MOST_WORDS)
    .flatMap(({ text: word }) => plainWords(word, index))
    .map((word) => ({ word, ...formsOf(word) }));
  const isOpen = /[\p{L}\p{M}\p{N}]$/u.test(text);
  const hasMarks = forms.map(({ folded, accented }) => folded !== accented);
  const talk = findTalk(forms, hasMarks, index);
  const isAccented = hasMarks.filter(Boolean).length * 2 >= forms.length;
  return forms.map((form, at) => {
    const open = isOpen && at === forms.length - 1;
    const near = [forms[at - 1], forms[at + 1]].map((other) => other && index.words.get(other.folded));
    const marked = isAccented || hasMarks[at] === true;
    const { thesaurus } = index;
    const isTalk = talk.has(at);
    const noise =
      isTalk || (marked ? thesaurus.noise.has(form.accented) : thesaurus.bareNoise.has(form.folded));
    const term = index.words.get(form.folded);
    return {
      ...form,
      marked,
      doubtful: noise && !marked && term !== undefined && term.weight > MEANT * term.rarity,
      real: index.realWords.has(form.accented),
      noise,
      talk: isTalk,
      open,
      readings: readingsOf(form.folded, { noise, open, before: near[0], after: near[1] }, index),
    };
  });
}

/** Places of the words of phrases that say nothing. */
function findTalk(
  forms: readonly WordForms[],
  hasMarks: readonly boolean[],
  { thesaurus }: SearchIndex,
): Set<number> {
  const places = new Set<number>();
  for (let at = 0; at < forms.length; at += 1) {
    const phrase = thesaurus.talk
      .get(forms[at]?.folded ?? '')
      ?.find((words) =>
        words.every(({ folded, accented }, place) =>
          hasMarks[at + place]
            ? forms[at + place]?.accented === accented
            : forms[at + place]?.folded === folded,
        ),
      );
    if (!phrase) continue;
    phrase.forEach((_, place) => places.add(at + place));
    at += phrase.length - 1;
  }
  return places;
}

/** What was typed as one word, as the words that were meant. */
function plainWords(typed: string, index: SearchIndex): string[] {
  if (isKnown(typed, index)) return [typed];
  const keys = index.help?.decodeTyping(typed);
  const decoded = keys === undefined || isForeign(typed, keys, index) ? undefined : keys;
  if (decoded !== undefined && isKnown(decoded, index)) return [decoded];
  return partWords(typed, index) ?? [decoded ?? typed];
}

/** Whether it has keys of tones inside, but is no word when they are decoded: `visa` is not `vía`. */
function isForeign(typed: string, decoded: string, { realWords }: SearchIndex): boolean {
  return /[sfrxj][aeiouy]/u.test(typed.slice(1)) && !realWords.has(formsOf(decoded).accented);
}

function isKnown(word: string, { words, thesaurus }: SearchIndex): boolean {
  const { folded } = formsOf(word);
  return words.has(folded) || thesaurus.bareNoise.has(folded);
}

/** `khaisinh` is `khai sinh`: parted into known words that are neighbours somewhere. */
function partWords(typed: string, index: SearchIndex): string[] | undefined {
  if (typed.length < 5) return undefined;
  interface Way {
    readonly parts: readonly string[];
    readonly last: Term | undefined;
    /** Parts, and parts that are no neighbours anywhere. */
    readonly cost: number;
  }
  const ways: (Way | undefined)[] = [{ parts: [], last: undefined, cost: 0 }];
  for (let end = 2; end <= typed.length; end += 1) {
    for (let start = Math.max(0, end - 7); start <= end - 2; start += 1) {
      const way = ways[start];
      const part = typed.slice(start, end);
      const term = way && index.words.get(formsOf(part).folded);
      if (!way || !term) continue;
      const isStrange = way.last !== undefined && !index.pairs.has(pairKey(way.last.id, term.id));
      const cost = way.cost + 1 + (isStrange ? 2 : 0);
      if (cost < (ways[end]?.cost ?? Infinity)) ways[end] = { parts: [...way.parts, part], last: term, cost };
    }
  }
  const found = ways[typed.length];
  const isSound = found && (found.cost === found.parts.length || typed.length > 8);
  return isSound && found.parts.length > 1 ? [...found.parts] : undefined;
}

interface Surroundings {
  readonly noise: boolean;
  readonly open: boolean;
  readonly before: Term | undefined;
  readonly after: Term | undefined;
}

function readingsOf(folded: string, around: Surroundings, index: SearchIndex): Reading[] {
  const own = index.words.get(folded);
  const fits = ({ id }: Term) =>
    (around.before !== undefined && index.pairs.has(pairKey(around.before.id, id))) ||
    (around.after !== undefined && index.pairs.has(pairKey(id, around.after.id)));
  const readings: Reading[] = own ? [{ term: own, strength: 1 }] : [];
  // A short word is one slip away from many others; only its neighbours can tell which was meant.
  const isFree = around.open || folded.length > 4 || !(around.before ?? around.after);
  const guess = (terms: Iterable<Term>, strength: number, most: number, isSlip = false) => {
    const fresh = [...terms].filter((term) => !readings.some((reading) => reading.term === term));
    readings.push(...bestOf(fresh, fits, most, isFree).map((term) => ({ term, strength, isSlip })));
  };

  if (around.open) {
    const endings = [...index.words.atPrefix(folded).values()];
    const fitting = endings.filter(
      (term) => term.documents.length > 0 && (fits(term) || (!own && folded.length > 1)),
    );
    guess(fitting, own ? ENDING * 0.7 : ENDING, MOST_ENDINGS);
  }
  if (around.noise || /\d/u.test(folded) || folded.length < 2) return readings;
  const alike = index.sounds.get(soundKey(folded)) ?? [];
  // A known word is doubted only where it makes no sense beside its neighbours and another does.
  if (!own) guess(alike, SOUND, MOST_GUESSES);
  else if (!fits(own)) guess(alike.filter(fits), SOUND, MOST_GUESSES);
  if (readings.length === 0 && folded.length > 2)
    guess(oneSlipAway(folded, index), folded.length > 4 ? TYPO : SHORT_TYPO, MOST_GUESSES, true);
  return readings;
}

/**
 * Known words one letter more, less or other, or two letters swapped. Where a whole syllable was typed its beginning was
 * meant: `khiếu` is no `chiếu`.
 */
function oneSlipAway(folded: string, { words }: SearchIndex): Term[] {
  const found = new Set<Term>();
  for (let at = 1; at < folded.length; at += 1) {
    const swapped =
      folded.slice(0, at - 1) + (folded[at] ?? '') + (folded[at - 1] ?? '') + folded.slice(at + 1);
    const term = words.get(swapped);
    if (term) found.add(term);
  }
  for (const [, [term]] of words.fuzzyGet(folded, 1)) if (term.folded.length > 1) found.add(term);
  const onset = isWritten(folded) ? onsetOf(folded) : undefined;
  return [...found].filter((term) => onset === undefined || onsetOf(term.folded) === onset);
}

/**
 * Words that are neighbours of what stands beside, else, if free, any; those that occur most first.
 */
function bestOf(
  terms: readonly Term[],
  fits: (term: Term) => boolean,
  most: number,
  isFree: boolean,
): Term[] {
  const fitting = terms.filter(fits);
  const pool = fitting.length > 0 ? fitting : isFree ? [...terms] : [];
  return pool.sort((one, other) => other.documents.length - one.documents.length).slice(0, most);
}
