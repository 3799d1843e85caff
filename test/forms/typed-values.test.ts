import { expect } from 'chai';
import fc from 'fast-check';
import {
  readCitizenNumber,
  readDate,
  readEmail,
  readMoney,
  readName,
  readNumber,
  readPhone,
  readText,
  type Typed,
} from '../../src/forms/typed-values.js';

const TODAY = '2026-11-23';

/** The value and its doubts, or the problem, in one line. */
function told(typed: Typed<unknown>): string {
  if (!typed.ok) return `! ${typed.problem.code}`;
  return [String(typed.value), ...typed.warnings.map(({ code }) => `? ${code}`)].join(' ');
}

function table(name: string, read: (text: string) => Typed<unknown>, rows: readonly [string, string][]) {
  describe(name, () => {
    for (const [typed, expected] of rows)
      it(`reads “${typed}” as ${expected}`, () => expect(told(read(typed))).to.equal(expected));
  });
}

table('a day as it is typed', (text) => readDate(text, 'day', TODAY), [
  ['05/03/2001', '2001-03-05'],
  ['5/3/2001', '2001-03-05'],
  ['5-3-2001', '2001-03-05'],
  ['5.3.2001', '2001-03-05'],
  [' 5 / 3 / 2001 ', '2001-03-05'],
  ['05032001', '2001-03-05'],
  // Year first in one piece is read neither as a day of the year 305 nor guessed at.
  ['20010305', '! date-form'],
  ['20011230', '! date-form'],
  ['01011850', '1850-01-01 ? date-long-ago'],
  ['ngày 5 tháng 3 năm 2001', '2001-03-05'],
  ['2001-03-05', '2001-03-05'],
  ['０５/０３/２００１', '2001-03-05'],
  // As word processors and other pages have them.
  ['5–3–1990', '1990-03-05'],
  ['5—3−1990', '1990-03-05'],
  ['5\u200b/3/19\u200d90\ufeff', '1990-03-05'],
  ['29/02/2024', '2024-02-29'],
  ['29/02/2023', '! date-unreal'],
  ['31/4/2020', '! date-unreal'],
  ['5/3/01', '! date-year-short'],
  ['03/2001', '! date-needs-day'],
  ['2001', '! date-needs-day'],
  ['hôm qua', '! date-form'],
  ['', '! date-form'],
  ['1/2/3/2001', '! date-form'],
  ['24/11/2026', '2026-11-24 ? date-future'],
  ['01/01/1850', '1850-01-01 ? date-long-ago'],
]);

table('a birth of which only the year is known', (text) => readDate(text, 'year', TODAY), [
  ['1945', '1945'],
  ['3/1945', '1945-03'],
  ['031945', '1945-03'],
  ['15/3/1945', '1945-03-15'],
  ['13/1945', '! date-unreal'],
  ['45', '! date-year-short'],
  ['2027', '2027 ? date-future'],
]);

// Numbers of nobody: 000 is no place of registration.
table('a citizen number', (text) => readCitizenNumber(text, {}, TODAY), [
  ['049190000000', '049190000000'],
  ['049 190 000 000', '049190000000'],
  ['０４９１９００００００0', '049190000000'],
  ['049–190–000000', '049190000000'],
  ['049\u200b190\u00ad000\u200e000', '049190000000'],
  ['000190000000', '000190000000 ? citizen-number-place'],
  ['049299000000', '049299000000 ? citizen-number-future'],
  ['04919000000', '! citizen-number-length'],
  ['049190000', '! citizen-number-old'],
  ['04919000000O', '! citizen-number-form'],
  ['', '! citizen-number-form'],
]);

