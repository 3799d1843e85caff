import type { Token } from './read-markup.js';
import { isFrameScript, scriptAt, type Reading } from './reading.js';

/* What stands inside the elements of a snippet. An embedding has one link for all of them: whatever else is there is named. */

type Opening = Extract<Token, { kind: 'open' }>;

/** Elements whose content is no text of the page. */
const RAW = new Set(['script', 'style']);

/** Letters of what was pasted that a person needs to find it again. */
const LONGEST_QUOTE = 60;

const quoted = (text: string): string => {
  const words = text.replace(/\s+/gu, ' ').trim();
  return words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE)}…` : words;
};

/** An attribute as it was pasted, shortened. */
export const attributeQuoted = (name: string, value: string): string =>
  value === '' ? name : `${name}="${quoted(value)}"`;

/** What ends each tag that somebody closed. */
function endsOf(tokens: readonly Token[]): ReadonlyMap<Token, Token> {
  const ends = new Map<Token, Token>();
  const open = new Map<string, Token[]>();
  for (const token of tokens) {
    if (token.kind === 'open') {
      const same = open.get(token.name);
      if (same) same.push(token);
      else open.set(token.name, [token]);
    } else if (token.kind === 'close') {
      const begun = open.get(token.name)?.pop();
      if (begun) ends.set(begun, token);
    }
  }
  return ends;
}

/** What is read by itself wherever it stands: the library's own scripts, sheets, frames. */
const isReadElsewhere = ({ name, attributes }: Opening): boolean => {
  const source = attributes.get('src') ?? '';
  if (name === 'script') return isFrameScript(source) || scriptAt(source) !== undefined;
  return name === 'link' || name === 'style' || (name === 'iframe' && attributes.has('data-dvc-frame'));
};

/**
 * Names what stands inside elements and an embedding has no place for: other tags, words, a link that differs from the one
 * that was read, and what a link says beside its address. Behind a tag that nobody closed the page goes on: nothing of it
 * is an element's.
 * @param isElement whether a tag is or becomes an element
 */
export function tellContent(
  tokens: readonly Token[],
  isElement: (token: Opening) => boolean,
  { link, lose }: Reading,
): void {
  const ends = endsOf(tokens);
  /** What will end the elements that are open. */
  const open = new Set<Token>();
  let anchor: { readonly href: string; text: string } | undefined;
  let isRaw = false;
  const endLink = () => {
    if (!anchor) return;
    const { href, text } = anchor;
    anchor = undefined;
    if (href !== link.href) lose(`<a ${attributeQuoted('href', href)}>${quoted(text)}</a>`);
    else if (quoted(text) !== quoted(link.text ?? '')) lose(`“${quoted(text)}”`);
  };
  for (const token of tokens) {
    if (token.kind === 'text') {
      if (isRaw || open.size === 0) continue;
      if (anchor) anchor.text += token.text;
      else if (token.text.trim() !== '') lose(`“${quoted(token.text)}”`);
    } else if (token.kind === 'close') {
      isRaw = false;
      if (open.delete(token) || token.name === 'a') endLink();
    } else if (token.kind === 'open') {
      const { name, attributes } = token;
      isRaw = RAW.has(name);
      const end = isElement(token) ? ends.get(token) : undefined;
      if (end) open.add(end);
      if (open.size === 0) {
        // Data of an element that stands in the page.
        if (name === 'script' && attributes.has('data-dvc'))
          lose(`<script ${attributeQuoted('data-dvc', attributes.get('data-dvc') ?? '')}>`);
      } else if (name === 'a') {
        endLink();
        anchor = { href: attributes.get('href') ?? '', text: '' };
        if (!end)
          for (const [attribute, value] of attributes)
            if (attribute !== 'href') lose(attributeQuoted(attribute, value));
      } else if (!isElement(token) && !isReadElsewhere(token)) lose(`<${name}>`);
    }
  }
}
