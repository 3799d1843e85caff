import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { sentencesIn } from '../../src/shared/sentences.js';

const split = (text: string, language = 'vi') =>
  sentencesIn(text, language).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  for (const [what, text, sentences] of [
    ['two', 'Nộp tại xã. Nhận tại nhà.', ['Nộp tại xã.', 'Nhận tại nhà.']],
    ['one without a full stop', 'Giấy tờ cần có', ['Giấy tờ cần có']],
    ['a question, a call, a rest', 'Có không? Có! Thế thì…', ['Có không?', 'Có!', 'Thế thì…']],
    [
      'places in short forms',
      'Đến UBND P. Minh Xuân, TP. Tuyên Quang. Mang theo CCCD.',
      ['Đến UBND P. Minh Xuân, TP. Tuyên Quang.', 'Mang theo CCCD.'],
    ],
    ['a district with a number', 'Ở Q. 1 và Q. Bình Thạnh.', ['Ở Q. 1 và Q. Bình Thạnh.']],
    ['titles', 'Gặp ThS. Mẫu hoặc TS. Lê.', ['Gặp ThS. Mẫu hoặc TS. Lê.']],
    ['a number that counts', '1. Nộp hồ sơ. 2. Nhận giấy.', ['1. Nộp hồ sơ.', '2. Nhận giấy.']],
    ['a letter that counts', 'a. Bản chính.\nb. Bản sao.', ['a. Bản chính.', 'b. Bản sao.']],
    ['money and days', 'Phí 8.000 ₫. Hẹn 05/03/2026.', ['Phí 8.000 ₫.', 'Hẹn 05/03/2026.']],
    [
      'a decree',
      'Theo Nghị định số 123/2015/NĐ-CP. Có hiệu lực.',
      ['Theo Nghị định số 123/2015/NĐ-CP.', 'Có hiệu lực.'],
    ],
    ['lines', 'Tại nơi nộp;\n- hoặc qua bưu điện.', ['Tại nơi nộp;', '- hoặc qua bưu điện.']],
    ['spaces around', '  Một.   Hai.  ', ['Một.', 'Hai.']],
    ['nothing to say', ' · \n–', []],
    ['nothing', '', []],
  ] as const)
    it(`tells apart ${what}`, () => {
      expect(split(text)).to.deep.equal(sentences);
    });

  it('reads English by its own rules', () => {
    expect(split('Ask Mr. Smith. Go on.', 'en')).to.deep.equal(['Ask Mr. Smith.', 'Go on.']);
  });

  it('cuts a long one after a mark, else between words, and loses no word of it', () => {
    const clause = 'người yêu cầu nộp một bộ hồ sơ tại Trung tâm Phục vụ hành chính công';
    const parts = split(`${[clause, clause, clause].join('; ')}.`);
    expect(parts).to.deep.equal([`${clause}; ${clause};`, `${clause}.`]);
    const words = Array.from({ length: 120 }, () => 'hồ sơ').join(' ');
    expect(split(words).join(' ')).to.equal(words);
    for (const part of split(words)) expect(part.length).to.be.at.most(160);
  });

  it('leaves what has no place to be cut in one piece', () => {
    const address = `https://example.gov.vn/${'a'.repeat(300)}`;
    expect(split(address)).to.deep.equal([address]);
  });

  it('of any text: in order, apart, and with every word', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ \n.;,!?aAđĐ1ộ–]{0,400}$/u), (text) => {
        const spans = sentencesIn(text, 'vi');
        let last = 0;
        for (const { start, end } of spans) {
          expect(start).to.be.at.least(last);
          expect(end).to.be.greaterThan(start);
          last = end;
        }
        const wordsOf = (one: string) => one.replace(/[^\p{L}\p{N}]/gu, '');
        expect(wordsOf(split(text).join(''))).to.equal(wordsOf(text));
      }),
    );
  });
});
