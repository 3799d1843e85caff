/*
 * The shell's `all: initial` keeps the page's styles out, and with them a reader's own text spacing (WCAG 2.2,
 * 1.4.12), which comes as a style sheet over the whole page. These three are let in again, within bounds a
 * page's mistake cannot make unreadable.
 */
const watching = new Set<() => void>();
let observer: MutationObserver | undefined;

interface Spacing {
  readonly letter: string;
  readonly word: string;
  readonly line: string;
}

/** Roots that wait for their spacing, each with its host. */
const waiting = new Map<HTMLElement, HTMLElement>();

/** Copies the text spacing around `host` to the root of its shadow tree, soon: a page of elements asks at once. */
export function copyTextSpacing(host: HTMLElement, root: HTMLElement): void {
  if (waiting.size === 0) queueMicrotask(copyAll);
  waiting.set(root, host);
}

/** Reads all before it writes any: each reading after a writing makes the browser style the page anew. */
function copyAll(): void {
  const read = [...waiting].map(([root, host]) => [root, spacingAround(host)] as const);
  waiting.clear();
  for (const [{ style }, { letter, word, line }] of read) {
    style.setProperty('--_letter-spacing', letter);
    style.setProperty('--_word-spacing', word);
    style.setProperty('--_line-height', line);
  }
}

function spacingAround(host: HTMLElement): Spacing {
  const around = getComputedStyle(host);
  const size = Number.parseFloat(around.fontSize) || 16;
  const em = (length: string, most: number) =>
    Math.min(Math.max(Number.parseFloat(length) / size || 0, 0), most);
  return {
    letter: `${String(em(around.letterSpacing, 0.3))}em`,
    word: `${String(em(around.wordSpacing, 0.5))}em`,
    line: String(Math.max(em(around.lineHeight, 3), 1.5)),
  };
}

/**
 * Calls back when the page's styles may have changed: a style sheet that comes or leaves, a class or a style on the
 * page as a whole, as reading aids set them. Returns how to stop.
 */
export function watchPageStyles(listener: () => void): () => void {
  watching.add(listener);
  if (!observer) {
    observer = new MutationObserver(() => {
      for (const call of [...watching]) call();
    });
    const { documentElement, head, body } = document;
    for (const part of [documentElement, head, body])
      observer.observe(part, { childList: true, attributeFilter: ['class', 'style'] });
  }
  return () => {
    watching.delete(listener);
    if (watching.size > 0) return;
    observer?.disconnect();
    observer = undefined;
  };
}
