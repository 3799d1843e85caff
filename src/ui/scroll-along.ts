import type { Passage } from './shown-text.js';

const heightOfView = (): number => document.documentElement.clientHeight;

export function isInView(range: Range): boolean {
  const { top, bottom } = range.getBoundingClientRect();
  return top >= 0 && bottom <= heightOfView();
}

/** Brings what is read into view, where it is not, without a glide for whoever wants none. */
export function follow({ range, block }: Passage): void {
  if (isInView(range)) return;
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
  // Of a paragraph that is longer than the screen the middle would be another sentence.
  if (block.clientHeight < heightOfView()) block.scrollIntoView({ block: 'center', behavior });
  else window.scrollBy({ top: range.getBoundingClientRect().top - heightOfView() / 3, behavior });
}
