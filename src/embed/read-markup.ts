/*
 * Markup that somebody pasted, as tokens. Nothing of it is ever given to a browser as markup: no parser of a page sees it,
 * so no policy has to trust it. Reads anything to its end, in one pass.
 */

export type Token =
  | {
      readonly kind: 'open';
      /** In small letters; `[dvc` of a shortcode is called `[dvc`. */
      readonly name: string;
      /** By name in small letters, the first of each. */
      readonly attributes: ReadonlyMap<string, string>;
    }
  | { readonly kind: 'close'; readonly name: string }
  | {
      readonly kind: 'text';
      readonly text: string;
      /** As it was written: what a style sheet says is no HTML. */
      readonly raw: string;
    }
  | { readonly kind: 'comment'; readonly text: string };

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

const LAST_CODE_POINT = 0x10ffff;

const decodeEntities = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/giu,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name) return NAMED[name.toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
      return code <= LAST_CODE_POINT ? String.fromCodePoint(code) : whole;
    },
  );

/** What may stand between: a comment, the end of an element, its beginning, and the same of a shortcode. */
const MARK = /<!--|<\/([a-z][^\s/>]*)|<([a-z][^\s/>]*)|\[(\/?)dvc(?=[\s\]])/giu;
/** Between attributes. Skipped by itself: tried again at each of a million blanks it would never end. */
const BETWEEN = /[\s/]*/uy;
const ATTRIBUTE = /([^\s"'<>/=[\]]+)(?:\s*=\s*(?:"([^"]*)(?:"|$)|'([^']*)(?:'|$)|([^\s"'<>\]]*)))?/uy;

/** Elements whose content is no markup. */
const RAW = new Set(['script', 'style']);

export function readMarkup(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const addText = (end: number) => {
    if (end <= at) return;
    const raw = text.slice(at, end);
    tokens.push({ kind: 'text', text: decodeEntities(raw), raw });
  };
  const goTo = (found: number, past: number) => {
    at = found < 0 ? text.length : found + past;
  };
  for (;;) {
    MARK.lastIndex = at;
    const mark = MARK.exec(text);
    if (!mark) break;
    addText(mark.index);
    const [whole, closed, opened, slash] = mark;
    at = mark.index + whole.length;
    if (whole === '<!--') {
      const end = text.indexOf('-->', at);
      tokens.push({ kind: 'comment', text: text.slice(at, end < 0 ? undefined : end) });
      goTo(end, 3);
    } else if (closed !== undefined) {
      tokens.push({ kind: 'close', name: closed.toLowerCase() });
      goTo(text.indexOf('>', at), 1);
    } else if (slash) {
      tokens.push({ kind: 'close', name: '[dvc' });
      goTo(text.indexOf(']', at), 1);
    } else {
      const name = opened?.toLowerCase() ?? '[dvc';
      const { attributes, end } = readAttributes(text, at, opened === undefined ? ']' : '>');
      tokens.push({ kind: 'open', name, attributes });
      at = end;
      if (!RAW.has(name)) continue;
      const rest = text.slice(at);
      const close = rest.search(name === 'script' ? /<\/script/iu : /<\/style/iu);
      addText(close < 0 ? text.length : at + close);
      goTo(close < 0 ? close : at + close, 0);
    }
  }
  addText(text.length);
  return tokens;
}

function readAttributes(
  text: string,
  from: number,
  closing: '>' | ']',
): { readonly attributes: ReadonlyMap<string, string>; readonly end: number } {
  const attributes = new Map<string, string>();
  let at = from;
  for (;;) {
    BETWEEN.lastIndex = at;
    BETWEEN.test(text);
    at = BETWEEN.lastIndex;
    if (at >= text.length || text[at] === closing) break;
    ATTRIBUTE.lastIndex = at;
    const found = ATTRIBUTE.exec(text);
    if (!found) {
      // A stray sign; browsers go on behind it as well.
      at += 1;
      continue;
    }
    const [whole, name = '', double, single, bare] = found;
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, decodeEntities(double ?? single ?? bare ?? ''));
    at += whole.length;
  }
  return { attributes, end: Math.min(at + 1, text.length) };
}
