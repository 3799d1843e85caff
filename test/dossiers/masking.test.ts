import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { maskName } from '../../src/dossiers/mask-name.js';
import { maskNumbers } from '../../src/dossiers/masking.js';

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
    ['Gọi 0912   345   678', 'Gọi ****   ***   ***'],
    ['Gọi 0912:345:678, 0912;345;678', 'Gọi ****:***:***, ****;***;***'],
    ['Gọi 0912 . 345 . 678', 'Gọi **** . *** . ***'],
    ['Gọi 0912. 345. 678', 'Gọi ****. ***. ***'],
    ['Gọi 0912#345=678', 'Gọi ****#***=***'],
    ['ĐT-091234-5678', 'ĐT-******-****'],
    ['ĐT-091212-5678, SĐT12-091212-5678', 'ĐT-******-****, SĐT**-******-****'],
    ['CMND 123.456.789 đồng ý', 'CMND ***.***.*** đồng ý'],
    ['Bà B, 123.456.789, đồng ý', 'Bà B, ***.***.***, đồng ý'],
    ['CMND 123.456.789 đồng.', 'CMND ***.***.*** đồng.'],
    ['Bà B 912.345.678 đồng chí', 'Bà B ***.***.*** đồng chí'],
    ['Bà B 912.345.678 đồng  thời', 'Bà B ***.***.*** đồng  thời'],
    ['Bà B 912.345.678 đồng nghiệp', 'Bà B ***.***.*** đồng nghiệp'],
    ['Bà B 912.345.678 đồng sở hữu', 'Bà B ***.***.*** đồng sở hữu'],
    ['Bà B 912.345.678 đồng-ý', 'Bà B ***.***.*** đồng-ý'],
    ['Bà B 912.345.678 đồng\u00adý', 'Bà B ***.***.*** đồng\u00adý'],
    ['Bà B 912.345.678 Đồng Văn A', 'Bà B ***.***.*** Đồng Văn A'],
    ['Bà B 912.345.678 ĐỒNG VĂN A', 'Bà B ***.***.*** ĐỒNG VĂN A'],
    ['Bà B 912.345.678 Đồng  Nai', 'Bà B ***.***.*** Đồng  Nai'],
    ['Bà B 912.345.678 đồng tháp', 'Bà B ***.***.*** đồng tháp'],
    ['Ông A 123.456.789 đồng sử dụng đất', 'Ông A ***.***.*** đồng sử dụng đất'],
    ['Ông A 123.456.789 đồng đứng tên', 'Ông A ***.***.*** đồng đứng tên'],
    ['Nộp 120.500.000 đồng 0912345678', 'Nộp 120.500.000 đồng **********'],
    ['Nộp 120.500.000 đồng (0912 345 678)', 'Nộp 120.500.000 đồng (**** *** ***)'],
    ['CMND 123.456.789 đồng ngày 20/11/2026', 'CMND ***.***.*** đồng ngày 20/11/2026'],
    ['CCCD 001.199.012.345 đồng qua', 'CCCD ***.***.***.*** đồng qua'],
    ['CCCD 001.199.012.345 đồng', 'CCCD ***.***.***.*** đồng'],
    ['Tiền phí 0912.345.678', 'Tiền phí ****.***.***'],
    ['Tiền: +84.912.345.678', 'Tiền: +**.***.***.***'],
    ['Tiền: 84.912.345.678', 'Tiền: **.***.***.***'],
    ['912.345.678 đ/c Lan, 912.345.678 đ. Lê Lợi', '***.***.*** đ/c Lan, ***.***.*** đ. Lê Lợi'],
    ['091 234.567.890 đồng', '*** ***.***.*** đồng'],
    ['31/04/2026-30/05/2026', '**/**/****-**/**/****'],
    ['30-31/11/2026', '**-**/**/****'],
    ['29/02/2027-01/03/2027', '**/**/****-**/**/****'],
    ['Họp 31/02/2026', 'Họp 31/02/2026'],
    ['15-11-2026-16-11-2026', '**-**-****-**-**-****'],
    ['Số 12.345.678.901', 'Số **.***.***.***'],
  ];
  for (const [note, masked] of cases)
    it(`makes of “${note}” “${masked}”`, () => {
      expect(maskNumbers(note)).to.equal(masked);
    });

  const told = [
    'Nộp thuế 120.500.000 đồng',
    'Nộp 120.500.000 đồng vào ngân sách',
    'Nộp 120.500.000 đồng ngày 20/11/2026',
    'Nộp 120.500.000 đồng (một trăm hai mươi triệu năm trăm nghìn đồng)',
    'Nộp 120.500.000 đồng qua Kho bạc',
    'Nộp 120.500.000 đồng lệ phí trước bạ',
    'Nộp 120.500.000 đồng Việt Nam',
    'Nộp 120.500.000 đồng của năm 2026, 120.500.000 đồng nếu chậm',
    'Nộp 120.500.000 Đồng.',
    'Giá 120.500.000 đồng/tháng, “120.500.000 đồng”',
    'Nộp 120.500.000 đồng\n20/11/2026',
    'Nộp 1.120.500.000đ, 120.500.000 VNĐ và 120.500.000₫.',
    'Nộp 120,500,000 VND hoặc 120.500.000,50 đồng',
    'Nộp 120.500.000đ. Hạn 15/11/2026',
    'Hẹn 15/11/2026: 120.500.000 đồng',
    'Lệ phí: 120.500.000',
    'Số tiền là 120.500.000.',
    'Từ 16.000.000 - 20.000.000 đồng',
    'Đến trong 15-16/11/2026',
    'Nghỉ 30/11 – 02/12/2026',
    'Nghỉ 07/01/2026-09/01/2026',
    'Nghỉ 7.1.2026–9.1.2026',
    'Nghỉ 29/02/2028-01/03/2028, 8:30 - 11:30',
  ];
  for (const note of told)
    it(`lets “${note}” be read`, () => {
      expect(maskNumbers(note)).to.equal(note);
    });

  it('knows money however its letters are put together', () => {
    const note = 'Nộp thuế 120.500.000 đồng';
    expect(maskNumbers(note.normalize('NFD'))).to.equal(note);
  });

  it('lets every amount of đồng and every day of the calendar be read', () => {
    const amount = fc.integer({ min: 100_000_000, max: 9_999_999_999 });
    const day = fc
      .date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10).split('-').reverse().join('/'));
    const unit = fc.constantFrom(' đồng', 'đ', ' VND', ' VNĐ', '₫');
    fc.assert(
      fc.property(amount, unit, day, day, (number, money, one, other) => {
        const dotted = String(number).replace(/\B(?=(?:\d{3})+$)/gu, '.');
        // What looks like a telephone number of a mobile with the country before it stays hidden.
        fc.pre(!/^84\.[35789]/u.test(dotted));
        const note = `Nộp ${dotted}${money}, từ ${one}-${other}`;
        expect(maskNumbers(note)).to.equal(note);
      }),
    );
  });

  it('leaves no number of a person, whatever is said of money around it', () => {
    const number = fc.oneof(
      fc.stringMatching(/^0[0-9]{9}$/u),
      fc.stringMatching(/^0[0-9]{11}$/u),
      fc.stringMatching(/^84[35789][0-9]{8}$/u),
    );
    const sign = fc.constantFrom('', ' ', '.', ',', '   ', ' . ', '-', ':', ';', ', ', '. ', '#', '=', '/');
    const before = fc.constantFrom('', 'Tiền ', 'Lệ phí: ', 'Nộp VND ', 'CCCD ', 'Hẹn 15/11/2026, ');
    const after = fc.constantFrom(
      ...[
        '',
        ' đồng',
        'đ',
        ' VND',
        '₫',
        ' đồng ý',
        '.',
        ' đồng (một',
        ' đồng ngày 20/11/2026',
        ' đồng qua',
        ' đồng/',
      ],
    );
    fc.assert(
      fc.property(number, sign, before, after, (digits, between, words, more) => {
        const head = digits.slice(0, digits.length % 3 === 0 ? 3 : (digits.length % 3) + 3);
        const groups = [head, ...(digits.slice(head.length).match(/.{3}/gu) ?? [])];
        expect(maskNumbers(words + groups.join(between) + more)).to.equal(
          words + groups.map((group) => '*'.repeat(group.length)).join(between) + more,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves no number before a word that only begins like money, nor before a name that does', () => {
    const halves = fc.constantFrom(
      ...[
        'sử dụng đất',
        'đứng tên',
        'ký tên',
        'thuận',
        'vay',
        'trú',
        'quyền',
        'tác giả',
        'tâm',
        'đều',
        'cảm',
        'cấp',
        'sức',
        'thanh',
        'với',
        'nộp đơn',
        'ý',
        'chí',
        'thời',
        'nghiệp',
        'hành',
        'bào',
        'hương',
        'sở hữu',
        'tình',
        'lòng',
        'nguyên đơn',
        'bị đơn',
      ],
    );
    const names = fc.stringMatching(/^[A-Z][a-z]{0,5}$/u).map((name) => `Đồng ${name}`);
    const words = fc.oneof(
      halves.map((half) => `đồng ${half}`),
      halves.map((half) => `Đồng ${half}`),
      names,
      names.map((name) => name.toUpperCase()),
    );
    const space = fc.constantFrom('', ' ');
    const end = fc.constantFrom('', '.', ', bà B', ' 20/11/2026', '(1)');
    fc.assert(
      fc.property(
        fc.stringMatching(/^[1-9]\d\d\.\d{3}\.\d{3}$/u),
        space,
        words,
        end,
        (number, gap, word, more) => {
          expect(maskNumbers(`Bà B ${number}${gap}${word}${more}`)).to.equal(
            `Bà B ***.***.***${gap}${word}${more}`,
          );
        },
      ),
      { numRuns: 500 },
    );
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
        '    ',
        '#',
        '=',
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
