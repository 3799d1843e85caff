import { expect } from '@open-wc/testing';
import { plainCode, plainDigits, plainSecret } from '../../src/dossiers/dossier-code.js';

describe('what is typed to find a dossier', () => {
  const codes = [
    'H00.00-261123-0001',
    '  h00.00-261123-0001 ',
    'H00.00 261123 0001',
    'H00.00 – 261123 — 0001',
    'Ｈ００．００－２６１１２３－０００１',
    '\u041d00.00-261123-0001',
    '\u043d00.00-261123-0001',
    '\u039700.00-261123-0001',
    'H00.00\u2212261123\u00ad\u2011\u200b0001\u2060',
  ];
  for (const typed of codes)
    it(`is one code however it is written: ${typed}`, () => {
      expect(plainCode(typed)).to.equal('H00.00-261123-0001');
    });

  it('is one secret in small letters, in groups, and with letters that look like digits', () => {
    for (const typed of [
      '0A1B2-C3D4E',
      'oaIb2 c3d4e',
      'ＯＡＬＢ２Ｃ３Ｄ４Ｅ',
      '\u041e\u0410\u0406\u04122\u04213D4\u0415',
      '0a1b2c3d4e\u200b',
    ])
      expect(plainSecret(typed)).to.equal('0A1B2C3D4E');
  });

  it('is four digits with whatever stands between them', () => {
    for (const typed of ['0021', ' 00 21', '００２１', '00-21', '0.0.2.1'])
      expect(plainDigits(typed)).to.equal('0021');
  });
});
