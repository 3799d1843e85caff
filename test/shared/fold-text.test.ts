import { expect } from 'chai';
import fc from 'fast-check';
import { accentKey, foldText } from '../../src/shared/fold-text.js';

describe('folding text', () => {
  const folded: readonly (readonly [string, string])[] = [
    ['Đăng ký kết hôn', 'dang ky ket hon'],
    ['ĐƯỜNG', 'duong'],
    ['Giấy chứng nhận quyền sử dụng đất', 'giay chung nhan quyen su dung dat'],
    ['ố ứ ỹ ặ', 'o u y a'],
    ['', ''],
  ];
  for (const [text, expected] of folded) {
    it(`reads “${text}” without case and accents`, () => expect(foldText(text)).to.equal(expected));
  }

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => foldText(foldText(text)) === foldText(text)),
    );
  });

  it('does not tell composed text from decomposed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) => foldText(text.normalize('NFC')) === foldText(text.normalize('NFD')),
      ),
    );
  });
});

describe('the key of accents', () => {
  it('does not care where the tone is written', () => {
    expect(accentKey('hoà')).to.equal(accentKey('hòa'));
    expect(accentKey('Thuỷ')).to.equal(accentKey('thủy'));
    expect(accentKey('hòa'.normalize('NFD'))).to.equal(accentKey('hoà'));
  });

  it('tells other accents apart', () => {
    const keys = ['ma', 'má', 'mà', 'mả', 'mã', 'mạ', 'mâ', 'mă', 'mấ'].map(accentKey);
    expect(new Set(keys).size).to.equal(keys.length);
  });
});
