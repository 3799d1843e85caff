import { expect } from 'chai';
import fc from 'fast-check';
import type { Catalog } from '../../src/catalog/catalog.js';
import {
  announce,
  LONGEST_SECONDS,
  SYLLABLES_PER_SECOND,
  type Occasion,
} from '../../src/catalog/loudspeaker.js';
import { onlineFiling } from '../../src/catalog/online-filing.js';
import { parseCatalog } from '../../src/catalog/parse-catalog.js';
import { spokenNumber } from '../../src/catalog/spoken-number.js';
import { countSyllables, spokenPhone, spokenText } from '../../src/catalog/spoken-text.js';
import { isAtPastDistrict, standingOn } from '../../src/catalog/standing.js';
import { aProcedure } from '../support/builders.js';

const TODAY = '2026-11-23';
const UNKNOWN = { answer: 'depends', level: 'depends', ways: 'depends' } as const;
const occasion: Occasion = {
  place: 'Xã Mẫu (trang mẫu)',
  isSample: false,
  online: UNKNOWN,
  standing: { kind: 'in-force' },
  agency: undefined,
  office: undefined,
  phone: undefined,
  hours: undefined,
  hasPage: false,
};
const said = (record: Parameters<typeof aProcedure>[0], more: Partial<Occasion> = {}): string =>
  announce(aProcedure(record), { ...occasion, ...more }).text;

