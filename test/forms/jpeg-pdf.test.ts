import { expect } from 'chai';
import fc from 'fast-check';
import { kindOfFile } from '../../src/forms/chosen-file.js';
import { pdfOfPhotos, photosOfPdf, type PhotoPage } from '../../src/forms/jpeg-pdf.js';
import { readPdf } from '../support/read-pdf.js';

const aPhoto = (length: number, width: number, height: number): PhotoPage => ({
  jpeg: crypto.getRandomValues(new Uint8Array(length)),
  width,
  height,
});

describe('a PDF of photos', () => {
  const page = fc
    .tuple(
      fc.integer({ min: 1, max: 3000 }),
      fc.integer({ min: 1, max: 9000 }),
      fc.integer({ min: 1, max: 9000 }),
    )
    .map((sizes) => aPhoto(...sizes));

  it('is read back, byte for byte, by its own table, whatever is in the photos', () => {
    fc.assert(
      fc.property(fc.array(page, { maxLength: 12 }), (pages) => {
        const read = readPdf(pdfOfPhotos(pages));
        expect(read.map(({ width, height }) => [width, height])).to.deep.equal(
          pages.map(({ width, height }) => [width, height]),
        );
        for (const [at, { jpeg }] of read.entries()) expect(jpeg).to.deep.equal(pages[at]?.jpeg);
      }),
    );
  });

  it('gives its photos back as they were put in, and no other PDF is taken for one', () => {
    fc.assert(
      fc.property(fc.array(page, { minLength: 1, maxLength: 12 }), fc.nat(), (pages, somewhere) => {
        const file = pdfOfPhotos(pages);
        expect(photosOfPdf(file)).to.deep.equal(pages);
        // Changed, cut or longer by a byte, it may be from elsewhere.
        expect(photosOfPdf(file.slice(0, -1))).to.equal(undefined);
        expect(photosOfPdf(Uint8Array.from([...file, 10]))).to.equal(undefined);
        const at = somewhere % file.byteLength;
        const other = file.slice();
        other[at] = (file[at] ?? 0) ^ 1;
        const read = photosOfPdf(other);
        if (read) expect(pdfOfPhotos(read)).to.deep.equal(other);
      }),
    );
    for (const text of [
      '',
      '%PDF-1.4',
      '%PDF-1.4\n/Count 99999999',
      '%PDF-1.4\n/Count 0',
      '/Count 1 /Subtype /Image',
    ])
      expect(photosOfPdf(new TextEncoder().encode(text))).to.equal(undefined);
  });

  it('gives a photo back that holds what looks like the head of one', () => {
    const head = '/Subtype /Image /Width 1 /Height 1 /Length 5 >>\nstream\n'.repeat(3);
    const pages = [{ jpeg: new TextEncoder().encode(head), width: 3, height: 4 }, aPhoto(9, 2, 2)];
    expect(photosOfPdf(pdfOfPhotos(pages))).to.deep.equal(pages);
  });

  it('is one where a photo holds what looks like a PDF', () => {
    const jpeg = new TextEncoder().encode('\nendstream\nendobj\nxref\n0 1\ntrailer\nstartxref\n0\n%%EOF\n');
    expect(readPdf(pdfOfPhotos([{ jpeg, width: 3, height: 4 }]))[0]?.jpeg).to.deep.equal(jpeg);
  });

  it('shows each photo whole, in its own proportions, in the middle of an A4 sheet that lies as it does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 1, max: 9000 }), (width, height) => {
        const [read] = readPdf(pdfOfPhotos([aPhoto(1, width, height)]));
        const [, , paperWidth = 0, paperHeight = 0] = read?.paper ?? [];
        const [w = 0, skew, turn, h = 0, left = 0, bottom = 0] = read?.matrix ?? [];
        expect([skew, turn]).to.deep.equal([0, 0]);
        expect([paperWidth, paperHeight].sort()).to.deep.equal([595.28, 841.89]);
        expect(paperWidth > paperHeight).to.equal(width > height);
        // Numbers are written with two decimals.
        expect(w * height).to.be.closeTo(h * width, 0.01 * (width + height));
        expect(2 * left + w).to.be.closeTo(paperWidth, 0.03);
        expect(2 * bottom + h).to.be.closeTo(paperHeight, 0.03);
        // It touches the margin of half a centimetre on one side at least, and never lies in it.
        expect(Math.min(left, bottom)).to.be.closeTo(18, 0.02);
      }),
    );
  });

  it('is taken for what it is', () => {
    expect(kindOfFile(pdfOfPhotos([aPhoto(100, 3, 4)]))).to.equal('pdf');
  });
});
