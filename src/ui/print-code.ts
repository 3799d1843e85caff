import { correction, generate } from 'lean-qr/nano';
import { toSvgPath } from 'lean-qr/extras/svg';

/** A QR code as the outline of its dark squares, one unit each. */
export interface PrintCode {
  readonly path: string;
  readonly size: number;
}

/** Correction M: survives a fold or a stain on paper, and stays coarse enough for an old phone's camera. */
export function printCode(address: string): PrintCode | undefined {
  try {
    const code = generate(address, { minCorrectionLevel: correction.M });
    return { path: toSvgPath(code), size: code.size };
  } catch {
    // An address longer than any code holds; it still stands beside the place of the code, in letters.
    return undefined;
  }
}
