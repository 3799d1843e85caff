import { expect } from 'chai';
import { accentKey } from '../../../src/shared/fold-text.js';
import { accentLikeness, likenessOf } from '../../../src/catalog/search/accents.js';
import { agesOf, findAge } from '../../../src/catalog/search/ages.js';
import { readMeanings, readThesaurus, type ThesaurusData } from '../../../src/catalog/search/thesaurus.js';
import { formsOf, soundKey, tokenise } from '../../../src/catalog/search/tokens.js';

/** Reads files of everyday words to the end. */
function readAll(files: readonly ThesaurusData[]) {
  const reading = readThesaurus(files);
  let step = reading.next();
  while (!step.done) step = reading.next();
  return step.value;
}

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

  it('of a guess are those of its vowels', () => {
    const guessed = (typed: string, other: string) =>
      likenessOf({ ...formsOf(typed), real: false }, formsOf(other));
    expect(guessed('xinh', 'sinh')).to.equal(1);
    expect(guessed('rác', 'đất')).to.be.lessThan(guessed('giấc', 'đất'));
  });

  it('forgive hỏi for ngã', () =>
    expect(like('sữa', 'sửa', false)).to.be.greaterThan(like('sứa', 'sửa', false)));
});

describe('ages', () => {
  it('that a name is for', () => {
    expect(agesOf('cho người dưới 14 tuổi')).to.deep.equal({ least: 0, most: 13 });
    expect(agesOf('cho người từ đủ 14 tuổi trở lên')).to.deep.equal({ least: 14, most: 150 });
    expect(agesOf('75 tuổi trở lên')).to.deep.equal({ least: 75, most: 150 });
    expect(agesOf('từ 6 đến 15 tuổi')).to.deep.equal({ least: 6, most: 15 });
    for (const text of ['75 tuổi không lương hưu', 'tuổi già', 'Điều 14'])
      expect(agesOf(text)).to.equal(undefined);
  });

  it('that somebody says', () => {
    const find = (query: string) => findAge(tokenise(query).map(({ text }) => formsOf(text)));
    expect(find('má tui 70 tuổi')).to.deep.equal({ from: 2, to: 4, age: 70 });
    expect(find('bé 18 tháng tuổi')).to.deep.equal({ from: 1, to: 4, age: 1 });
    expect(find('đứa 16t')).to.deep.equal({ from: 1, to: 2, age: 16 });
    for (const query of ['70 mươi', 'tuổi 70', 'bé 9 tháng']) expect(find(query), query).to.equal(undefined);
  });
});

describe('a thesaurus', () => {
  it('reads ways to say a thing, and lets a place add its own', () => {
    const { lines, noise } = readAll([
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

  it('reads words that may stand in one place, and phrases that mean it only at the end', () => {
    const said = readMeanings('mới/vừa mất~|xin sổ=khai tử/sinh').map(({ said: words, isFinal }) => [
      words.map(({ folded }) => folded).join(' '),
      isFinal,
    ]);
    expect(said).to.deep.equal([
      ['moi mat', true],
      ['vua mat', true],
      ['xin so', false],
    ]);
  });

  it('finds the longest phrase of talk first', () => {
    const { talk } = readAll([{ talk: 'bao nhiêu|bao nhiêu tiền' }]);
    expect(talk.get('bao')?.map((words) => words.length)).to.deep.equal([3, 2]);
  });

  it('reads what ages mean', () => {
    const { ages } = readAll([{ ages: ['0-15=trẻ em', '60-=già', 'x'] }]);
    expect(ages).to.deep.equal([{ least: 0, most: 15, official: [['trẻ', 'em'].map(formsOf)] }]);
  });

  it('leaves out lines that are not of the form', () => {
    expect(['', '=', 'a=', '=b', 'không có dấu bằng', '|=|'].flatMap(readMeanings)).to.deep.equal([]);
  });
});
