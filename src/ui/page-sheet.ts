/** Of a roll, in millimetres; its tail is room for the heading, and to be torn off. */
const ROLL = { width: 80, margin: 4, tail: 16 };
const MILLIMETRES = 25.4 / 96;

const SIZES: Readonly<Record<string, string>> = {
  A4: 'size: A4; margin: 15mm',
  A5: 'size: A5; margin: 10mm',
};

/** A roll has no end: the page is as long as what stands on it. */
function rollOf(article: HTMLElement): string {
  article.classList.add('measured');
  const height = Math.ceil(article.scrollHeight * MILLIMETRES) + 2 * ROLL.margin + ROLL.tail;
  article.classList.remove('measured');
  return `size: ${String(ROLL.width)}mm ${String(height)}mm; margin: ${String(ROLL.margin)}mm`;
}

/**
 * The paper for what an element prints, and nothing of the page around it. Only a sheet of the document can say so; one
 * that is made in the page is allowed under a strict policy, and changes nothing on the screen.
 * @param article what is printed; `data-paper` names its paper
 */
export function pageSheet(host: HTMLElement, article: HTMLElement): CSSStyleSheet {
  const paper = SIZES[article.dataset.paper ?? ''] ?? rollOf(article);
  const name = host.localName;
  const sheet = new CSSStyleSheet();
  // What holds the element keeps none of its own room: eighty millimetres are few.
  sheet.replaceSync(`@page { ${paper} }
    @media print {
      body :not(:has(${name}), ${name}) { display: none !important }
      :is(html, body, body *):has(${name}) {
        display: block !important; position: static !important; float: none !important; transform: none !important;
        width: auto !important; max-width: none !important; height: auto !important; min-height: 0 !important;
        margin: 0 !important; padding: 0 !important; border: 0 !important; overflow: visible !important;
        background: none !important;
      }
    }`);
  return sheet;
}
