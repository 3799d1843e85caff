import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { tellsPlace } from '../../src/forms/photo-place.js';
import { EXIF_WITH_PLACE } from '../support/papers.js';

/** The same notes in the other order of bytes. */
function swapped(): Uint8Array {
  const bytes = new Uint8Array(EXIF_WITH_PLACE);
  const view = new DataView(bytes.buffer, 6);
  const words: readonly (readonly [at: number, size: 2 | 4])[] = [
    [2, 2],
    [4, 4],
    ...[8, 26].flatMap((list): (readonly [number, 2 | 4])[] => [
      [list, 2],
      [list + 2, 2],
      [list + 4, 2],
      [list + 6, 4],
      [list + 10, 4],
    ]),
  ];
  view.setUint16(0, 0x4949);
  for (const [at, size] of words)
    if (size === 2) view.setUint16(at, view.getUint16(at), true);
    else view.setUint32(at, view.getUint32(at), true);
  return bytes;
}

/** The notes with other bytes at some places. */
function changed(...bytes: readonly (readonly [at: number, byte: number])[]): Uint8Array {
  const notes = new Uint8Array(EXIF_WITH_PLACE);
  for (const [at, byte] of bytes) notes[at] = byte;
  return notes;
}

const text = (words: string) => new TextEncoder().encode(words);

describe('whether a photo tells where it was taken', () => {
  const without = changed([17, 0x24]);
  const cases: readonly [photo: Uint8Array, expected: boolean, why: string][] = [
    [EXIF_WITH_PLACE, true, 'its notes name a latitude'],
    [swapped(), true, 'so they do in the other order of bytes'],
    [Uint8Array.of(...text('RIFF....WEBP'), ...EXIF_WITH_PLACE), true, 'notes may stand behind the picture'],
    [text('<rdf exif:GPSLatitude="21,2N"/>'), true, 'notes may be written as text'],
    [without, false, 'notes on something else'],
    [changed([35, 9]), false, 'a place without a latitude'],
    [EXIF_WITH_PLACE.subarray(0, 30), false, 'notes that are cut off'],
    [text('IMG MM II'), false, 'letters that only look like it'],
    [new Uint8Array(), false, 'nothing at all'],
  ];
  for (const [photo, expected, why] of cases)
    it(`is ${String(expected)}: ${why}`, () => {
      expect(tellsPlace(photo)).to.equal(expected);
    });

  it('is answered for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(60), (bytes, at) => {
        const broken = new Uint8Array(EXIF_WITH_PLACE);
        broken.set(bytes.subarray(0, Math.max(0, broken.length - at)), Math.min(at, broken.length));
        expect(typeof tellsPlace(broken)).to.equal('boolean');
      }),
    );
  });
});
