import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { declaredSignatures } from '../../src/dossiers/pdf-signature.js';

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 255).buffer;
const signed = (members: string) =>
  `%PDF-1.7\n5 0 obj\n<< /Type /Sig ${members} /ByteRange [0 10 20 30] /Contents <${'0a'.repeat(200)}> >>\nendobj\n`;

describe('what a signature in a PDF says of itself', () => {
  it('is its name, time and kind', () => {
    const text = signed(
      "/SubFilter /adbe.pkcs7.detached /Name (UBND Xa Mau \\(mau\\)) /M (D:20261126093000+07'00')",
    );
    expect(declaredSignatures(bytesOf(text))).to.deep.equal([
      { name: 'UBND Xa Mau (mau)', at: '2026-11-26T02:30:00.000Z', kind: 'adbe.pkcs7.detached' },
    ]);
  });

  it('is read with every letter of Vietnamese', () => {
    const name = [
      0xfe,
      0xff,
      ...Array.from('Xã Mẫu', (sign) => sign.charCodeAt(0)).flatMap((unit) => [unit >> 8, unit & 255]),
    ];
    const raw = String.fromCharCode(...name).replace(/[\\()]/gu, '\\$&');
    expect(declaredSignatures(bytesOf(signed(`/Name (${raw})`)))[0]?.name).to.equal('Xã Mẫu');
  });

  it('is told for each of several, and of none where there is none', () => {
    expect(declaredSignatures(bytesOf(signed('/Name (A)') + signed('/Name (B)')))).to.have.length(2);
    expect(declaredSignatures(bytesOf('%PDF-1.4\n%%EOF'))).to.deep.equal([]);
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, hasMark) => {
        const mark = hasMark ? [...new Uint8Array(bytesOf('1 0 obj /ByteRange /M (D:99999999999999)'))] : [];
        expect(declaredSignatures(Uint8Array.from([...mark, ...bytes]).buffer)).to.be.an('array');
      }),
    );
  });
});
