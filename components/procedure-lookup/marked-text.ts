import { html, type TemplateResult } from 'lit';

/** A stretch of text, from a character to the one before another, in UTF-16 units. */
export type Range = readonly [start: number, end: number];

/** A text with the matched stretches marked. Text nodes and `<mark>` only; ranges out of bounds are cut. */
export function markedText(text: string, ranges: readonly Range[]): readonly (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let at = 0;
  for (const [start, end] of [...ranges].sort((one, other) => one[0] - other[0])) {
    const from = Math.max(start, at);
    const to = Math.min(end, text.length);
    if (from >= to) continue;
    if (from > at) parts.push(text.slice(at, from));
    parts.push(html`<mark>${text.slice(from, to)}</mark>`);
    at = to;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}
