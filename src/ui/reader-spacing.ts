/*
 * The shell's `all: initial` keeps the page's styles out, and with them a reader's own text spacing (WCAG 2.2,
 * 1.4.12), which comes as a style sheet over the whole page. These three are let in again, within bounds a
 * page's mistake cannot make unreadable.
 */
const watching = new Set<() => void>();
let observer: MutationObserver | undefined;

/** Copies the text spacing around `host` to the root of its shadow tree, once there is one. */
export function copyTextSpacing(host: HTMLElement, root: HTMLElement): void {
  const around = getComputedStyle(host);
  const size = Number.parseFloat(around.fontSize) || 16;
  const em = (length: string, most: number) =>
    Math.min(Math.max(Number.parseFloat(length) / size || 0, 0), most);
  root.style.setProperty('--_letter-spacing', `${String(em(around.letterSpacing, 0.3))}em`);
  root.style.setProperty('--_word-spacing', `${String(em(around.wordSpacing, 0.5))}em`);
  root.style.setProperty('--_line-height', String(Math.max(em(around.lineHeight, 3), 1.5)));
}

/** Calls back whenever a style sheet comes to the page or leaves it. Returns how to stop. */
export function watchStyleSheets(listener: () => void): () => void {
  watching.add(listener);
  if (!observer) {
    observer = new MutationObserver(() => {
      for (const call of [...watching]) call();
    });
    observer.observe(document.head, { childList: true });
  }
  return () => {
    watching.delete(listener);
    if (watching.size > 0) return;
    observer?.disconnect();
    observer = undefined;
  };
}
