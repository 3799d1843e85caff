/** Looks through a page now, and through whatever is added to it later. */
export function watchPage(look: (root: ParentNode) => void): void {
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes) if (node instanceof Element) look(node);
  }).observe(document.documentElement, { childList: true, subtree: true });
  look(document);
}

/** Ordinary tags of a page that become elements; see `data-tags.ts`. */
export const DATA_TAGS = '[data-dvc]:not(script)';

/** The node itself, where it is meant, and all within it. */
export const matching = (root: ParentNode, selector: string): Element[] => [
  ...(root instanceof Element && root.matches(selector) ? [root] : []),
  ...root.querySelectorAll(selector),
];
