import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { codeInFragment } from '../../src/dossiers/code-shape.js';
import { plainCode } from '../../src/dossiers/dossier-code.js';
import { readDossierCode } from '../../src/dossiers/read-code.js';
import { tellApart } from '../../src/dossiers/tell-apart.js';

/** The four shapes that were seen, and two that nobody knows. */
const CODES = [
  '000.00.19.H47-260105-0001',
  'H57.132-260804-0583',
  'G22.99-251225-020175',
  'G09.20-20260609-0092637',
] as const;

describe('a dossier code', () => {
  const cases: readonly (readonly [typed: string, code: string | undefined, why: string])[] = [
    ...CODES.map((code) => [code, code, 'as it is'] as const),
    [' h57.132 – 260804 — 0583 ', CODES[1], 'small letters, spaces, long dashes'],
    ['Ｈ57.132-２６０８０４-0583', CODES[1], 'full-width letters and digits'],
    ['Mã hồ sơ: H57.132-260804-0583', CODES[1], 'with words before it'],
    ['Biên nhận\nMã hồ sơ H57.132-260804-0583 (Xã Mẫu)', CODES[1], 'in a receipt that was pasted'],
    ['https://xa.example/theo-doi.html#ma=H57.132-260804-0583', CODES[1], 'in the fragment of a link'],
    ['https://xa.example/theo-doi.html#ma=h57.132%20-%20260804-0583&x=1', CODES[1], 'escaped in a link'],
    ['https://xa.example/theo-doi.html?ma=5', undefined, 'a link without one'],
    ['BN/2026/000123', 'BN/2026/000123', 'an unknown shape is taken as it is'],
    ['Н57.132-260804-0583', CODES[1], 'a letter of another alphabet that looks the same (Cyrillic)'],
    ['\u039757.132-260804-0583', CODES[1], 'a letter of another alphabet that looks the same (Greek)'],
    ['Mã hồ sơ-H57.132-260804-0583.', CODES[1], 'with a dash to the words before it, and a full stop'],
    ['Ma ho so - h57.132 - 260804 - 0583 - Trần Văn A', CODES[1], 'between words, all with spaced dashes'],
    ['Số 12: H57.132-260804-0583 ngày 04/08/2026', CODES[1], 'between numbers'],
    ['H57.132-260804-0583\t7998126PN1', CODES[1], 'before the secret of a receipt'],
    ['h57.132 260804 0583 ZBZBF-SPPCR', CODES[1], 'before the secret, with spaces for dashes'],
    ['BienNhan_H57.132-260804-0583.pdf', CODES[1], 'in the name of a file'],
    ['H57.132-260804-0583-TT', 'H57.132-260804-0583-TT', 'with an ending, it is another code'],
    ['H57.132 - 260804 - 0583 - TT', 'H57.132-260804-0583-TT', 'with a spaced ending, too'],
    ['H57.132-260804-0583.01', 'H57.132-260804-0583.01', 'with a number behind it, too'],
    ['HS-H57.132-260804-0583', 'HS-H57.132-260804-0583', 'with a beginning, too'],
    ['G12.34-250101-123456-0001', 'G12.34-250101-123456-0001', 'of four parts, nothing is cut off'],
    ['G12.34 250101 123456 0001', 'G12.34-250101-123456-0001', 'of four parts with spaces, neither'],
    ['H00 00 261128 0001', 'H00-00-261128-0001', 'with a space for its full stop, nothing is cut off'],
    ['BĐTX-251011-0002', 'BĐTX-251011-0002', 'of letters that shapes do not know, neither'],
    ['  ', undefined, 'nothing'],
    ['x'.repeat(65), undefined, 'longer than any code'],
  ];
  for (const [typed, code, why] of cases)
    it(`is read: ${why}`, () => {
      expect(readDossierCode(typed)).to.equal(code);
    });

  it('is read of every known shape, whatever dashes and spaces it was written with', () => {
    const dash = fc.constantFrom('-', '–', '—', ' - ', ' ', '−', '\u00a0-');
    fc.assert(
      fc.property(fc.constantFrom(...CODES), dash, fc.boolean(), (code, between, isSmall) => {
        const typed = code.replaceAll('-', between);
        expect(readDossierCode(isSmall ? typed.toLowerCase() : typed)).to.equal(code);
      }),
    );
  });

  it('is never cut out of something longer that looks like a code', () => {
    const sign = fc.constantFrom('A', 'H', 'T', 'Z', 'Đ', '0', '2', '5', '9');
    const part = fc.string({ unit: sign, minLength: 1, maxLength: 6 });
    const dash = fc.constantFrom('-', '–', '\u2212');
    const before = fc.oneof(
      fc.tuple(part, dash).map((pieces) => pieces.join('')),
      part,
      fc.tuple(part, fc.constant('.')).map((pieces) => pieces.join('')),
    );
    const after = fc.oneof(
      fc.tuple(dash, part).map((pieces) => pieces.join('')),
      part,
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...CODES),
        fc.option(before, { nil: '' }),
        fc.option(after, { nil: '' }),
        (code, first, last) => {
          const typed = first + code + last;
          // Letters and digits before or behind may make a longer code of a known shape: that is one, and whole.
          expect(readDossierCode(`Mã hồ sơ: ${typed}.`)).to.be.oneOf([
            plainCode(typed),
            plainCode(`Mã hồ sơ: ${typed}.`),
          ]);
          expect(readDossierCode(typed)).to.equal(plainCode(typed));
        },
      ),
    );
  });

  it('is the same when it is read again, whatever pieces stand around it', () => {
    const piece = fc.oneof(
      fc.constantFrom(...CODES),
      fc.string({ unit: fc.constantFrom('A', 'H', 'Đ', 'ơ', '0', '5', '.', ' ', '-', '/', '_') }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 4 }), (pieces) => {
        const code = readDossierCode(pieces.join(''));
        if (code !== undefined) expect(readDossierCode(code)).to.equal(code);
      }),
    );
  });

  it('is the same when it is read again, also of a sign whose capital comes apart', () => {
    const code = readDossierCode('\u1fd2');
    expect(readDossierCode(code!)).to.equal(code);
  });

  it('never throws, and what it reads once it reads again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const code = readDossierCode(typed);
        if (code !== undefined) expect(readDossierCode(code)).to.equal(code);
      }),
    );
  });
});

