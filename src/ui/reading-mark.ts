import type { CSSResult } from 'lit';
import type { Passage } from './shown-text.js';
import { readingMark } from './styles/read-aloud.styles.js';

/** By which the styles know it; of a page there is one, as there is one voice. */
const NAME = 'dvc-aloud';
const BLOCK = 'data-dvc-aloud';

/** Puts styles into a shadow root behind the first, which are the base of all, and before what changes with the width. */
export function adoptOnce(root: ShadowRoot, { styleSheet }: CSSResult): void {
  const sheets = [...root.adoptedStyleSheets];
  if (!styleSheet || sheets.includes(styleSheet)) return;
  sheets.splice(1, 0, styleSheet);
  root.adoptedStyleSheets = sheets;
}

/** Shows which sentence is being read; nothing moves by that. */
export class ReadingMark {
  #block: Element | undefined;
  #highlight: Highlight | undefined;

  show({ range, block }: Passage): void {
    this.clear();
    const root = block.getRootNode();
    if (root instanceof ShadowRoot) adoptOnce(root, readingMark);
    // Firefox marks words since 140, Safari since 17.2; before that the paragraph has to do.
    if ('highlights' in CSS) CSS.highlights.set(NAME, (this.#highlight = new Highlight(range)));
    else (this.#block = block).setAttribute(BLOCK, '');
  }

  clear(): void {
    this.#block?.removeAttribute(BLOCK);
    // What reads in its place has marked already.
    if (this.#highlight && CSS.highlights.get(NAME) === this.#highlight) CSS.highlights.delete(NAME);
    this.#block = this.#highlight = undefined;
  }
}
