import decodeQR from 'qr/decode.js';
import { pixelsOf } from './photo.js';

interface Detector {
  detect(source: ImageBitmapSource): Promise<readonly { readonly rawValue: string }[]>;
}
type Detectors = new (options: { formats: string[] }) => Detector;

/**
 * The text of a QR code in a picture: by the browser's own reader where it has one (Android), else in plain
 * JavaScript. Nothing of it leaves the page.
 */
export async function readQr(source: Blob | HTMLVideoElement): Promise<string | undefined> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: Detectors };
  if (BarcodeDetector) {
    const image = source instanceof Blob ? await createImageBitmap(source).catch(() => undefined) : source;
    const found = image
      ? await new BarcodeDetector({ formats: ['qr_code'] }).detect(image).catch(() => [])
      : [];
    if (found[0]) return found[0].rawValue;
  }
  const pixels = await pixelsOf(source);
  if (!pixels) return undefined;
  try {
    return decodeQR(pixels);
  } catch {
    // The reader throws where there is no code.
    return undefined;
  }
}
