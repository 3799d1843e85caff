import type { Problem, Result } from '../../shared/result.js';
import type { Catalog } from '../catalog.js';
import type { Procedure } from '../procedure.js';
import { textsOf, wordsOf, type PrebuiltIndex } from './indexed-texts.js';

/**
 * What is read of a catalogue's texts, as a file. It says which words stand where, and nothing of what they mean: words of a
 * place, built-in everyday words and the way in which words are compared may change, and it still fits.
 */
export interface SearchIndexFile {
  /** Another where texts are read in another order, or parted into words in another way. */
  readonly formatVersion: 1;
  /** Digest of all texts, and of what was read of them: the file fits no other catalogue. */
  readonly fits: string;
  /** In lower case, with accents; the most frequent first, because short numbers make a small file. */
  readonly words: readonly string[];
  /** For each text, in the order of the catalogue, the numbers of its words, from 0. */
  readonly texts: readonly (readonly number[])[];
}

/** Why a search index is of no use: none, or of a newer version; or made of another state of the catalogue. */
export type SearchIndexProblem = Problem<
  'search-index-invalid' | 'unknown-format-version' | 'search-index-stale'
>;

/** Reads a catalogue's texts beforehand; the outcome is for `JSON.stringify`. */
export function writeSearchIndex({ procedures }: Catalog): SearchIndexFile {
  const own = allTexts(procedures);
  const read = own.map(wordsOf);
  const times = new Map<string, number>();
  for (const word of read.flat()) times.set(word, (times.get(word) ?? 0) + 1);
  const words = [...times].sort(([, one], [, other]) => other - one).map(([word]) => word);
  const numbers = new Map(words.map((word, number) => [word, number]));
  const texts = read.map((spoken) => spoken.map((word) => numbers.get(word) ?? 0));
  return { formatVersion: 1, fits: digestOf(own, words, texts), words, texts };
}

/**
 * Checks a search index, and that it is of this very catalogue, text by text. Never throws.
 * @param json what `JSON.parse` gave
 * @returns what `createCatalogSearch(catalog, { index })` takes
 */
export function readSearchIndex(
  json: unknown,
  { procedures }: Catalog,
): Result<PrebuiltIndex, SearchIndexProblem> {
  const file = (json ?? {}) as Partial<Record<keyof SearchIndexFile, unknown>>;
  const { formatVersion, words, texts } = file;
  if (typeof formatVersion === 'number' && formatVersion !== 1)
    return refused('unknown-format-version', { found: formatVersion });
  if (formatVersion !== 1 || !isListOf(words, isText) || !isListOf(texts, isListOfNumbers))
    return refused('search-index-invalid');
  const isNumber = (number: number) => Number.isInteger(number) && number >= 0 && number < words.length;
  if (!texts.every((numbers) => numbers.every(isNumber))) return refused('search-index-invalid');
  const own = allTexts(procedures);
  if (file.fits !== digestOf(own, words, texts)) return refused('search-index-stale');
  return {
    ok: true,
    // Handed to the search over another catalogue, it changes nothing there.
    value: (text, nth) =>
      text === own[nth] ? (texts[nth] ?? []).map((number) => words[number] ?? '') : wordsOf(text),
  };
}

const refused = (
  code: SearchIndexProblem['code'],
  params: Problem['params'] = {},
): { readonly ok: false; readonly problem: SearchIndexProblem } => ({ ok: false, problem: { code, params } });

const isText = (value: unknown): value is string => typeof value === 'string';
const isListOf = <Item>(value: unknown, is: (item: unknown) => item is Item): value is readonly Item[] =>
  Array.isArray(value) && value.every(is);
const isListOfNumbers = (value: unknown): value is readonly number[] =>
  isListOf(value, (item): item is number => typeof item === 'number');

const allTexts = (procedures: readonly Procedure[]): string[] =>
  procedures.flatMap((procedure) => textsOf(procedure).map(([, text]) => text));

/**
 * Two running products of 32 bits. Not against somebody who wants to deceive, who could as well change the catalogue: it has
 * to be quick, and to work on pages without https, where browsers have no SHA-256.
 */
function digestOf(
  own: readonly string[],
  words: SearchIndexFile['words'],
  texts: SearchIndexFile['texts'],
): string {
  let [one, other] = [0x811c9dc5, 0x41c6ce57];
  const add = (number: number) => {
    one = Math.imul(one ^ number, 0x9e3779b1);
    other = Math.imul(other ^ (other >>> 15) ^ number, 0x85ebca77);
  };
  for (const list of [own, words]) {
    add(list.length);
    for (const text of list) {
      add(text.length);
      for (let at = 0; at < text.length; at += 1) add(text.charCodeAt(at));
    }
  }
  for (const numbers of texts) {
    add(numbers.length);
    numbers.forEach(add);
  }
  return [one, other].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}
