import type { PrintCode } from '../../src/ui/print-code.js';
import { broken, drawCode, FAMILY } from '../../src/ui/drawn-text.js';

/** Pixels; as wide as a phone shows without zooming. */
const WIDTH = 720;
const MARGIN = 40;
const LINE = 34;

/** The receipt as a picture, for phones without a printer. Undefined where the browser draws none. */
export async function receiptImage(
  title: string,
  terms: readonly (readonly [term: string, words: string])[],
  texts: readonly string[],
  code: PrintCode | undefined,
): Promise<Blob | undefined> {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  const fonts = { title: `700 28px ${FAMILY}`, plain: `400 20px ${FAMILY}`, words: `700 24px ${FAMILY}` };
  const rows: { readonly font: string; readonly text: string }[] = [];
  const add = (font: string, text: string) => {
    context.font = font;
    for (const row of broken(context, text, WIDTH - 2 * MARGIN)) rows.push({ font, text: row });
  };
  add(fonts.title, title);
  for (const [term, words] of terms) {
    add(fonts.plain, term);
    add(fonts.words, words);
  }
  for (const text of texts) {
    rows.push({ font: fonts.plain, text: '' });
    add(fonts.plain, text);
  }
  const side = code ? 240 : 0;
  canvas.width = WIDTH;
  canvas.height = 2 * MARGIN + rows.length * LINE + side;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  rows.forEach(({ font, text }, at) => {
    context.font = font;
    context.fillText(text, MARGIN, MARGIN + (at + 0.75) * LINE);
  });
  if (code) drawCode(context, code, MARGIN, MARGIN + rows.length * LINE + 20, side - 40);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/png'));
}
