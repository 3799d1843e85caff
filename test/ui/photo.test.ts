import { expect } from 'chai';
import { drawPage, preparePhoto, turnPage, type PreparedPage } from '../../src/ui/photo.js';
import { kindOfFile } from '../../src/forms/chosen-file.js';

type Draw = (context: CanvasRenderingContext2D, width: number, height: number) => void;

function drawn(width: number, height: number, draw: Draw): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  draw(canvas.getContext('2d')!, width, height);
  return canvas;
}
const photoOf = (canvas: HTMLCanvasElement, type = 'image/jpeg'): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no photo'))), type, 0.95),
  );

const fill =
  (...colours: readonly string[]): Draw =>
  (context, width, height) => {
    // Stripes from left to right.
    for (const [at, colour] of colours.entries()) {
      context.fillStyle = colour;
      context.fillRect((at * width) / colours.length, 0, width / colours.length, height);
    }
  };
/** A page of a letter, sharp. */
const letter: Draw = (context, width, height) => {
  fill('#f4f1ea')(context, width, height);
  context.fillStyle = '#222';
  context.font = '22px sans-serif';
  for (let y = 30; y < height; y += 30)
    context.fillText('Cộng hòa xã hội chủ nghĩa Việt Nam. Độc lập – Tự do – Hạnh phúc', 10, y);
};

/** The colour in the middle of each quarter: top left, top right, bottom left, bottom right. */
async function coloursOf({ jpeg }: PreparedPage): Promise<string[]> {
  const bitmap = await createImageBitmap(new Blob([jpeg], { type: 'image/jpeg' }));
  const { width, height } = bitmap;
  const context = drawn(width, height, (one) => one.drawImage(bitmap, 0, 0)).getContext('2d')!;
  return [
    [0.25, 0.25],
    [0.75, 0.25],
    [0.25, 0.75],
    [0.75, 0.75],
  ].map(([x = 0, y = 0]) => {
    const [red = 0, green = 0, blue = 0] = context.getImageData(
      Math.floor(x * width),
      Math.floor(y * height),
      1,
      1,
    ).data;
    if (Math.min(red, green, blue) > 200) return 'white';
    if (Math.max(red, green, blue) < 60) return 'black';
    return red > Math.max(green, blue) ? 'red' : blue > green ? 'blue' : 'green';
  });
}

async function prepared(photo: Blob, watermark?: string): Promise<PreparedPage> {
  const page = await preparePhoto(photo, watermark);
  if (!page) throw new Error('it could not be read');
  return page;
}

const PLACE = 'N';
const CAMERA = 'Máy ảnh Chim Xanh';

/**
 * A photo as a camera writes it (Exif 2.3): with how it was held, the camera, and where it stood.
 * @param orientation 1 upright, 6 held a quarter to the left, 3 upside down
 */
async function ofACamera(photo: Blob, orientation: number): Promise<Blob> {
  const bytes = new Uint8Array(await photo.arrayBuffer());
  const camera = new TextEncoder().encode(`${CAMERA}\0`);
  const tiff = new DataView(new ArrayBuffer(256));
  const [head, gps, cameraAt, latitudeAt] = [8, 60, 120, 180];
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    tiff.setUint16(at, tag, true);
    tiff.setUint16(at + 2, type, true);
    tiff.setUint32(at + 4, count, true);
    tiff.setUint32(at + 8, value, true);
  };
  tiff.setUint32(0, 0x002a4949, true);
  tiff.setUint32(4, head, true);
  tiff.setUint16(head, 3, true);
  entry(head + 2, 0x010f, 2, camera.length, cameraAt);
  entry(head + 14, 0x0112, 3, 1, orientation);
  entry(head + 26, 0x8825, 4, 1, gps);
  tiff.setUint16(gps, 2, true);
  entry(gps + 2, 1, 2, 2, PLACE.charCodeAt(0));
  entry(gps + 14, 2, 5, 3, latitudeAt);
  for (const [at, degrees] of [21, 1, 42].entries()) {
    tiff.setUint32(latitudeAt + 8 * at, degrees, true);
    tiff.setUint32(latitudeAt + 8 * at + 4, 1, true);
  }
  new Uint8Array(tiff.buffer).set(camera, cameraAt);
  const exif = Uint8Array.of(...new TextEncoder().encode('Exif\0\0'), ...new Uint8Array(tiff.buffer));
  const length = exif.length + 2;
  // In one piece, as from a disk: Firefox looks at the first piece only to see what it is.
  const all = [...bytes.slice(0, 2), 0xff, 0xe1, length >> 8, length & 255, ...exif, ...bytes.slice(2)];
  return new Blob([Uint8Array.from(all)], { type: 'image/jpeg' });
}

