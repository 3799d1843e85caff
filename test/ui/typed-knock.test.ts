import { expect } from '@open-wc/testing';
import { readKnock } from '../../src/ui/typed-knock.js';

const CODE = 'H57.132-261116-0583';
/** What is asked with, or what is missing. */
const read = (typed: string) => {
  const knock = readKnock(CODE, typed, {});
  return 'factor' in knock ? `${knock.factor.kind} ${knock.factor.value}` : knock.gaps.factor;
};

describe('what opens a dossier', () => {
  for (const typed of [
    '1234',
    'so cuoi la 1234',
    'cuoi la 1234',
    '4 số cuối là 1234',
    '4 số cuối là 1234'.normalize('NFD'),
    '4 SỐ CUỐI: 1234.',
    'bốn chữ số cuối của CCCD là 1234 ạ',
    '1234 là 4 số cuối điện thoại',
    '1234 (4 số cuối)',
    '4 số cuối là １２３４',
    'last 4 digits: 1234',
    'the last four are 1234',
    'last is 1234',
  ])
    it(`is four digits, whatever they are called: “${typed}”`, () => {
      expect(read(typed)).to.equal('last4 1234');
    });

  for (const [typed, factor] of [
    ['Mã bí mật: ABCDE-F1234', 'secret ABCDEF1234'],
    ['ABCDEF 1234', 'secret ABCDEF1234'],
    ['ABCD 1234', 'secret ABCD1234'],
    ['cuối 1234 5678', 'secret CU112345678'],
    ['cuối F1234', 'secret CU1F1234'],
    ['cuối 12345', 'secret CU112345'],
    ['5 số cuối 1234', 'secret 5SCU11234'],
    ['số cuối 0912 345 678', 'secret SCU10912345678'],
    ['1234 5678', 'need.digits'],
    ['', 'need.factor'],
  ] as const)
    it(`is never guessed from “${typed}”`, () => {
      expect(read(typed)).to.equal(factor);
    });
});
