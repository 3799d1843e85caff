const GAP = 4;

/**
 * Places a panel of the top layer under what opened it, or above where the page ends before the panel would. It stands
 * in the page, not in the window: it goes with its anchor when the page is scrolled, and what does not fit into a small
 * window is scrolled to. Through the CSSOM, which a strict CSP allows.
 */
export function placeBelow(panel: HTMLElement, anchor: HTMLElement): void {
  const page = document.documentElement;
  // As large as it likes to be: what an earlier place left of it must not count.
  panel.style.removeProperty('max-height');
  panel.style.setProperty('top', '0');
  const at = anchor.getBoundingClientRect();
  const height = panel.offsetHeight;
  const most = page.clientWidth - panel.offsetWidth - GAP;
  const above = at.top + scrollY - GAP;
  const below = at.bottom + scrollY + GAP;
  const room = Math.max(page.scrollHeight, page.clientHeight) - below - GAP;
  const isBelow = height <= room || room >= above;
  // Only a page too short for the panel on either side makes it scroll inside.
  if (height > Math.max(room, above)) panel.style.setProperty('max-height', px(isBelow ? room : above));
  panel.style.setProperty('left', px(scrollX + Math.max(GAP, Math.min(at.left, most))));
  panel.style.setProperty('top', px(isBelow ? below : above - Math.min(height, above)));
}

const px = (length: number): string => `${String(Math.floor(length))}px`;