/** The segments of a JPEG before its picture, by their markers. */
function segmentsOf(jpeg: Uint8Array): number[] {
  expect([jpeg[0], jpeg[1]]).to.deep.equal([0xff, 0xd8]);
  const markers: number[] = [];
  for (let at = 2; ;) {
    const [sign, marker = 0, high = 0, low = 0] = jpeg.subarray(at, at + 4);
    expect(sign).to.equal(0xff);
    markers.push(marker);
    if (marker === 0xda) return markers;
    at += 2 + high * 256 + low;
  }
}
const textOf = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);
const latin1 = (text: string) => textOf(new TextEncoder().encode(text));

describe('a photo of a paper', () => {
  it('says nothing any more of where and with what it was taken', async () => {
    const photo = await ofACamera(await photoOf(drawn(400, 300, letter)), 1);
    const before = new Uint8Array(await photo.arrayBuffer());
    expect(segmentsOf(before)).to.include(0xe1);
    expect(textOf(before)).to.include(latin1(CAMERA)).and.to.include('Exif');
    const { jpeg } = await prepared(photo);
    expect(kindOfFile(jpeg)).to.equal('photo');
    // Exif and XMP lie in APP1, the profile of a screen in APP2, a comment in COM.
    expect(segmentsOf(jpeg)).not.to.include.oneOf([0xe1, 0xed, 0xfe]);
    for (const trace of [latin1(CAMERA), 'Exif', 'GPS']) expect(textOf(jpeg)).not.to.include(trace);
  });

  const held: readonly [number, readonly string[]][] = [
    [1, ['red', 'blue', 'red', 'blue']],
    [3, ['blue', 'red', 'blue', 'red']],
    [6, ['red', 'red', 'blue', 'blue']],
    [8, ['blue', 'blue', 'red', 'red']],
  ];
  for (const [orientation, colours] of held) {
    it(`stands upright however the camera was held (${String(orientation)})`, async () => {
      const page = await prepared(
        await ofACamera(await photoOf(drawn(400, 200, fill('red', 'blue'))), orientation),
      );
      expect([page.width, page.height]).to.deep.equal(orientation > 4 ? [200, 400] : [400, 200]);
      expect(await coloursOf(page)).to.deep.equal(colours);
    });
  }

  it('is made smaller where it is larger than small print needs, and never larger', async () => {
    const sizes: readonly [number, number, number, number][] = [
      [4400, 3300, 2200, 1650],
      [1100, 4400, 550, 2200],
      [2200, 10, 2200, 10],
      [4400, 1, 2200, 1],
      [300, 200, 300, 200],
    ];
    for (const [width, height, ...expected] of sizes) {
      const page = await prepared(await photoOf(drawn(width, height, fill('white')), 'image/png'));
      expect([page.width, page.height]).to.deep.equal(expected);
    }
  });

  it('is on white paper where it was see-through', async () => {
    const page = await prepared(
      await photoOf(
        drawn(40, 40, () => undefined),
        'image/png',
      ),
    );
    expect(await coloursOf(page)).to.deep.equal(['white', 'white', 'white', 'white']);
  });

  it('is not taken where the browser cannot read it', async () => {
    for (const bytes of [
      '',
      'text',
      '\xff\xd8\xff\xe0\x00\x10JFIF',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      '\x00\x00\x00\x18ftypheic',
    ])
      expect(
        await preparePhoto(new Blob([Uint8Array.from(bytes, (sign) => sign.charCodeAt(0))]), undefined),
      ).to.equal(undefined);
    const whole = await photoOf(drawn(400, 300, letter));
    expect(await preparePhoto(whole.slice(0, 200), undefined)).to.equal(undefined);
  });

  describe('is told', () => {
    const blur: Draw = (context, width, height) => {
      context.filter = 'none';
      const small = drawn(width / 20, height / 20, (one) =>
        one.drawImage(drawn(width, height, letter), 0, 0, width / 20, height / 20),
      );
      context.imageSmoothingQuality = 'high';
      context.drawImage(small, 0, 0, width, height);
    };
    const night: Draw = (context, width, height) => {
      letter(context, width, height);
      context.fillStyle = 'rgba(0, 0, 0, 0.85)';
      context.fillRect(0, 0, width, height);
    };
    const looks: readonly [string, Draw, readonly string[]][] = [
      ['nothing of where it can be read', letter, []],
      ['to be blurred', blur, ['blurred']],
      ['to be dark', night, ['dark']],
      ['to be both where the camera was covered', fill('#050505'), ['dark', 'blurred']],
    ];
    for (const [what, draw, doubts] of looks) {
      it(what, async () => {
        for (const [width, height] of [
          [800, 600],
          [1600, 2200],
        ] as const) {
          const page = await prepared(await photoOf(drawn(width, height, draw)));
          expect(page.doubts, `${String(width)} × ${String(height)}`).to.have.members(doubts);
        }
      });
    }

    it('by the paper, and not by what is written across it', async () => {
      const page = await prepared(
        await photoOf(drawn(800, 600, fill('white'))),
        'CHỈ DÙNG CHO THỦ TỤC 1.001193',
      );
      expect(page.doubts).to.deep.equal(['blurred']);
    });
  });

  it('bears what it is for on all of its parts, and can still be read below', async () => {
    const photo = await photoOf(drawn(900, 1200, fill('white')));
    const bitmap = async ({ jpeg }: PreparedPage) =>
      createImageBitmap(new Blob([jpeg], { type: 'image/jpeg' }));
    const marked = drawn(900, 1200, () => undefined).getContext('2d', { willReadFrequently: true })!;
    const plain = await prepared(photo);
    const page = await prepared(photo, 'CHỈ DÙNG CHO THỦ TỤC 1.001193');
    expect([page.width, page.height]).to.deep.equal([plain.width, plain.height]);
    marked.drawImage(await bitmap(page), 0, 0);
    // A ninth of the page each: none of them can be cut out without it.
    for (let part = 0; part < 9; part += 1) {
      const { data } = marked.getImageData((part % 3) * 300, Math.floor(part / 3) * 400, 300, 400);
      let coloured = 0;
      for (let at = 0; at < data.length; at += 4)
        if ((data[at] ?? 0) - (data[at + 2] ?? 0) > 30) coloured += 1;
      expect(coloured / (data.length / 4), `part ${String(part)}`).to.be.within(0.005, 0.3);
    }
    const [nothing] = await coloursOf(plain);
    expect(nothing).to.equal('white');
  });
});

