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
    ['CMND 123 456 789', 'CMND *** *** ***'],
    ['CCCD 001 199 012 345', 'CCCD *** *** *** ***'],
    ['CCCD: 001.199.012.345.', 'CCCD: ***.***.***.***.'],
    ['CCCD 001-199-012-345, bà B', 'CCCD ***-***-***-***, bà B'],
    ['CCCD001 199 012 345', 'CCCD*** *** *** ***'],
    ['001\u00a0199\u00a0012\u00a0345', '***\u00a0***\u00a0***\u00a0***'],
    ['0011 9901 2345 0912 345 678', '**** **** **** **** *** ***'],
    ['STK 0123 4567 8901 2345', 'STK **** **** **** ****'],
    ['09.12.2045.678', '**.**.****.***'],
    ['Hẹn 15.11.2026 10 giờ, 2026-11-15 08.30', 'Hẹn 15.11.2026 10 giờ, 2026-11-15 08.30'],
    ['Số 12 15-11-2026 và 16-11-2026', 'Số 12 15-11-2026 và 16-11-2026'],
    [
      '000.00.19.H47-261123-0001 và H57.132-20261123-00012',
      '000.00.19.H47-261123-0001 và H57.132-20261123-00012',
    ],
    ['Thủ tục 1.004222.000.00.00.H40', 'Thủ tục 1.004222.000.00.00.H40'],
    ['Hồ sơ H00.00-261123-0001 0912345678', 'Hồ sơ H00.00-261123-0001 **********'],
    ['Nộp 123456789 đồng', 'Nộp ********* đồng'],
    ['Gọi (0912) 345 678', 'Gọi (****) *** ***'],
    ['Máy bàn (0235) 3123456, gặp bà B', 'Máy bàn (****) *******, gặp bà B'],
    ['(+84) (235) 3123456', '(+**) (***) *******'],
    ['0912/345/678', '****/***/***'],
    ['0912, 345, 678', '****, ***, ***'],
    ['0912 – 345 – 678 và 0912 - 345 - 678', '**** – *** – *** và **** - *** - ***'],
    ['0912_345_678', '****_***_***'],
    ['091\u200b2345678', '***\u200b*******'],
    ['0912\u00ad 345\u2009678', '****\u00ad ***\u2009***'],
    ['Thiếu trang 2, 3, 4, 5, 6, 7, 8, 9, 10', 'Thiếu trang 2, 3, 4, 5, 6, 7, 8, 9, 10'],
    ['Điều 12, 13, 14, 15, 16', 'Điều 12, 13, 14, 15, 16'],
    ['Từ 8/10/2026 – 15/10/2026 (hoặc 16/10/2026)', 'Từ 8/10/2026 – 15/10/2026 (hoặc 16/10/2026)'],
    ['0912345678, 000.00.19.H47-261123-0001', '**********, 000.00.19.H47-261123-0001'],
    ['09/12/2034/5678', '**/**/****/****'],
    ['Theo hồ sơ H00.00-261123-0001', 'Theo hồ sơ H00.00-261123-0001'],
    ['Nghị định 61/2018/NĐ-CP, Điều 12', 'Nghị định 61/2018/NĐ-CP, Điều 12'],
  ];
  for (const [note, masked] of cases)
    it(`makes of “${note}” “${masked}”`, () => {
      expect(maskNumbers(note)).to.equal(masked);
    });

  it('leaves none of nine to twelve digits, however they are put into groups', () => {
    const digits = fc.stringMatching(/^[0-9]{9,12}$/u);
    const sign = fc.constantFrom(
      ...[
        '',
        ' ',
        '.',
        '-',
        '\u00a0',
        '  ',
        '/',
        '_',
        ' – ',
        ' - ',
        ') ',
        ' (',
        '\u200b',
        '\u00ad',
        ' / ',
        '\n',
        '\u00b7',
        '\u2212',
        ' | ',
        '+',
      ],
    );
    const before = fc.constantFrom('', 'CCCD ', 'CMND', 'số (', 'Ngày 15/11/2026, ', 'H00.00-261123-0001 ');
    fc.assert(
      fc.property(digits, fc.array(fc.nat({ max: 11 })), sign, before, (number, cuts, between, words) => {
        const written = Array.from(number, (one, at) =>
          at > 0 && cuts.includes(at) ? between + one : one,
        ).join('');
        expect(maskNumbers(`${words}${written}, bà B`)).to.equal(
          `${words}${written.replace(/[0-9]/gu, '*')}, bà B`,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves none that is put into groups of three and more, also with commas', () => {
    const groups = fc.array(fc.stringMatching(/^[0-9]{3,4}$/u), { minLength: 3, maxLength: 4 });
    fc.assert(
      fc.property(groups, fc.constantFrom(',', ', ', ',\u00a0', '\u200b, '), (parts, between) => {
        expect(maskNumbers(`Gọi ${parts.join(between)}, bà B`)).not.to.match(/[0-9]/u);
      }),
    );
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
