import { formsOf, tokenise, type WordForms } from './tokens.js';

/**
 * Everyday words and what the official names say for them. A place may add a file of its own in this form.
 */
export interface ThesaurusData {
  /** Each line: what people say, `|` between ways to say it, `=`, the official words, `|` between those. */
  readonly means?: readonly string[];
  /** Words that carry no meaning in a question: `ạ`, `cho hỏi`, `làm sao`. Separated by spaces. */
  readonly noise?: string;
  /** Words that are in so many names that they tell little: `thủ tục`, `cấp`. Separated by spaces. */
  readonly weak?: string;
  /** Words that single out a special case: `lại`, `gia hạn`. Who does not say them means the plain one. */
  readonly special?: string;
}

/** One way to say it, and what it means. */
export interface Meaning {
  readonly said: readonly WordForms[];
  readonly official: readonly (readonly WordForms[])[];
}

export interface Thesaurus {
  /** Lines not read yet, so that reading them can be done in slices; see `readMeanings`. */
  readonly lines: readonly string[];
  /** With accents, see `accentKey`. */
  readonly noise: ReadonlySet<string>;
  readonly weak: ReadonlySet<string>;
  readonly special: ReadonlySet<string>;
  /** The noise without accents, as many type it. */
  readonly bareNoise: ReadonlySet<string>;
}

/** Later files add to earlier ones. */
export function readThesaurus(files: readonly ThesaurusData[]): Thesaurus {
  const list = (member: 'noise' | 'weak' | 'special', form: keyof WordForms) =>
    new Set(files.flatMap((file) => wordsOf(file[member] ?? '').map((word) => word[form])));
  return {
    lines: files.flatMap(({ means = [] }) => means),
    noise: list('noise', 'accented'),
    weak: list('weak', 'accented'),
    special: list('special', 'accented'),
    bareNoise: list('noise', 'folded'),
  };
}

/** The meanings of a line; none where it does not have the form. */
export function readMeanings(line: string): Meaning[] {
  const [left = '', right = ''] = line.split('=');
  const phrases = (side: string) =>
    side
      .split('|')
      .map(wordsOf)
      .filter((words) => words.length > 0);
  const official = phrases(right);
  return official.length > 0 ? phrases(left).map((said) => ({ said, official })) : [];
}

function wordsOf(text: string): WordForms[] {
  return tokenise(text).map((token) => formsOf(token.text));
}
