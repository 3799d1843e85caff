import { expect } from 'chai';
import fc from 'fast-check';
import { shorten } from '../../src/shared/shorten.js';

describe('a text that is made to fit', () => {
  const cases: readonly [text: string, most: number, expected: string][] = [
    ['Khai sinh', 9, 'Khai sinh'],
    ['Đăng ký khai sinh', 12, 'Đăng ký khai…'],
    ['Đăng ký, khai sinh', 9, 'Đăng ký…'],
    ['Đăng ký khai sinh', 7, 'Đăng ký…'],
    ['Giấychứngnhận', 6, 'Giấyc…'],
  ];
  for (const [text, most, expected] of cases)
    it(`${text} in ${String(most)} letters`, () => expect(shorten(text, most)).to.equal(expected));

  it('is never longer than there is room for and its mark, and says that it was cut', () =>
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 2, max: 60 }), (text, most) => {
        const short = shorten(text, most);
        expect(short.length).to.be.at.most(most + 1);
        expect(short === text.trim() || short.endsWith('…')).to.equal(true);
      }),
    ));
});