describe('a page', () => {
  it('is turned clockwise by a quarter, four of which are none', async () => {
    let page = await prepared(await photoOf(drawn(400, 200, fill('red', 'blue'))));
    const turns = [
      ['red', 'red', 'blue', 'blue'],
      ['blue', 'red', 'blue', 'red'],
      ['blue', 'blue', 'red', 'red'],
      ['red', 'blue', 'red', 'blue'],
    ];
    for (const [at, colours] of turns.entries()) {
      page = await turnPage(page);
      expect([page.width, page.height]).to.deep.equal(at % 2 === 0 ? [200, 400] : [400, 200]);
      expect(await coloursOf(page)).to.deep.equal(colours);
      expect(segmentsOf(page.jpeg)).not.to.include(0xe1);
    }
  });

  it('is drawn small, in its own proportions', async () => {
    const page = await prepared(await photoOf(drawn(400, 200, fill('red', 'blue'))));
    const canvas = document.createElement('canvas');
    await drawPage(canvas, page);
    expect([canvas.width, canvas.height]).to.deep.equal([192, 96]);
    const colour = (x: number) => [...canvas.getContext('2d')!.getImageData(x, 48, 1, 1).data.slice(0, 3)];
    expect(colour(40)[0]).to.be.above(200);
    expect(colour(150)[2]).to.be.above(200);
  });
});
