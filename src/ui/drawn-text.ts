import type { PrintCode } from './print-code.js';

/** Letters of the device, which has all marks of Vietnamese; nothing is fetched for a picture. */
export const FAMILY = 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif';

/** A text as rows of a picture, in the font that is set: broken between words, and within one that is longer than a row. */
export function broken(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const rows: string[] = [];
  const fits = (row: string) => context.measureText(row).width <= width;
  for (const word of text.split(' ')) {
    const longer = rows.length > 0 ? `${rows.at(-1) ?? ''} ${word}` : word;
    if (rows.length > 0 && fits(longer)) rows[rows.length - 1] = longer;
    else if (fits(word)) rows.push(word);
    else {
      // A hash is longer than any line.
      rows.push('');
      for (const letter of word) {
        const row = rows.at(-1) ?? '';
        if (fits(row + letter)) rows[rows.length - 1] = row + letter;
        else rows.push(letter);
      }
    }
  }
  return rows;
}

/** A code as a square of a picture, with its quiet zone of four. */
export function drawCode(
  context: CanvasRenderingContext2D,
  { path, size }: PrintCode,
  left: number,
  top: number,
  side: number,
): void {
  const unit = side / (size + 8);
  context.fillStyle = '#fff';
  context.fillRect(left, top, side, side);
  context.save();
  context.translate(left + 4 * unit, top + 4 * unit);
  context.scale(unit, unit);
  context.fillStyle = '#000';
  context.fill(new Path2D(path));
  context.restore();
}
