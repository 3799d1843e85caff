import type { Ages } from './ages.js';
import { formsOf, tokenise, type WordForms } from './tokens.js';

/**
 * Everyday words and what the official names say for them. A place may add a file of its own in this form.
 */
export interface ThesaurusData {
  /**
   * Each line: what people say, `|` between ways to say it, `=`, the official words, `|` between those. `/` stands
   * between words that may stand in one place (`mới/vừa mất`); `~` behind a way that does not mean it before a thing.
   * `…` stands for some words that are not part of it; its last word is what means it (`không … nữa=chấm dứt`).
   */
  readonly means?: readonly string[];
  /** Things that can be lost: `mất sổ`, `mất căn cước` tell of no death. Separated by `|`. */
  readonly things?: string;
  /** Words that carry no meaning in a question, unless a neighbour gives them one: `ạ`, `hỏi`. Separated by spaces. */
  readonly noise?: string;
  /** Phrases that carry none, whatever their words mean elsewhere: `ông ngoại`, `bao nhiêu`. Separated by `|`. */
  readonly talk?: string;
  /** Ages and what they mean, `from-to=official words`: whoever is 82 may have a pension. */
  readonly ages?: readonly string[];
  /** Words that are in so many names that they tell little: `thủ tục`, `cấp`. Separated by spaces. */
  readonly weak?: string;
  /** Words that single out a special case: `lại`, `gia hạn`. Who does not say them means the plain one. */
  readonly special?: string;
}

/** One way to say it, and what it means. */
export interface Meaning {
  readonly said: readonly WordForms[];
  /** Not before the name of a thing. */
  readonly isFinal: boolean;
  /** Other words may stand in between, and mean what they mean. */
  readonly isApart: boolean;
  readonly official: readonly (readonly WordForms[])[];
}

/** Official words for a stretch of the query, from one word up to but not including another. */
export interface FoundMeaning {
  readonly from: number;
  readonly to: number;
  readonly official: readonly WordForms[];
  readonly strength: number;
}

/** How sure it is that who says it in other words means the official ones. */
export const MEANING = 0.9;

/** What an age means. */
export interface AgeMeaning extends Ages {
  readonly official: readonly (readonly WordForms[])[];
}

export interface Thesaurus {
  /** Lines not read yet, so that reading them can be done in slices; see `readMeanings`. */
  readonly lines: readonly string[];
  /** By the first word without accents, longest first. */
  readonly things: ReadonlyMap<string, readonly (readonly WordForms[])[]>;
  readonly ages: readonly AgeMeaning[];
  /** With accents, see `accentKey`. */
  readonly noise: ReadonlySet<string>;
  readonly weak: ReadonlySet<string>;
  readonly special: ReadonlySet<string>;
  /** By the first word without accents, longest first. */
  readonly talk: ReadonlyMap<string, readonly (readonly WordForms[])[]>;
  /** The noise without accents, as many type it. */
  readonly bareNoise: ReadonlySet<string>;
}

/** Later files add to earlier ones; the generator lets go now and then, so that the caller may let others work. */
export function* readThesaurus(files: readonly ThesaurusData[]): Generator<undefined, Thesaurus> {
  const words = (member: 'noise' | 'weak' | 'special') =>
    files.flatMap((file) => wordsOf(file[member] ?? ''));
  const phrases = (member: 'things' | 'talk') =>
    byFirstWord(files.flatMap((file) => (file[member] ?? '').split('|').map(wordsOf)));
  const accented = (some: readonly WordForms[]) => new Set(some.map((word) => word.accented));
  const noise = words('noise');
  yield;
  const talk = phrases('talk');
  yield;
  const things = phrases('things');
  yield;
  return {
    lines: files.flatMap(({ means = [] }) => means),
    things,
    ages: files.flatMap(({ ages = [] }) => ages.flatMap(readAges)),
    noise: accented(noise),
    weak: accented(words('weak')),
    special: accented(words('special')),
    talk,
    bareNoise: new Set(noise.map(({ folded }) => folded)),
  };
}

function readAges(line: string): AgeMeaning[] {
  const [, least, most, right] = /^(\d+)-(\d+)=(.+)$/u.exec(line) ?? [];
  return right ? [{ least: Number(least), most: Number(most), official: right.split('|').map(wordsOf) }] : [];
}

/** Adds to the list that stands under a key. */
export function addTo<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const same = lists.get(key);
  if (same) same.push(item);
  else lists.set(key, [item]);
}

function byFirstWord(phrases: readonly WordForms[][]): Map<string, WordForms[][]> {
  const found = new Map<string, WordForms[][]>();
  for (const phrase of [...phrases].sort((one, other) => other.length - one.length)) {
    const [first] = phrase;
    if (first) addTo(found, first.folded, phrase);
  }
  return found;
}

/** The meanings of a line; none where it does not have the form. */
export function readMeanings(line: string): Meaning[] {
  const [left = '', right = ''] = line.split('=');
  const official = right.split('|').flatMap(waysOf);
  if (official.length === 0) return [];
  return left
    .split('|')
    .flatMap((way) =>
      waysOf(way).map((said) => ({ said, official, isFinal: way.endsWith('~'), isApart: way.includes('…') })),
    );
}

/** All that a phrase with `/` in it can be. */
function waysOf(phrase: string): WordForms[][] {
  const places = phrase.split(' ').map((place) => place.split('/').flatMap(wordsOf));
  const ways = places.reduce<WordForms[][]>(
    (begun, words) =>
      words.length === 0 ? begun : begun.flatMap((way) => words.map((word) => [...way, word])),
    [[]],
  );
  return ways.filter((way) => way.length > 0);
}

/** Folding is slow, and thousands of lines are made of the same few words. */
const known = new Map<string, WordForms>();

function wordsOf(text: string): WordForms[] {
  return tokenise(text).map((token) => {
    const forms = known.get(token.text) ?? formsOf(token.text);
    known.set(token.text, forms);
    return forms;
  });
}
