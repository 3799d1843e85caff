import decodeQR from 'qr/decode.js';

const PIXELS_A_UNIT = 6;

/**
 * What a reader, which knows nothing of who drew it, reads in a QR code that is drawn as one path. The paper around it
 * is that of the picture.
 */
export function readDrawnCode(svg: SVGSVGElement): string {
  const { x, y, width, height } = svg.viewBox.baseVal;
  const canvas = document.createElement('canvas');
  canvas.width = width * PIXELS_A_UNIT;
  canvas.height = height * PIXELS_A_UNIT;
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(PIXELS_A_UNIT, PIXELS_A_UNIT);
  context.translate(-x, -y);
  context.fillStyle = '#000';
  context.fill(new Path2D(svg.querySelector('path')?.getAttribute('d') ?? ''));
  return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height));
}
