/** Parts a value from words that explain it: `8.000 đồng – mỗi bản sao`. */
const DASH = ' – ';
/** Begins words that are quoted and not read: whoever writes them has read them, and says the value before them. */
const QUOTE = 'Nguồn ghi: ';

/** What stands before the first dash, and behind it. */
export interface QuotedWords {
  readonly begin: string;
  /** Undefined where there is no dash. */
  readonly rest: string | undefined;
  /** The rest is a quotation: it changes nothing of what stands before it. */
  readonly isQuote: boolean;
}

export function partQuote(words: string): QuotedWords {
  const at = words.indexOf(DASH);
  if (at < 0) return { begin: words, rest: undefined, isQuote: false };
  const rest = words.slice(at + DASH.length);
  const isQuote = rest.startsWith(QUOTE);
  return { begin: words.slice(0, at), rest: isQuote ? rest.slice(QUOTE.length) : rest, isQuote };
}

/** A value and words, read as one that the words explain. */
export const withWords = (value: string, words: string | undefined): string =>
  [value, words].filter(Boolean).join(DASH);

/** A value and what its source says, whatever that is. */
export const withQuote = (value: string, words: string | undefined): string =>
  withWords(value, words && QUOTE + words);
