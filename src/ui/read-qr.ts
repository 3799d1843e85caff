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
  const text = await readByBrowser(source);
  if (text !== undefined) return text;
  const pixels = await pixelsOf(source);
  if (!pixels) return undefined;
  try {
    return decodeQR(pixels);
  } catch {
    // The reader throws where there is no code.
    return undefined;
  }
}

async function readByBrowser(source: Blob | HTMLVideoElement): Promise<string | undefined> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: Detectors };
  if (!BarcodeDetector) return undefined;
  try {
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    if (!(source instanceof Blob)) return (await detector.detect(source))[0]?.rawValue;
    const image = await createImageBitmap(source);
    const found = await detector.detect(image).finally(() => image.close());
    return found[0]?.rawValue;
  } catch {
    // It may know the reader and not this kind of code.
    return undefined;
  }
}