describe('the fragment of an address', () => {
  it('gives the code, and nothing else that stands in it', () => {
    expect(codeInFragment('#ma=H57.132-260804-0583&bimat=ABCDE12345')).to.equal(CODES[1]);
    expect(codeInFragment('ma=h57.132-260804-0583')).to.equal(CODES[1]);
    for (const none of ['', '#', '#ma=', '#muc-2', '#bimat=ABCDE12345'])
      expect(codeInFragment(none), none).to.equal(undefined);
  });

  it('is cut where somebody wrote a novel there', () => {
    expect(codeInFragment(`#ma=${'A'.repeat(9000)}`)).to.have.length(64);
  });
});

describe('one box for everything', () => {
  const cases: readonly (readonly [typed: string, kind: string, code?: string])[] = [
    ...CODES.map((code) => [code, 'dossier', code] as const),
    ['h57.132 260804 0583', 'dossier', CODES[1]],
    ['mã hồ sơ H57.132-260804-0583', 'dossier', CODES[1]],
    ['https://xa.example/theo-doi.html#ma=H57.132-260804-0583', 'dossier', CODES[1]],
    ['BN/2026/000123', 'dossier', 'BN/2026/000123'],
    ['Н57.132-260804-0583', 'dossier', CODES[1]],
    ['H57.132-260804-0583-TT', 'dossier', 'H57.132-260804-0583-TT'],
    ['1.004873', 'procedure', '1.004873'],
    ['mã 1004873', 'procedure', '1.004873'],
    ['1.013791.H42', 'procedure', '1.013791'],
    ['2.000815.000.00.00.H47', 'procedure', '2.000815'],
    ['làm lại giấy khai sinh', 'words'],
    ['sang tên sổ đỏ 2026', 'words'],
    ['ngày 26-11-2026', 'words'],
    ['0912 345 678', 'words'],
    ['', 'words'],
  ];
  for (const [typed, kind, code] of cases)
    it(`“${typed}” is ${kind}`, () => {
      expect(tellApart(typed)).to.deep.equal(code === undefined ? { kind } : { kind, code });
    });

  it('takes no word of the language for a code', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('giấy', 'khai', 'sinh', 'sổ', 'đỏ', 'đất', 'ở')), (words) => {
        expect(tellApart(words.join(' ')).kind).to.equal('words');
      }),
    );
  });
});
