/* How a story shows on the screen what comes out of the printer. */

/** As wide as the text of an A4 page with margins of a centimetre, and in no colours of the screen. */
export const PAPER = { theme: 'default', width: '190mm' } as const;

/** The same rules, of which those for paper hold on the screen. */
function forPaper({ cssRules }: CSSStyleSheet): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([...cssRules].map(({ cssText }) => cssText).join('\n'));
  for (const rule of sheet.cssRules)
    if (rule instanceof CSSMediaRule && rule.media.mediaText === 'print') rule.media.mediaText = 'all';
  return sheet;
}

function dress(root: ParentNode): void {
  for (const { shadowRoot } of root.querySelectorAll('*')) {
    if (!shadowRoot) continue;
    // The sheets themselves are also those of every other element of the page.
    shadowRoot.adoptedStyleSheets = shadowRoot.adoptedStyleSheets.map(forPaper);
    dress(shadowRoot);
  }
}

/** Turns what is shown into what would be printed now, with all that is folded open. */
export function putOnPaper(canvas: HTMLElement): void {
  window.dispatchEvent(new Event('beforeprint'));
  dress(canvas);
}
