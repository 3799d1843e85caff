import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { maskName, maskNumbers } from '../../src/dossiers/masking.js';

describe('maskName', () => {
  it('tells the first letter of each word, however long the word is', () => {
    expect(maskName('Nguyễn Thị Mẫu')).to.equal('N** T** M**');
    expect(maskName('  Đỗ   Ê ')).to.equal('Đ** Ê**');
    expect(maskName('H’Hen Niê')).to.equal('H** N**');
    expect(maskName('A\u0302n')).to.equal('Â**');
    expect(maskName('')).to.equal('');
  });

  it('never tells a second letter', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Nguyễn', 'Ê', 'Đặng', 'H’Hen', 'Ỷ Lan'.normalize('NFD'), 'K’Brơi'), {
          maxLength: 5,
        }),
        (words) => {
          for (const word of maskName(words.join('  ')).split(' ').filter(Boolean))
            expect(word).to.match(/^\p{L}\*\*$/u);
        },
      ),
    );
  });
});

describe('maskNumbers', () => {
  const cases: readonly [note: string, masked: string][] = [
    ['Gọi 0912345678 để hẹn', 'Gọi ********** để hẹn'],
    ['Gọi 0912 345 678, gặp bà B', 'Gọi **** *** ***, gặp bà B'],
    ['Gọi +84 912.345.678', 'Gọi +** ***.***.***'],
    ['CCCD 000190000001', 'CCCD ************'],
    ['０００１９００００００１', '************'],
    ['Trang 2, 15/11/2026, 16.000 đồng', 'Trang 2, 15/11/2026, 16.000 đồng'],
    ['Nộp 123456789 đồng', 'Nộp ********* đồng'],
    ['Theo hồ sơ H00.00-261123-0001', 'Theo hồ sơ H00.00-261123-0001'],
    ['Nghị định 61/2018/NĐ-CP, Điều 12', 'Nghị định 61/2018/NĐ-CP, Điều 12'],
  ];
  for (const [note, masked] of cases)
    it(`makes of “${note}” “${masked}”`, () => {
      expect(maskNumbers(note)).to.equal(masked);
    });

  it('leaves no nine digits in a row, and as many signs as there were', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9０-９ a]{0,40}$/u), (note) => {
        const masked = maskNumbers(note);
        expect(masked).not.to.match(/\p{Nd}{9}/u);
        expect(masked.length).to.equal(note.length);
      }),
    );
  });
});
