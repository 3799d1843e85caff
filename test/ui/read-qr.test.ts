import { expect } from 'chai';
import { generate } from 'lean-qr';
import { readCitizenCard } from '../../src/forms/citizen-card.js';
import { readQr } from '../../src/ui/read-qr.js';

// Of nobody: 000 is no place of registration.
const CARD = '000190000001|012345678|Nguyễn Thị Mẫu|05031990|Nữ|Thôn Mẫu, Xã Mẫu|01012021';

/** A photo of a code: so many pixels a sign, turned, on a table. */
async function photoOf(
  text: string,
  { scale = 6, degrees = 0, type = 'image/jpeg', paper = '#fff', ink = '#000' } = {},
): Promise<Blob> {
  const code = generate(text);
  const side = (code.size + 8) * scale;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.round(side * 1.6);
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#8a8378';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((degrees * Math.PI) / 180);
  context.translate(-side / 2, -side / 2);
  context.fillStyle = paper;
  context.fillRect(0, 0, side, side);
  context.fillStyle = ink;
  for (let y = 0; y < code.size; y += 1)
    for (let x = 0; x < code.size; x += 1)
      if (code.get(x, y)) context.fillRect((x + 4) * scale, (y + 4) * scale, scale, scale);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no photo'))), type, 0.8),
  );
}

const noCode = async () => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 200;
  canvas.getContext('2d')!.fillRect(20, 20, 60, 60);
  return new Promise<Blob>((resolve) => canvas.toBlob((blob) => resolve(blob!), 'image/png'));
};

describe('the code of a card', () => {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'BarcodeDetector');
  const withDetector = (value: unknown) =>
    Object.defineProperty(globalThis, 'BarcodeDetector', { configurable: true, value });
  beforeEach(() => Reflect.deleteProperty(globalThis, 'BarcodeDetector'));
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'BarcodeDetector');
    if (own) Object.defineProperty(globalThis, 'BarcodeDetector', own);
  });

  const photos: readonly [string, Parameters<typeof photoOf>[1]][] = [
    ['in a picture of a screen', { type: 'image/png' }],
    ['in a photo', {}],
    ['in a photo of a large one', { scale: 14 }],
    ['in a photo of a small one', { scale: 3 }],
    ['in a photo that lies on its side', { degrees: 90 }],
    ['in a photo that stands on its head', { degrees: 180 }],
    ['in a photo held slanted', { degrees: 20, scale: 10 }],
    ['in pale print', { paper: '#d8d2c4', ink: '#555' }],
  ];
  for (const [what, how] of photos) {
    it(`is read ${what}`, async () => {
      const text = await readQr(await photoOf(CARD, how));
      expect(text).to.equal(CARD);
      expect(readCitizenCard(text!)).to.deep.include({ number: '000190000001', name: 'Nguyễn Thị Mẫu' });
    });
  }

  it('is none where there is none, nor where there is no picture', async () => {
    expect(await readQr(await noCode())).to.equal(undefined);
    expect(await readQr(new Blob(['text']))).to.equal(undefined);
    expect(await readQr(new Blob([]))).to.equal(undefined);
    expect(await readQr(document.createElement('video'))).to.equal(undefined);
  });

  it('is read by the browser where it can, and by ourselves where it fails', async () => {
    const asked: unknown[] = [];
    const detector = (detect: () => Promise<readonly { rawValue: string }[]>) =>
      class {
        constructor(options: unknown) {
          asked.push(options);
        }
        detect = detect;
      };
    const photo = await photoOf(CARD);
    withDetector(detector(() => Promise.resolve([{ rawValue: 'by the browser' }])));
    expect(await readQr(photo)).to.equal('by the browser');
    expect(asked).to.deep.equal([{ formats: ['qr_code'] }]);
    withDetector(detector(() => Promise.resolve([])));
    expect(await readQr(photo)).to.equal(CARD);
    withDetector(detector(() => Promise.reject(new DOMException('', 'NotSupportedError'))));
    expect(await readQr(photo)).to.equal(CARD);
    // A browser may know the reader and not the kind of code.
    withDetector(
      class {
        constructor() {
          throw new TypeError('no such format');
        }
        detect = () => Promise.resolve([]);
      },
    );
    expect(await readQr(photo)).to.equal(CARD);
    expect(await readQr(new Blob(['text']))).to.equal(undefined);
  });
});
