import { expect } from 'chai';
import fc from 'fast-check';
import { accentKey } from '../../../src/shared/fold-text.js';
import { isSyllable } from '../../../src/catalog/search/syllable.js';
import { decodeTyping } from '../../../src/catalog/search/telex.js';

const MARKS = {
  telex: { '\u0302': (letter: string) => letter, '\u0306': () => 'w', '\u031b': () => 'w', đ: 'dd' },
  vni: { '\u0302': () => '6', '\u0306': () => '8', '\u031b': () => '7', đ: 'd9' },
} as const;
const TONES = {
  telex: { '\u0300': 'f', '\u0301': 's', '\u0303': 'x', '\u0309': 'r', '\u0323': 'j' },
  vni: { '\u0300': '2', '\u0301': '1', '\u0303': '4', '\u0309': '3', '\u0323': '5' },
} as const;
type Layout = keyof typeof MARKS;

/** The keys that write a syllable, the tone right behind its vowel or at the end. */
function keysOf(syllable: string, layout: Layout, isToneLast: boolean): string {
  let tone = '';
  const keys = syllable
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, (mark) => {
      const key = TONES[layout][mark as keyof (typeof TONES)['telex']];
      if (isToneLast) tone = key;
      return isToneLast ? '' : key;
    })
    .replace(
      /([a-z])([fsxrj1-5]?)([\u0302\u0306\u031b])/gu,
      (_, letter: string, key: string, mark: string) => {
        return letter + MARKS[layout][mark as '\u0302'](letter) + key;
      },
    )
    .replace(
      /([a-z])([\u0302\u0306\u031b])/gu,
      (_, letter: string, mark: string) => letter + MARKS[layout][mark as '\u0302'](letter),
    )
    .replace(/đ/gu, MARKS[layout].đ);
  return keys + tone;
}

const SYLLABLES =
  `đăng ký khai sinh thường trú tạm vắng giấy chứng nhận quyền sử dụng đất nghĩa vụ quân sự hưởng trợ cấp khuyết tật
   người nước ngoài xây dựng điều chỉnh chuyển nhượng hòa giải thủy lợi bảo hiểm y tế đổi căn cước lý lịch tư pháp rừng
   nghèo cận hộ kinh doanh chấm dứt kết hôn chồng mẹ cưới thuê mướn khoan giếng quỹ từ thiện tuyển thuế nuôi con đường`
    .split(/\s+/u)
    .filter((syllable) => accentKey(syllable) !== syllable);

describe('decoding Telex and VNI keys', () => {
  it('reads back what a keyboard would have written, wherever the tone key stands', () => {
    const layout = fc.constantFrom<Layout[]>('telex', 'vni');
    fc.assert(
      fc.property(fc.constantFrom(...SYLLABLES), layout, fc.boolean(), (syllable, keyboard, isToneLast) => {
        const keys = keysOf(syllable, keyboard, isToneLast);
        expect(accentKey(decodeTyping(keys) ?? keys), keys).to.equal(accentKey(syllable));
      }),
      { numRuns: 400 },
    );
  });

  const slips: readonly (readonly [string, string])[] = [
    ['ddaats', 'đất'],
    ['dduwowcj', 'được'],
    ['dduocwj', 'được'],
    ['nguwowif', 'người'],
    ['tieesng', 'tiếng'],
    ['hoaf', 'hòa'],
    ['d9o6ng2', 'đồng'],
    ['hie65u', 'hiệu'],
    ['mowr', 'mở'],
  ];
  for (const [typed, meant] of slips) {
    it(`reads ${typed} as ${meant}`, () => expect(decodeTyping(typed)).to.equal(meant));
  }

  it('leaves alone what is no syllable or has nothing to decode', () => {
    for (const word of ['khai', 'gcnqsdd', 'ct07', 'đất', '2024', 'http', '', 'xx']) {
      expect(decodeTyping(word), word).to.equal(undefined);
    }
  });

  it('tells syllables from abbreviations', () => {
    expect(['khai', 'đăng', 'nghiêng', 'y'].every(isSyllable)).to.equal(true);
    expect(['gcn', 'ubnd', 'attp', 'vpđd'].some(isSyllable)).to.equal(false);
  });
});
