import { expect } from 'chai';
import fc from 'fast-check';
import { doubtsOfPage, FILE_FAULTS, kindOfFile, LONGEST_FILE } from '../../src/forms/chosen-file.js';

/** Bytes of a text in which each sign is a byte. */
const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

describe('what a file is', () => {
  const rows: readonly [what: string, begin: string, kind: string][] = [
    ['a PDF', '%PDF-1.7\n', 'pdf'],
    ['a photo of a camera', '\xff\xd8\xff\xe1\x00\x10Exif', 'photo'],
    ['a PNG', '\x89PNG\r\n\x1a\n', 'photo'],
    ['a WebP', 'RIFF\x10\x00\x00\x00WEBPVP8 ', 'photo'],
    ['a HEIC of an iPhone', '\x00\x00\x00\x18ftypheic', 'photo'],
    ['an AVIF', '\x00\x00\x00\x1cftypavif', 'photo'],
    ['nothing', '', 'empty'],
    ['a page that is called .jpg', '<!doctype html><script>alert(1)</script>', 'kind'],
    ['a drawing with a script', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">', 'kind'],
    ['a program that is called .pdf', 'MZ\x90\x00\x03', 'kind'],
    ['a Word file', 'PK\x03\x04\x14\x00', 'kind'],
    ['an old Word file', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'kind'],
    ['a sound', 'RIFF\x10\x00\x00\x00WAVEfmt ', 'kind'],
    ['a GIF', 'GIF89a', 'kind'],
    ['a film of a phone', '\x00\x00\x00\x18ftypmp42', 'kind'],
    ['a film of an iPhone', '\x00\x00\x00\x14ftypqt  ', 'kind'],
    ['a single byte', '\xff', 'kind'],
    ['half a beginning of a photo', '\xff\xd8', 'kind'],
    ['half a beginning of a PDF', '%PDF', 'kind'],
    ['a PDF that begins later', ' %PDF-1.7', 'kind'],
    ['a text', 'Xin chào', 'kind'],
  ];
  for (const [what, begin, kind] of rows)
    it(`is seen by its first bytes: ${what} is ${kind}`, () =>
      expect(kindOfFile(bytes(begin))).to.equal(kind));

  it('is one of a few words, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (some) => {
        expect(['pdf', 'photo', ...FILE_FAULTS]).to.include(kindOfFile(some));
      }),
    );
  });

  it('is too large one byte above the limit, and not at it', () => {
    const most = new Uint8Array(LONGEST_FILE);
    most.set(bytes('%PDF-1.7\n'));
    expect(kindOfFile(most)).to.equal('pdf');
    const more = new Uint8Array(LONGEST_FILE + 1);
    more.set(bytes('%PDF-1.7\n'));
    expect(kindOfFile(more)).to.equal('large');
  });

  it('is known by its beginning and its size, before it is read', () => {
    expect(kindOfFile(bytes('%PDF-1.7\n'), LONGEST_FILE + 1)).to.equal('large');
    expect(kindOfFile(bytes('%PDF-1.7\n'), LONGEST_FILE)).to.equal('pdf');
    expect(kindOfFile(bytes('MZ'), LONGEST_FILE + 1)).to.equal('kind');
  });

  it('is no page too large to send where a photo is made smaller first', () => {
    const photo = new Uint8Array(LONGEST_FILE + 1);
    photo.set(bytes('\xff\xd8\xff\xe0'));
    expect(kindOfFile(photo)).to.equal('photo');
  });
});

describe('a locked PDF', () => {
  const lock = '<< /Size 12 /Root 1 0 R /Encrypt 11 0 R >>';
  const page = `stream\n${'\x00'.repeat(10_000)}\nendstream\n`;
  const rows: readonly [where: string, file: string, kind: string][] = [
    ['in its last lines', `%PDF-1.7\n${page}trailer\n${lock}\nstartxref\n9\n%%EOF`, 'locked'],
    ['in its first lines, written for the web', `%PDF-1.7\ntrailer\n${lock}\n${page}%%EOF`, 'locked'],
    // A table that is a stream of its own stands behind its own head, and grows with the file.
    ['before a long table', `%PDF-1.7\n${page}${lock}${page}startxref\n10028\n%%EOF`, 'locked'],
    ['in the trailer itself', `%PDF-1.7\n${page}trailer\n<</Encrypt<</Filter/Standard>>>>\n%%EOF`, 'locked'],
    ['nowhere', `%PDF-1.7\n${page}trailer\n<< /Size 12 >>\n%%EOF`, 'pdf'],
    ['only of what would be locked', `%PDF-1.7\n${page}<< /EncryptMetadata false >>\n%%EOF`, 'pdf'],
    ['in a text that speaks of it', `%PDF-1.7\n(a file with /Encrypt in it) Tj\n%%EOF`, 'pdf'],
  ];
  for (const [where, file, kind] of rows)
    it(`says so ${where}: ${kind}`, () => expect(kindOfFile(bytes(file))).to.equal(kind));
});

describe('a photographed page', () => {
  const [width, height] = [60, 80];
  const page = (grey: (x: number, y: number) => number) =>
    Uint8Array.from({ length: width * height }, (_, at) => grey(at % width, Math.floor(at / width)));
  const doubts = (grey: (x: number, y: number) => number) => doubtsOfPage(page(grey), width, height);
  /** Letters, more or less: strokes two pixels wide on paper. */
  const letters = (ink: number, paper: number) => (x: number, y: number) =>
    x % 6 < 2 && y % 10 < 7 ? ink : paper;

  it('is fine with dark letters on light paper', () => expect(doubts(letters(30, 230))).to.deep.equal([]));
  it('is fine with pale letters', () => expect(doubts(letters(150, 210))).to.deep.equal([]));
  it('is dark where no light fell on it', () => expect(doubts(letters(5, 60))).to.deep.equal(['dark']));
  it('is blurred where its letters run into each other', () =>
    expect(doubts((x) => 180 + 40 * Math.sin(x / 8))).to.deep.equal(['blurred']));
  it('is blurred where nothing is on it', () => expect(doubts(() => 255)).to.deep.equal(['blurred']));
  it('is both where the camera was covered', () =>
    expect(doubts(() => 0)).to.deep.equal(['dark', 'blurred']));

  it('does not change by a shade that lies over all of it', () => {
    for (const shade of [0, 10, 25])
      expect(
        doubts((x, y) => letters(60, 220)(x, y) + shade),
        String(shade),
      ).to.deep.equal([]);
  });

  it('is dark below a mean of 70, and not at it', () => {
    expect(doubts((x, y) => ((x + y) % 2 === 0 ? 0 : 138))).to.include('dark');
    expect(doubts((x, y) => ((x + y) % 2 === 0 ? 0 : 140))).not.to.include('dark');
  });

  it('may be too small to be judged', () => {
    expect(doubtsOfPage(new Uint8Array(), 0, 0)).to.deep.equal([]);
    expect(doubtsOfPage(Uint8Array.of(200, 200), 2, 1)).to.deep.equal([]);
  });
});
