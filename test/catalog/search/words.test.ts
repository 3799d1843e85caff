import { expect } from 'chai';
import { accentKey } from '../../../src/shared/fold-text.js';
import { accentLikeness } from '../../../src/catalog/search/accents.js';
import { readMeanings, readThesaurus } from '../../../src/catalog/search/thesaurus.js';
import { formsOf, soundKey, tokenise } from '../../../src/catalog/search/tokens.js';

describe('words of a text', () => {
  it('are found with their places, punctuation left out', () => {
    expect(tokenise('Cấp (lại) CT07,')).to.deep.equal([
      { text: 'Cấp', start: 0, end: 3 },
      { text: 'lại', start: 5, end: 8 },
      { text: 'CT07', start: 10, end: 14 },
    ]);
  });

  it('are the same with i and y where both are written', () => {
    for (const [one, other] of [
      ['ký', 'kí'],
      ['lý', 'lí'],
      ['quý', 'quí'],
      ['kỹ', 'kĩ'],
    ] as const) {
      expect(formsOf(one)).to.deep.equal(formsOf(other));
    }
    expect(formsOf('tay').folded).not.to.equal(formsOf('tai').folded);
  });
});

describe('words that sound alike', () => {
  for (const [one, other] of [
    ['giay', 'day'],
    ['ra', 'da'],
    ['nam', 'lam'],
    ['xinh', 'sinh'],
    ['trai', 'chai'],
    ['fong', 'phong'],
    ['tit', 'tich'],
    ['lan', 'lang'],
    ['nghi', 'ngi'],
    ['ghe', 'ge'],
    ['kuoc', 'cuoc'],
  ] as const) {
    it(`${one} and ${other}`, () => expect(soundKey(one)).to.equal(soundKey(other)));
  }

  it('are not all words', () => {
    expect(new Set(['cho', 'ko', 'pho', 'kho', 'tho', 'vo', 'do', 'no', 'so'].map(soundKey)).size).to.equal(
      9,
    );
  });
});

describe('accents', () => {
  const like = (typed: string, other: string, isWord: boolean) =>
    accentLikeness(accentKey(typed), accentKey(other), isWord);

  it('count full when they are the same, in either placement', () => {
    expect(like('hoà', 'hòa', true)).to.equal(1);
  });

  it('left out cost less than mistaken, and mistaken less than another word', () => {
    const [leftOut, mistaken, otherWord] = [
      like('luu', 'lưu', false),
      like('sàn', 'sản', false),
      like('số', 'sổ', true),
    ];
    expect(leftOut).to.be.greaterThan(mistaken);
    expect(mistaken).to.be.greaterThan(otherWord);
  });

  it('forgive hỏi for ngã', () =>
    expect(like('sữa', 'sửa', false)).to.be.greaterThan(like('sứa', 'sửa', false)));
});

describe('a thesaurus', () => {
  it('reads ways to say a thing, and lets a place add its own', () => {
    const { lines, noise } = readThesaurus([
      { means: ['sổ đỏ|bìa đỏ=giấy chứng nhận'], noise: 'ạ' },
      { means: ['rẫy=nương'], noise: 'nghen' },
    ]);
    const meanings = lines.flatMap(readMeanings);
    expect(meanings.map(({ said }) => said.map(({ folded }) => folded).join(' '))).to.deep.equal([
      'so do',
      'bia do',
      'ray',
    ]);
    expect(meanings[0]?.official).to.deep.equal([['giấy', 'chứng', 'nhận'].map(formsOf)]);
    expect([...noise]).to.have.length(2);
  });

  it('leaves out lines that are not of the form', () => {
    expect(['', '=', 'a=', '=b', 'không có dấu bằng', '|=|'].flatMap(readMeanings)).to.deep.equal([]);
  });
});
