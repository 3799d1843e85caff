import type { Hiding } from '../../doctor/facts.js';

/** An opacity below which nobody reads. */
const LEAST_OPACITY = 0.1;
/** Less of an element than this, in CSS pixels, shows nothing. */
const LEAST_SIZE = 4;

/** What somebody who edits the page looks for: `div#tab-2.pane`. */
export const selectorOf = ({ localName, id, classList }: Element): string =>
  `${localName}${id ? `#${id}` : ''}${[...classList]
    .slice(0, 2)
    .map((name) => `.${name}`)
    .join('')}`;

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

const withAncestors = (element: Element): Element[] => {
  const found: Element[] = [];
  for (let at: Element | null = element; at; at = parentOf(at)) found.push(at);
  return found;
};

/** Whether it stands in a part that the page folded up, which is no fault. */
export const isFolded = (element: Element): boolean => {
  const folded = element.closest('details:not([open])');
  return folded !== null && folded !== element && !element.closest('summary');
};

/** Why nobody can see an element, and what does it; undefined where it can be seen. */
export function hidingOf(element: Element): Hiding | undefined {
  const line = withAncestors(element);
  const own = getComputedStyle(element);
  const by = (does: (style: CSSStyleDeclaration, at: Element) => boolean) => {
    const culprit = line.find((at) => does(getComputedStyle(at), at));
    return culprit && selectorOf(culprit);
  };
  const gone = by(({ display }) => display === 'none');
  if (gone) return { how: 'display', by: gone };
  if (own.visibility !== 'visible')
    return { how: 'visibility', by: by(({ visibility }) => visibility !== 'visible') ?? selectorOf(element) };
  const faint = by(({ opacity }) => Number(opacity) < LEAST_OPACITY);
  if (faint) return { how: 'opacity', by: faint };
  // Its own box shows nothing, but what is inside stands in the page.
  if (own.display === 'contents') return undefined;
  const clipped = by(
    ({ overflowX, overflowY, contentVisibility }, at) =>
      (contentVisibility as string | undefined) === 'hidden' ||
      (at !== element &&
        ((overflowY !== 'visible' && at.clientHeight < LEAST_SIZE && at.scrollHeight > LEAST_SIZE) ||
          (overflowX !== 'visible' && at.clientWidth < LEAST_SIZE && at.scrollWidth > LEAST_SIZE))),
  );
  if (clipped) return { how: 'clipped', by: clipped };
  const { width, height, right, bottom } = element.getBoundingClientRect();
  if (width < LEAST_SIZE || height < LEAST_SIZE) return { how: 'size', by: selectorOf(element) };
  if (right + scrollX < 1 || bottom + scrollY < 1) return { how: 'outside', by: selectorOf(element) };
  return undefined;
}

/** What lies on top of the middle of an element that can be seen. The page is moved there, and back by the caller. */
export function coverOf(element: Element): Hiding | undefined {
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, right, bottom } = element.getBoundingClientRect();
  // Of a long one the part that is in the window.
  const middle = (from: number, to: number, size: number) => (Math.max(from, 0) + Math.min(to, size)) / 2;
  const root = element.getRootNode() as Document | ShadowRoot;
  const hit = root.elementFromPoint(
    middle(left, right, document.documentElement.clientWidth),
    middle(top, bottom, document.documentElement.clientHeight),
  );
  if (!hit || element.contains(hit) || hit.contains(element)) return undefined;
  return { how: 'covered', by: selectorOf(hit) };
}