describe('what the loudspeaker reads', () => {
  describe('numbers in words', () => {
    const cases: Readonly<Record<string, string>> = {
      '0': 'không',
      '05': 'năm',
      '10': 'mười',
      '15': 'mười lăm',
      '21': 'hai mươi mốt',
      '55': 'năm mươi lăm',
      '101': 'một trăm linh một',
      '1005': 'một nghìn không trăm linh năm',
      '8000': 'tám nghìn',
      '250000': 'hai trăm năm mươi nghìn',
      '1000001': 'một triệu không trăm linh một',
      '2000000000': 'hai tỷ',
      '1,5': 'một phẩy năm',
    };
    for (const [digits, words] of Object.entries(cases))
      it(digits, () => expect(spokenNumber(digits)).to.equal(words));

    it('has no digit, whatever the number', () =>
      fc.assert(
        fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (value) => {
          expect(spokenNumber(String(value))).to.match(/^[\p{Ll} ]+$/u);
        }),
      ));
  });

  describe('texts as they are spoken', () => {
    const cases: Readonly<Record<string, string>> = {
      'UBND cấp xã': 'Ủy ban nhân dân cấp xã',
      'trong 05 ngày làm việc': 'trong năm ngày làm việc',
      'Công ty TNHH (một thành viên)': 'Công ty trách nhiệm hữu hạn',
      'công trình cấp II, cấp IV': 'công trình cấp hai, cấp bốn',
      'trước ngày 01/7/2025': 'trước ngày một tháng bảy năm hai nghìn không trăm hai mươi lăm',
      'Thông tư số 17/2024/TT-BCA': 'Thông tư số mười bảy năm hai nghìn không trăm hai mươi bốn',
      '7:30 và 13h00': 'bảy giờ ba mươi và mười ba giờ',
      'xã/phường': 'xã, phường',
      '8.000 đồng': 'tám nghìn đồng',
      'thẻ ABTC': 'thẻ a bê tê xê',
      'KHAI SINH': 'khai sinh',
      'dưới 10m3': 'dưới mười mét khối',
    };
    for (const [text, words] of Object.entries(cases))
      it(text, () => expect(spokenText(text)).to.equal(words));

    it('reads a telephone number digit by digit, in its groups', () =>
      expect(spokenPhone('0235 111 (nhánh 2)')).to.equal('không hai ba năm, một một một'));

    it('counts syllables, also of words that are not Vietnamese', () =>
      expect(countSyllables('Ủy ban nhân dân, internet')).to.equal(7));
  });

  it('tells fee, time, papers and the way to file', () => {
    const text = said(
      {
        name: 'Thủ tục đăng ký khai sinh',
        filing: [{ channel: 'counter' }, { channel: 'online' }],
        timeLimit: { value: 5, unit: 'working-day' },
        fees: [{ kind: 'known', amount: 8000 }],
        paperGroups: [{ papers: [{ name: 'Tờ khai (mẫu 01)' }, { name: 'Giấy chứng sinh' }] }],
      },
      {
        online: { answer: 'yes', level: 'yes', ways: 'yes' },
        phone: '0235 111',
        office: 'Bộ phận một cửa UBND xã Mẫu',
        hours: 'Thứ Hai – Thứ Sáu, 7:30 – 11:30',
      },
    );
    for (const words of [
      'Xin hướng dẫn thủ tục đăng ký khai sinh.',
      'Hồ sơ nộp được trên mạng, hoặc nộp trực tiếp.',
      'Giấy tờ cần mang: Tờ khai; Giấy chứng sinh.',
      'Phí tám nghìn đồng.',
      'Giải quyết trong năm ngày làm việc.',
      'mời bà con đến Bộ phận một cửa Ủy ban nhân dân xã Mẫu.',
      'Điện thoại: không hai ba năm, một một một.',
      'Giờ làm việc: Thứ Hai đến Thứ Sáu, bảy giờ ba mươi đến mười một giờ ba mươi.',
    ])
      expect(text).to.contain(words);
    expect(text).not.to.contain('mẫu.');
    expect(text).not.to.contain('Chưa rõ');
  });

  it('says of what nobody knows that it is unknown, and where to ask', () => {
    const text = said({ name: 'Việc lạ', filing: [], fees: [{ kind: 'unknown' }], timeLimit: { value: 5 } });
    expect(text).to.contain(
      'Chưa rõ có nộp được trên mạng không, giấy tờ cần mang, mức phí và thời gian giải quyết, bà con hỏi bộ phận một cửa.',
    );
    expect(text).not.to.match(/miễn phí|không mất phí/iu);
    expect(said({ timeLimit: { value: 0, unit: 'working-day' } })).to.contain(
      'thời gian giải quyết, bà con hỏi',
    );
  });

  it('does not call free what is free for some only', () => {
    const fees = [{ kind: 'free' as const }, { kind: 'unknown' as const }];
    expect(said({ fees })).to.contain('mức phí').and.not.to.contain('Không mất phí');
    expect(said({ fees: [{ kind: 'free' }] })).to.contain('Không mất phí.');
  });

  it('says that sample data are sample data, that a number is not verified, and when it ends', () => {
    expect(said({}, { isSample: true })).to.contain('dữ liệu mẫu, không phải thông báo chính thức');
    expect(said({ timeLimit: { value: 3, unit: 'day' }, unverified: ['timeLimit'] })).to.contain(
      'ba ngày. Thời gian này chưa kiểm chứng',
    );
    expect(said({}, { standing: { kind: 'ending', day: '2026-12-31' } })).to.contain(
      'chỉ còn áp dụng đến hết ngày ba mươi mốt tháng mười hai năm hai nghìn không trăm hai mươi sáu',
    );
  });

  describe('of every procedure of the sample', () => {
    let catalog: Catalog;
    before(async () => {
      catalog = parseCatalog(await (await fetch('/examples/commune/data/catalog.json')).json()).catalog;
    });

    const answers = ['yes', 'no', 'depends', 'disputed', 'own'] as const;
    for (const answer of answers)
      it(`is read in forty seconds, without a digit or an abbreviation: filing online is ${answer}`, () => {
        for (const procedure of catalog.procedures) {
          const { text, seconds, syllables } = announce(procedure, {
            place: catalog.place,
            isSample: catalog.sample,
            online: answer === 'own' ? onlineFiling(procedure, undefined) : { ...UNKNOWN, answer },
            standing: standingOn(procedure, TODAY),
            agency: isAtPastDistrict(procedure, TODAY) ? undefined : procedure.competentAgency,
            office: 'Trung tâm Phục vụ hành chính công xã Mẫu',
            phone: '0235 3 861 234',
            hours: 'Thứ Hai – Thứ Sáu, 7:30 – 11:30 và 13:30 – 17:00',
            hasPage: true,
          });
          expect(seconds, text).to.be.at.most(LONGEST_SECONDS);
          expect(syllables).to.equal(countSyllables(text));
          expect(syllables / SYLLABLES_PER_SECOND).to.be.at.most(seconds);
          expect(syllables, text).to.be.at.least(60);
          expect(text).not.to.match(/\d|\p{Lu}{2,}|[/()…]|\{|\s{2}/u);
          expect(text).to.contain('dữ liệu mẫu');
        }
      });
  });
});
