import { expect } from 'chai';
import fc from 'fast-check';
import { inVietnameseOrder } from '../../src/shared/alphabet.js';

const FIELDS = [
  'Đất đai',
  'Dân quân tự vệ',
  'An toàn thực phẩm',
  'Ấn phẩm',
  'Ăn uống',
  'Hộ tịch',
  'Hòa giải ở cơ sở',
  'Hỏa táng',
  'Xây dựng',
  'Ủy ban',
  'Ưu đãi',
  'Ô nhiễm',
  'Ong mật',
  '1 cửa',
];
const SYLLABLES =
  'a à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ da đa dạ đá e ê ế ệ giấy i ị o ô ố ơ ờ ở u ư ứ ự ử y ý thuế thuê thửa xã'.split(
    ' ',
  );

const sorted = (texts: readonly string[]) => inVietnameseOrder(texts, (text) => text);

describe('the order of the Vietnamese alphabet', () => {
  it('is the one that browsers know', () => {
    const alphabet = new Intl.Collator('vi');
    const inBrowsersOrder = (texts: readonly string[]) =>
      [...texts].sort((one, other) => alphabet.compare(one, other));
    expect(sorted(FIELDS)).to.deep.equal(inBrowsersOrder(FIELDS));
    const phrases = fc
      .array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 4 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(phrases), (texts) => {
        expect(sorted(texts)).to.deep.equal(inBrowsersOrder(texts));
      }),
    );
  });

  it('puts ă and â behind a, đ behind d, and looks at tones last', () => {
    expect(sorted(['đa', 'ấn', 'dương', 'ăn', 'an', 'án b', 'an c'])).to.deep.equal([
      'an',
      'án b',
      'an c',
      'ăn',
      'ấn',
      'dương',
      'đa',
    ]);
  });

  it('leaves those as they stand that differ only in case or in how accents are stored', () => {
    const same = ['Hộ tịch'.normalize('NFD'), 'HỘ TỊCH', 'hộ tịch'];
    expect(sorted(same)).to.deep.equal(same);
    expect(sorted([...same].reverse())).to.deep.equal([...same].reverse());
  });

  it('does not depend on the order in which texts came, whatever they are', () => {
    const texts = fc.uniqueArray(fc.string({ unit: 'grapheme', maxLength: 6 }), {
      selector: (text) => text.normalize('NFC').toLowerCase().normalize('NFC'),
    });
    fc.assert(
      fc.property(texts, (some) => {
        expect(sorted([...some].reverse())).to.deep.equal(sorted(some));
      }),
    );
  });
});
