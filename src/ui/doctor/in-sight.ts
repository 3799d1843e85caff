import type { Hiding } from '../../doctor/facts.js';

/** An opacity below which nobody reads. */
const LEAST_OPACITY = 0.1;
/** Less than this part of its room, and what an element says is too small to be read. */
const LEAST_PART = 0.05;
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

/** What a filter leaves of how much can be seen, from 0 to 1; others than `opacity()` leave shapes that can be read. */
const filteredOpacity = (filter: string): number =>
  [...filter.matchAll(/opacity\(([\d.]+)\)/gu)].reduce((left, [, part]) => left * Number(part), 1);

/** Whether a transformation leaves nearly nothing of an element. Its area is compared: turning keeps that, and no side. */
function isShrunken(element: Element): boolean {
  const { offsetWidth = 0, offsetHeight = 0 } = element as Partial<HTMLElement>;
  const { width, height } = element.getBoundingClientRect();
  return width * height < offsetWidth * offsetHeight * LEAST_PART;
}

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
  const faint = by(
    ({ opacity, filter }) => Number(opacity) < LEAST_OPACITY || filteredOpacity(filter) < LEAST_OPACITY,
  );
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
  // The outermost that is small makes all in it so.
  const shrunken = line.filter(isShrunken).pop();
  if (shrunken) return { how: 'size', by: selectorOf(shrunken) };
  const { width, height, right, bottom } = element.getBoundingClientRect();
  if (width < LEAST_SIZE || height < LEAST_SIZE) return { how: 'size', by: selectorOf(element) };
  if (right + scrollX < 1 || bottom + scrollY < 1) return { how: 'outside', by: selectorOf(element) };
  return undefined;
}

/** Parts of a side at which it is looked. */
const PARTS = [0.5, 0.1, 0.3, 0.7, 0.9];

/**
 * What lies on top of the middle of an element that can be seen, or cuts all of it away. The page is moved there, and back
 * by the caller.
 */
export function coverOf(element: Element): Hiding | undefined {
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  // Of a long one the part that is in the window.
  const between = (from: number, to: number, size: number, part: number) =>
    Math.max(from, 0) + (Math.min(to, size) - Math.max(from, 0)) * part;
  const root = element.getRootNode() as Document | ShadowRoot;
  const hitAt = (x: number, y: number) =>
    root.elementFromPoint(between(left, right, clientWidth, x), between(top, bottom, clientHeight, y));
  const [middle] = PARTS as [number];
  const hit = hitAt(middle, middle);
  if (hit && !element.contains(hit) && !hit.contains(element)) return { how: 'covered', by: selectorOf(hit) };
  // What is cut away cannot be pointed at. Whatever shape it is: one that leaves a part in sight leaves one of the points.
  const cutter = withAncestors(element).find((at) => getComputedStyle(at).clipPath !== 'none');
  const isCut =
    cutter &&
    getComputedStyle(element).pointerEvents !== 'none' &&
    !PARTS.some((x) => PARTS.some((y) => element.contains(hitAt(x, y))));
  return isCut ? { how: 'clipped', by: selectorOf(cutter) } : undefined;
}
