import { drawCode } from '../../src/ui/drawn-text.js';
import { saveFile } from '../../src/ui/save-file.js';
import type { PrintCode } from '../../src/ui/print-code.js';

/* What draws the code and the picture: the words for the loudspeaker and the sheets stand there first. */
export { renderCode } from '../../src/ui/code-picture.js';
export { printCode } from '../../src/ui/print-code.js';
export { drawSquare } from './square.js';

/** Pixels of one square of a code, so that it stays sharp on a poster of somebody's own. */
const UNIT = 24;

/** Hands a drawing to the person as PNG. */
export function savePicture(canvas: HTMLCanvasElement | null, name: string): void {
  canvas?.toBlob((blob) => {
    if (blob) saveFile(name, [blob], blob.type);
  }, 'image/png');
}

/** Hands the code to the person as PNG, with its quiet zone. */
export function saveCode(code: PrintCode, name: string): void {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) return;
  canvas.width = canvas.height = (code.size + 8) * UNIT;
  drawCode(context, code, 0, 0, canvas.width);
  savePicture(canvas, name);
}
