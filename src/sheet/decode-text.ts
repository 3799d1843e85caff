/** What a text was written in. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258';

export interface DecodedText {
  /** As it is written: windows-1258 writes most tones as signs of their own. */
  readonly text: string;
  readonly encoding: Encoding;
}

/** How much of a file tells what it is written in. */
const SAMPLE = 4096;

/**
 * Text from bytes whose writing nobody tells: by its mark, else by the zeros of UTF-16, else UTF-8 where every byte is,
 * else windows-1258, in which Vietnamese spreadsheets save a plain CSV.
 */
export function decodeText(bytes: Uint8Array<ArrayBuffer>): DecodedText {
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding };
}

function encodingOf(bytes: Uint8Array<ArrayBuffer>): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const sample = bytes.subarray(0, SAMPLE);
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  // Digits, spaces and letters without accents have a zero beside them.
  if (Math.max(even, odd) > sample.length / 8) return odd > even ? 'utf-16le' : 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1258';
  }
}
