import { expect } from 'chai';
import fc from 'fast-check';
import { normaliseCode } from '../../src/shared/procedure-code.js';

describe('the code of a procedure', () => {
  const readable: readonly (readonly [raw: string, why: string])[] = [
    ['1.001193', 'as it should be'],
    ['  1.001193\u00a0', 'with stray and no-break spaces'],
    ['\t1.001193', 'with a tab in front'],
    ['1 . 001 193', 'typed apart'],
    ['1001193', 'without its dot'],
    ['1.001.193', 'with one dot too many'],
    ['1.001.193.H42', 'with a dot too many and an agency'],
    ['1.001193.H42', 'with the agency that published it'],
    ['1.001193. H42', 'with a space in the suffix'],
    ['1.001193.h42', 'in small letters'],
    ['1.001193.000.00.00.H47', 'with an agency of the old kind'],
    ['1.001193.000.00.61.H42', 'with an office of an agency'],
    ['1.001193.01', 'with the number of a case'],
    ['1.001193-Xoa', 'marked as deleted'],
    ['mã 1.001193', 'with the word "mã"'],
    ['mã 1.001193'.normalize('NFD'), 'with the word "mã" from a Mac'],
    ['Mã số: 1.001193.', 'from a sentence'],
    ['ma thu tuc hanh chinh 1.001193', 'without accents'],
    ['(1.001193)', 'in brackets'],
    ['TTHC 1.001193', 'with what such codes are called'],
    ['１.００１１９３', 'in full-width digits'],
  ];
  for (const [raw, why] of readable) {
    it(`is read ${why}: ${JSON.stringify(raw)}`, () => {
      expect(normaliseCode(raw)).to.equal('1.001193');
    });
  }

  for (const raw of [
    '',
    ' ',
    '1.01499',
    '1.0014217',
    '1.001193001',
    '1.1.012756',
    '7.001193',
    '0.001193',
    '1,001193',
    '1.001193 khai sinh',
    '1.001193.H4',
    'H42',
    '001193',
    'khai sinh',
    'mã số',
  ]) {
    it(`is not guessed from ${JSON.stringify(raw)}`, () => {
      expect(normaliseCode(raw)).to.equal(undefined);
    });
  }

  it('is the same when read twice, and never anything else than d.dddddd', () => {
    const nearly = fc.stringMatching(/^[ \t]?[0-9.]{5,9}[.-]?[A-Za-z]?[0-9]{0,3}$/u);
    fc.assert(
      fc.property(fc.oneof(nearly, fc.string({ unit: 'binary' })), (raw) => {
        const code = normaliseCode(raw);
        if (code === undefined) return;
        expect(code).to.match(/^[1-6]\.\d{6}$/u);
        expect(normaliseCode(code)).to.equal(code);
      }),
      { numRuns: 2000 },
    );
  });
});
