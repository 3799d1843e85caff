/** A part of a text: from a letter to before another, counted as strings are. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Longest piece that is read in one go, in letters: some ten seconds. Longer sentences are read in parts, because engines
 * fall silent in the middle of long ones (Chromium after fifteen seconds), and because nobody finds their place in them.
 */
const MOST = 160;
/** Less than this is no part of a sentence by itself. */
const LEAST = 40;

/**
 * What ends in a full stop and no sentence: short forms of places, titles and decrees, a letter or number that counts.
 * They are joined to what follows, and read as they stand: `UBND` or `TP.` may stand for more than one thing, and what
 * is heard is to be what is seen.
 */
const NO_END =
  /(?:^|[\s(“"'/,])(?:tp|tx|tt|ths|ts|gs|pgs|bs|ks|ls|st|đ\/c|mr|mrs|ms|dr|no|art|\p{L}|\p{N}{1,3})\.\s*$/iu;
const HAS_WORD = /[\p{L}\p{N}]/u;

/**
 * Sentences of a text, in order, without the spaces around them; what has neither letter nor number is left out. A new
 * line ends a sentence.
 * @param language of the text, two letters
 */
export function sentencesIn(text: string, language: string): Span[] {
  const spans: Span[] = [];
  for (const { index, 0: line } of text.matchAll(/[^\n]+/gu))
    for (const span of joined(line, endsOf(line, language)))
      spans.push(
        ...inParts(line, span).map(({ start, end }) => ({ start: index + start, end: index + end })),
      );
  return spans
    .map((span) => trimmed(text, span))
    .filter(({ start, end }) => HAS_WORD.test(text.slice(start, end)));
}

/** Where sentences end, by the rules of the language. */
const endsOf = (line: string, language: string): number[] =>
  [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(line)].map(
    ({ index, segment }) => index + segment.length,
  );

function joined(line: string, ends: readonly number[]): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const end of ends) {
    if (end < line.length && NO_END.test(line.slice(start, end))) continue;
    if (end > start) spans.push({ start, end });
    start = end;
  }
  return spans;
}

/** A sentence in parts that are not too long: after a mark where there is one, else between words. */
function inParts(line: string, { start, end }: Span): Span[] {
  if (end - start <= MOST) return [{ start, end }];
  const begin = line.slice(start, start + MOST);
  const mark = [...begin.matchAll(/[;:,–)](?=\s)/gu)].at(-1);
  const space = /\s/u.exec(line.slice(start + LEAST, end));
  const cut =
    mark && mark.index >= LEAST
      ? mark.index + 1
      : begin.lastIndexOf(' ') >= LEAST
        ? begin.lastIndexOf(' ')
        : space && LEAST + space.index;
  if (!cut) return [{ start, end }];
  return [{ start, end: start + cut }, ...inParts(line, { start: start + cut, end })];
}

function trimmed(text: string, { start, end }: Span): Span {
  const piece = text.slice(start, end);
  const before = piece.length - piece.trimStart().length;
  return { start: start + before, end: start + piece.trimEnd().length };
}
