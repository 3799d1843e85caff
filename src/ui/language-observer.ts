/*
 * One observer for each tree, however many elements are in it: a page may hold hundreds of badges, and each
 * must follow a change of any `lang` above it.
 */
const watched = new Map<Node, { readonly observer: MutationObserver; readonly listeners: Set<() => void> }>();

/** Calls back when a `lang` changes anywhere above an element, through shadow roots. Returns how to stop. */
export function observeLanguage(element: Element, listener: () => void): () => void {
  const roots = rootsOf(element);
  for (const root of roots) {
    let entry = watched.get(root);
    if (!entry) {
      const listeners = new Set<() => void>();
      const observer = new MutationObserver(() => {
        for (const call of [...listeners]) call();
      });
      observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
      entry = { observer, listeners };
      watched.set(root, entry);
    }
    entry.listeners.add(listener);
  }
  return () => {
    for (const root of roots) {
      const entry = watched.get(root);
      entry?.listeners.delete(listener);
      if (entry?.listeners.size === 0) {
        entry.observer.disconnect();
        watched.delete(root);
      }
    }
  };
}

/**
 * The nearest `lang` at or above an element, through shadow roots.
 * @param page what holds for the whole page, where it is told: many systems write one `lang` on every page they make
 */
export function nearestLanguageTag(element: Element, page?: string): string | undefined {
  for (let at: Element | null | undefined = element; at; at = parentAcrossRoots(at)) {
    const tag = at.getAttribute('lang');
    if (tag && !(page && at === document.documentElement)) return tag;
  }
  return page;
}

const parentAcrossRoots = (at: Element): Element | null | undefined =>
  at.assignedSlot ?? at.parentElement ?? (at.parentNode as Partial<ShadowRoot> | null)?.host;

function rootsOf(element: Element): Node[] {
  const roots: Node[] = [];
  for (let at: Element | null = element; at;) {
    const root = at.getRootNode();
    roots.push(root);
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return roots;
}
