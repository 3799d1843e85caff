const GAP = 4;

/**
 * Places a panel of the top layer under what opened it, inside the window: never cut off at 320 px, and above
 * where there is more room above. Through the CSSOM, which a strict CSP allows.
 */
export function placeBelow(panel: HTMLElement, anchor: HTMLElement): void {
  const at = anchor.getBoundingClientRect();
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const left = Math.max(GAP, Math.min(at.left, width - panel.offsetWidth - GAP));
  const below = at.bottom + GAP;
  const above = at.top - GAP - panel.offsetHeight;
  const top = below + panel.offsetHeight <= height || above < 0 ? below : above;
  panel.style.setProperty('left', `${String(left)}px`);
  panel.style.setProperty('top', `${String(top)}px`);
}