describe('a citizen number beside what else is known', () => {
  const read = (known: Parameters<typeof readCitizenNumber>[1]) =>
    told(readCitizenNumber('049190000000', known, TODAY));
  it('fits', () => expect(read({ birth: '1990-02', sex: 'female' })).to.equal('049190000000'));
  it('doubts another year', () =>
    expect(read({ birth: '1991' })).to.equal('049190000000 ? citizen-number-birth'));
  it('doubts another sex', () => expect(read({ sex: 'male' })).to.equal('049190000000 ? citizen-number-sex'));
});

table('a telephone number', readPhone, [
  ['0912345678', '0912345678'],
  ['+84 912 345 678', '0912345678'],
  ['+84 (0) 912.345.678', '0912345678'],
  ['0084912345678', '0912345678'],
  ['84912345678', '0912345678'],
  ['0912–345‑678\u202c', '0912345678'],
  ['０９１２３４５６７８', '0912345678'],
  ['0235 3852 000', '02353852000'],
  ['02353852000', '02353852000'],
  ['+1 202 555 0100', '+12025550100 ? phone-foreign'],
  ['0112345678', '! phone-form'],
  ['số của con tôi', '! phone-form'],
]);

table('an e-mail address', readEmail, [
  ['lan.nguyen@xa.example', 'lan.nguyen@xa.example'],
  [' lan @xa.example ', 'lan@xa.example'],
  ['lan@xa', '! email-form'],
  ['<lan@xa.example>', '! email-form'],
]);

table('money', readMoney, [
  ['1.500.000', '1500000'],
  ['1500000đ', '1500000'],
  ['1.500.000 đồng', '1500000'],
  ['1,500,000 VND', '1500000'],
  ['0', '0'],
  ['1,5', '! money-whole'],
  ['-5', '! money-whole'],
  ['1000000000000000', '! too-large'],
  ['năm trăm', '! money-form'],
]);

table('a number', readNumber, [
  ['1.234,5', '1234.5'],
  ['1,234.5', '1234.5'],
  ['120,5', '120.5'],
  ['120.5', '120.5'],
  ['1.500', '1500'],
  ['-3', '-3'],
  ['−3', '-3'],
  ['1.5\u200b00', '1500'],
  ['0.500', '0.5'],
  ['0,500', '0.5'],
  ['-0', '0'],
  ['999999999999999', '999999999999999'],
  ['1000000000000000', '! too-large'],
  ['123456789,1234567', '! number-form'],
  ['0,0000001', '! number-form'],
  ['1.5.0', '! number-form'],
  ['', '! number-form'],
]);

table('a name', readName, [
  ['Nguyễn Thị Lan', 'Nguyễn Thị Lan'],
  ["  K'Brơi ", "K'Brơi"],
  ["H'Hen   Niê", "H'Hen Niê"],
  ['Lan', 'Lan'],
  ['Nguyê\u0303n', 'Nguyễn'],
  ['Lan 2', 'Lan 2 ? name-digits'],
  ['...', '! name-empty'],
]);

describe('what was typed', () => {
  it('keeps line breaks where they belong', () =>
    expect(readText(' một  hai \n ba ', true)).to.equal('một hai\nba'));

  const readers: Readonly<Record<string, (text: string) => Typed<unknown>>> = {
    day: (text) => readDate(text, 'year', TODAY),
    citizenNumber: (text) => readCitizenNumber(text, {}, TODAY),
    phone: readPhone,
    email: readEmail,
    name: readName,
  };
  for (const [name, read] of Object.entries(readers)) {
    it(`is read the same again: ${name}`, () => {
      const typed = fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.stringMatching(/^[0-9./ +()@a-z-]{0,16}$/u),
        fc.stringMatching(/^0[35789][0-9]{8}$/u),
        fc.stringMatching(/^[0-3]?[0-9]\/[01]?[0-9]\/(19|20)[0-9]{2}$/u),
      );
      fc.assert(
        fc.property(typed, (text) => {
          const once = read(text);
          if (!once.ok) return;
          const again = read(String(once.value));
          expect(again.ok && again.value).to.equal(once.value);
        }),
      );
    });
  }
});
