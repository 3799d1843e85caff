import { expect } from 'chai';
import fc from 'fast-check';
import type { Catalog } from '../../../src/catalog/catalog.js';
import { createCatalogSearch } from '../../../src/catalog/create-catalog-search.js';
import {
  createCatalogSearchInSlices,
  type CatalogSearch,
  type SearchFilters,
  type SearchResult,
} from '../../../src/catalog/catalog-search.js';
import { AUDIENCES, TIERS } from '../../../src/catalog/procedure.js';
import { aCatalog, sampleCatalog } from './support.js';

const codesOf = ({ hits }: SearchResult) => hits.map(({ procedure }) => procedure.code);

describe('searching a catalogue', () => {
  let catalog: Catalog;
  let search: CatalogSearch;
  const levelOf = ({ code }: { code: string }) =>
    code.endsWith('1') ? undefined : code.endsWith('2') ? 'full' : 'partial';

  before(async () => {
    catalog = await sampleCatalog();
    search = createCatalogSearch(catalog, { levelOf });
  });

  const firstOf = (query: string) => search.search(query).hits[0]?.procedure.code;

  it('lists everything in the order of the catalogue when nothing is asked', () => {
    const result = search.search('  ');
    expect(result.total).to.equal(catalog.procedures.length);
    expect(codesOf(result)).to.deep.equal(catalog.procedures.map(({ code }) => code));
  });

  it('puts what is over last, asks and suggests none of it, and does not count tiers that are gone', () => {
    const tiers = [{ tier: 'district', validTo: '2025-06-30' }, { tier: 'commune' }];
    const sorts = ['lưu động', 'có yếu tố nước ngoài', 'lại'].map((sort) => ({
      name: `Đăng ký khai sinh ${sort}`,
      tiers,
    }));
    const over = { name: 'Đăng ký khai sinh', replacedBy: '1.100002', tiers };
    const places = aCatalog(over, ...sorts);
    const today = createCatalogSearch(places, { day: '2026-11-23' });
    for (const query of ['', 'đăng ký khai sinh']) {
      expect(codesOf(today.search(query)).at(-1), query).to.equal('1.100001');
      expect([...today.search(query).facets.tier]).to.deep.equal([['commune', 4]]);
    }
    expect(
      today.search('đăng ký khai sinh').siblings?.options.map(({ procedure }) => procedure.code),
    ).not.to.include('1.100001');
    expect(codesOf(today.search('1.100001'))).to.deep.equal(['1.100001']);
    expect(codesOf(createCatalogSearch(places).search(''))[0], 'without a day').to.equal('1.100001');
  });

  it('gives no more hits than asked for, and says how many there are', () => {
    const { hits, total } = search.search('đăng ký', { limit: 3 });
    expect(hits).to.have.length(3);
    expect(total).to.be.greaterThan(3);
    // A count that came out wrong gives none, not all but one.
    for (const limit of [0, -1, NaN])
      expect(search.search('đăng ký', { limit }).hits, String(limit)).to.have.length(0);
  });

  describe('asked by a script that checks no types', () => {
    const untyped = (what: unknown) => what as never;

    it('takes what is no number for no limit, and nothing for an empty question', () => {
      const search = createCatalogSearch(
        aCatalog({ name: 'Đăng ký khai sinh' }, { name: 'Đăng ký kết hôn' }),
      );
      for (const limit of [null, '1', undefined])
        expect(search.search('', { limit: untyped(limit) }).hits, String(limit)).to.have.length(2);
      expect(search.search('', { limit: 1 }).hits).to.have.length(1);
      for (const words of [null, undefined, 5, ['x']])
        expect(search.search(untyped(words)).hits, String(words)).to.have.length(2);
      expect(search.search('kết hôn', untyped(null)).hits).to.have.length(1);
    });

    it('finds no procedure by what is no code', () => {
      for (const code of [null, undefined, 5])
        expect(aCatalog({ name: 'Ly hôn' }).byCode(untyped(code))).to.equal(undefined);
    });

    it('names what makes a catalogue of a file where it is given the file', () => {
      for (const file of [{ formatVersion: 1, procedures: [{}] }, {}, null])
        expect(() => createCatalogSearch(untyped(file)), JSON.stringify(file)).to.throw(
          TypeError,
          'parseCatalog',
        );
    });
  });

  describe('by code', () => {
    const typed = [
      '1.014027',
      '1.014027.H47',
      '1014027',
      '1.014027 H42',
      'mã 1.014027',
      'Mã số: 1.014027',
      ' 1. 014027 ',
      '014027',
      '1.014027.000.00.00.H47',
      '1.014027.000.00',
      '1.014027.H',
      'code 1.014027',
      'TTHC 1.014027',
      '1,014027',
      '1-014027',
      '014.027',
      '1.014027 - Giải quyết trợ cấp',
      'khai sinh 1.014027.H47',
    ];
    for (const code of typed) {
      it(`“${code}”`, () => {
        const result = search.search(code);
        expect(codesOf(result)).to.deep.equal(['1.014027']);
        expect(result.confidence).to.equal('high');
        expect(result.hits[0]?.matches).to.deep.equal([{ in: 'code', text: '1.014027', ranges: [[0, 8]] }]);
      });
    }

    for (const other of ['1-999999', '9.999999', '1.4884', '999.999', 'mã 1.4990', '12.03.2026'])
      it(`never takes “${other}” for words`, () => {
        const result = search.search(other);
        expect([codesOf(result), result.confidence]).to.deep.equal([[], 'none']);
      });

    it('as published, whatever form it has, and before other cases of the procedure', () => {
      const small = createCatalogSearch(
        aCatalog(
          { code: '1.000894.01', name: 'Đăng ký kết hôn' },
          { code: '1.000894.02', name: 'Đăng ký kết hôn lưu động' },
          { code: 'BNG-270817', name: 'Cấp hộ chiếu' },
          { code: '1.1.012756', name: 'Đăng ký đất đai' },
        ),
      );
      expect(codesOf(small.search('1.000894.02'))).to.deep.equal(['1.000894.02', '1.000894.01']);
      for (const code of ['BNG-270817', '1.1.012756']) {
        expect(codesOf(small.search(code)), code).to.deep.equal([code]);
        expect(small.search(code).confidence, code).to.equal('high');
      }
      expect(codesOf(small.search('bng-270817 ')), 'in small letters').to.deep.equal(['BNG-270817']);
    });

    it('lists all that begin as typed', () => {
      const result = search.search('1.01297');
      expect(result.total).to.be.greaterThan(0);
      expect(codesOf(result).every((code) => code.startsWith('1.01297'))).to.equal(true);
    });
  });

  describe('as people type', () => {
    const asked: readonly (readonly [what: string, query: string, code: string])[] = [
      ['no accents', 'tach ho', '1.010038'],
      ['decomposed', 'tách hộ'.normalize('NFD'), '1.010038'],
      ['the other tone placement', 'hoà giải viên', '1.002211'],
      ['Telex', 'tachs hooj', '1.010038'],
      ['VNI', 'ta1ch ho65', '1.010038'],
      ['run together', 'táchhộ', '1.010038'],
      ['capitals', 'TÁCH HỘ', '1.010038'],
      ['an unfinished word', 'di ch', '2.001019'],
      ['other order', 'tạm trú gia hạn', '1.002755'],
      ['a question', 'cho em hỏi muốn tách hộ thì làm sao ạ', '1.010038'],
      ['an abbreviation', 'xin GPXD', '1.013225'],
      ['everyday words', 'dẹp tiệm', '1.001266'],
    ];
    it('an everyday word with the accents of another one: “phạt” is no “phật”', () => {
      expect(firstOf('phật')).to.equal(firstOf('phat'));
      expect(search.search('phạt').confidence).to.equal('low');
    });
    it('a lost paper: its copy from the register is among the first', () => {
      for (const query of ['mất giấy kết hôn xin lại', 'mat giay khai tu', 'làm lại giấy chứng tử'])
        expect(codesOf(search.search(query)).slice(0, 2), query).to.include('2.000635');
    });
    for (const [what, query, code] of asked) {
      it(`${what}: “${query}”`, () => expect(firstOf(query)).to.equal(code));
    }
  });

  it('puts exact accents first', () => {
    const small = createCatalogSearch(
      aCatalog({ name: 'Bán đấu giá' }, { name: 'Bản đồ' }, { name: 'Bạn đọc' }),
    );
    expect(small.search('bản').hits[0]?.procedure.name).to.equal('Bản đồ');
    expect(small.search('bạn').hits[0]?.procedure.name).to.equal('Bạn đọc');
    expect(small.search('ban').total).to.equal(3);
  });

  it('puts the plain procedure before the special one that nobody asked for', () => {
    const small = createCatalogSearch(
      aCatalog(
        { name: 'Cấp lại giấy phép lái xe' },
        { name: 'Cấp giấy phép lái xe' },
        { name: 'Đăng ký đất' },
      ),
    );
    const best = (query: string) => small.search(query).hits[0]?.procedure.name;
    expect(best('bằng lái')).to.equal('Cấp giấy phép lái xe');
    expect(best('cap lai bang lai')).to.equal('Cấp lại giấy phép lái xe');
  });

  it('says how it read what was typed, only where that differs', () => {
    expect(search.search('tachs hooj').readAs).to.equal('tách hộ');
    expect(search.search('khaisinh').readAs).to.equal('khai sinh');
    expect(search.search('khai sinh')).not.to.have.property('readAs');
  });

  it('says it in the words of the catalogue that matched, with their accents', () => {
    for (const [typed, read] of [
      ['dangs kys', 'đăng ký'],
      ['ddawng kys ket hoon', 'đăng ký kết hôn'],
      ['giay kai sin', 'giấy khai sinh'],
    ] as const)
      expect(search.search(typed).readAs, typed).to.equal(read);
  });

  it('takes the beginning of a whole syllable for what was meant', () => {
    const small = createCatalogSearch(aCatalog({ name: 'Cấp hộ chiếu' }, { name: 'Đăng ký xe' }));
    for (const query of ['khiếu', 'thiếu', 'khiêu']) expect(small.search(query).total, query).to.equal(0);
    expect(small.search('hộ chiêú').total, 'the same beginning').to.equal(1);
    expect(small.search('hộ triếu').total, 'sounds alike').to.equal(1);
  });

  it('says what it looked for where it found nothing: keys decoded and words parted, but no guess', () => {
    for (const [typed, read] of [
      ['khieeus naij', 'khiếu nại'],
      ['khie61u na5i', 'khiếu nại'],
      ['khiếu nại', undefined],
      ['Khiếu  nại!', undefined],
      ['kihếu nại', undefined],
    ] as const) {
      const result = search.search(typed);
      expect(result.confidence, typed).to.be.oneOf(['low', 'none']);
      expect(result.readAs, typed).to.equal(read);
    }
  });

  it('is not sure of what was only guessed, and does not say how it guessed', () => {
    for (const query of ['visa', 'khiếu nại', 'khieu nai', 'khiếu kiện', 'tố cáo', 'to cao', 'kihếu nại']) {
      const { confidence, readAs } = search.search(query);
      expect(confidence, query).to.be.oneOf(['low', 'none']);
      expect(readAs, query).to.equal(undefined);
    }
  });

  it('shows no passports to who has a complaint', () => {
    for (const query of ['khiếu nại', 'khieu nai', 'khiếu kiện', 'nộp đơn khiếu nại'])
      expect(search.search(query).hits[0]?.procedure.name ?? '', query).not.to.contain('hộ chiếu');
  });

  it('knows a car by all its names', () => {
    for (const query of ['ô tô', 'oto', 'o to', 'xe oto', 'đăng ký xe oto', 'dang ky oto']) {
      expect(firstOf(query), query).to.equal('1.012575');
      expect(search.search(query).confidence, query).to.equal('several');
    }
  });

  it('tells where the words stand', () => {
    const [hit] = search.search('khai tu luu dong').hits;
    expect(hit?.procedure.code).to.equal('1.000419');
    const name = hit?.matches.find((match) => match.in === 'name');
    expect(name?.ranges.map(([start, end]) => name.text.slice(start, end))).to.deep.equal([
      'khai tử lưu động',
    ]);
    expect(hit?.matches.some((match) => match.in === 'keyword')).to.equal(true);
  });

  it('marks no word with other accents than were typed', () => {
    const small = createCatalogSearch(aCatalog({ name: 'Giao đất cho cơ sở tôn giáo' }));
    const marked = (query: string) =>
      small
        .search(query)
        .hits.flatMap(({ matches }) =>
          matches.flatMap(({ text, ranges }) => ranges.map(([start, end]) => text.slice(start, end))),
        );
    expect(marked('giáo')).to.deep.equal(['giáo']);
    expect(marked('giao')).to.deep.equal(['Giao', 'giáo']);
  });

  describe('asks one question of near-equal answers', () => {
    const differences = ({ siblings }: SearchResult) =>
      new Map(siblings?.options.map(({ procedure, difference }) => [procedure.code, difference]));

    it('in words that people use', () => {
      const result = search.search('khai sinh');
      expect(result.confidence).to.equal('several');
      expect(result.siblings?.shared).to.equal('khai sinh');
      expect(result.siblings?.options[0]?.procedure.code).to.equal('1.001193');
      const called = differences(result);
      expect(called.get('1.001193')).to.equal('giấy khai sinh');
      expect(called.get('1.003583')).to.equal('khai sinh tại nhà');
      expect(called.get('2.000528')).to.equal('khai sinh yếu tố nước ngoài');
      expect(called.get('1.004884')).to.equal('khai sinh lại');
      expect(new Set(called.values()).size).to.equal(called.size);
    });

    it('with what official names have at their end, where people call several the same', () => {
      const passports = differences(search.search('hộ chiếu'));
      expect(passports.get('1.001456')).to.equal('làm hộ chiếu');
      expect(passports.get('1.001445')).to.equal('mất hộ chiếu (thực hiện tại cấp tỉnh)');
      expect(passports.get('1.010384')).to.equal('khôi phục hộ chiếu');
      expect(new Set(passports.values()).size).to.equal(5);
    });

    it('in official names for those alone that people have no words for', () => {
      const small = createCatalogSearch(
        aCatalog(
          { name: 'Cấp thẻ nhà báo (cấp tỉnh)', plainNames: ['làm thẻ nhà báo'] },
          { name: 'Cấp lại thẻ nhà báo (cấp tỉnh)' },
          { name: 'Đổi thẻ nhà báo', plainNames: ['đổi thẻ nhà báo cũ'] },
          { name: 'Đăng ký xe' },
        ),
      );
      const called = [...differences(small.search('thẻ nhà báo')).values()];
      expect(called).to.have.members(['làm thẻ nhà báo', 'Cấp lại thẻ nhà báo', 'đổi thẻ nhà báo cũ']);
    });

    it('in the order of the list, and leaves none of it out in between', () => {
      const { hits, siblings } = search.search('đăng ký khai sinh');
      const asked = siblings?.options.map(({ procedure }) => procedure.code) ?? [];
      expect(asked.slice(0, 5)).to.deep.equal(hits.slice(0, 5).map(({ procedure }) => procedure.code));
      expect(asked).to.include('1.004884');
    });

    it('not where most of what was said is about something else', () => {
      expect(search.search('xin con dấu').siblings).to.equal(undefined);
      expect(search.search('nuôi con nuôi').siblings?.options.length).to.be.greaterThan(2);
    });

    it('only where what they share was asked for', () => {
      for (const query of ['mất giấy tờ', 'mat giay to', 'làm lại giấy tờ']) {
        const { siblings, confidence } = search.search(query);
        expect(siblings, query).to.equal(undefined);
        // What is to be done was said, but not to what.
        expect(confidence, query).to.equal('low');
      }
    });
  });

  it('does not ask when the person said which', () => {
    const { siblings, confidence, hits } = search.search('đăng ký khai sinh lưu động');
    expect(siblings).to.equal(undefined);
    expect(confidence).to.equal('high');
    expect(hits[0]?.procedure.code).to.equal('1.003583');
  });

  it('finds nothing in nonsense, and names what is nearest if anything is', () => {
    const { hits, total, confidence, suggestions } = search.search('zxcvb qwrtp');
    expect([hits.length, total, confidence]).to.deep.equal([0, 0, 'none']);
    expect(suggestions).to.deep.equal([]);
  });

  it('suggests what has words that were typed, not what a guess at them would have', () => {
    const small = createCatalogSearch(aCatalog({ name: 'Hỗ trợ chuồng trại' }, { name: 'Cấp Huân chương' }));
    const suggested = (query: string, field?: string) =>
      small.search(query, { field }).suggestions.map(({ name }) => name);
    expect(suggested('huân chương', 'Không có')).to.deep.equal(['Cấp Huân chương']);
    expect(search.search('huân chương').suggestions).to.deep.equal([]);
  });

  describe('is not drowned by long names', () => {
    const long = `Giao đất cho cá nhân là ${'cán bộ, công chức, viên chức, sĩ quan, quân nhân, '.repeat(6)}giáo viên hưởng lương từ ngân sách`;
    const others = [{ name: 'Công nhận giáo viên giỏi' }, { name: 'Tuyển sinh' }, { name: 'Đăng ký xe' }];

    it('which have some word of every question', () => {
      const small = createCatalogSearch(aCatalog({ name: long }, ...others));
      expect(small.search('giáo viên').hits[0]?.procedure.name).to.equal('Công nhận giáo viên giỏi');
    });

    it('of which it is never sure, however many words they have', () => {
      const small = createCatalogSearch(aCatalog({ name: long }, ...others.slice(1)));
      for (const query of ['lương giáo viên bao nhiêu', 'luong vien chuc', 'công chức, viên chức, sĩ quan'])
        expect(small.search(query).confidence, query).not.to.equal('high');
    });
  });

  describe('is sure', () => {
    const confidenceIn = (name: string, query: string) =>
      createCatalogSearch(aCatalog({ name }, { name: 'Đăng ký xe' }, { name: 'Tuyển sinh' })).search(query)
        .confidence;

    it('of a name that the query says, and nothing else', () =>
      expect(confidenceIn('Đăng ký làng nghề', 'làng nghề')).to.equal('high'));

    it('not of a special case that nobody asked for', () =>
      expect(confidenceIn('Xóa tên trong sổ', 'tên trong sổ')).not.to.equal('high'));

    it('not of words that were only guessed', () =>
      expect(confidenceIn('Đăng ký làng nghề', 'nàng ngề')).not.to.equal('high'));

    it('not of everyday words that are said of several just as well', () => {
      for (const query of ['con lai', 'thương binh', 'mai táng phí'])
        expect(search.search(query).confidence, query).to.equal('several');
    });

    it('not of what only people call so, when another is as near to what was said', () => {
      for (const query of [
        'mat giay dang ky ket hon',
        'giay dang ky ket hon bi mat',
        'học bạ',
        'thue dat',
        'ly lich tu phap',
        'làm hộ chiếu',
      ])
        expect(search.search(query).confidence, query).to.equal('several');
    });

    it('of what only people call so, when nothing else is near', () => {
      for (const query of ['chuyển hộ khẩu', 'mở quán karaoke'])
        expect(search.search(query).confidence, query).to.equal('high');
    });

    it('of what its name says, whatever special case of it there is', () => {
      for (const query of ['đăng ký lại khai tử', 'đăng ký thường trú', 'khai báo tạm vắng'])
        expect(search.search(query).confidence, query).to.equal('high');
    });

    it('not of what is taken off, when what is given was asked for', () =>
      expect(search.search('đền bù').confidence).to.equal('several'));

    it('not of what is a small part of a name', () =>
      expect(
        confidenceIn('Ghi vào sổ hộ tịch việc ly hôn đã được giải quyết ở nước ngoài', 'ly hôn'),
      ).not.to.equal('high'));
  });

  describe('understands', () => {
    it('for what age a procedure is', () => {
      const small = createCatalogSearch(
        aCatalog(
          { name: 'Cấp thẻ cho người từ đủ 14 tuổi trở lên' },
          { name: 'Cấp thẻ cho người dưới 14 tuổi' },
          { name: 'Đăng ký xe' },
        ),
      );
      const best = (query: string) => small.search(query).hits[0]?.procedure.name;
      for (const query of [
        'làm thẻ cho bé 9 tuổi',
        'lam the 13 tuoi',
        'thẻ cho đứa 8t',
        'thẻ bé 7 tháng tuổi',
      ])
        expect(best(query), query).to.contain('dưới 14');
      for (const query of ['làm thẻ năm nay 20 tuổi', 'the 14 tuoi'])
        expect(best(query), query).to.contain('từ đủ 14');
    });

    it('that what somebody wants it for is not what they want', () => {
      const small = createCatalogSearch(
        aCatalog({ name: 'Xác nhận tình trạng hôn nhân' }, { name: 'Vay vốn ngân hàng' }, { name: 'Cư trú' }),
      );
      expect(small.search('xác nhận tình trạng để vay vốn ngân hàng').hits[0]?.procedure.name).to.equal(
        'Xác nhận tình trạng hôn nhân',
      );
    });

    it('that a grandfather on the mother’s side is no foreigner', () => {
      expect(firstOf('ông ngoại chết')).to.equal('1.000656');
      expect(firstOf('ong ngoai qua doi')).to.equal('1.000656');
    });

    it('that who lost a thing did not die, and who died is not lost', () => {
      expect(firstOf('bố mất')).to.equal('1.000656');
      expect(search.search('bố mất giấy phép lái xe').hits[0]?.procedure.code).to.equal('3.000348');
    });
  });

  it('learns the words of a place', () => {
    const words = 'kiếm cái thẻ xanh lè';
    const taught = createCatalogSearch(catalog, { thesaurus: { means: ['thẻ xanh lè=thẻ căn cước'] } });
    expect(taught.search(words).hits[0]?.procedure.name).to.contain('căn cước');
  });

  it('comes out the same when it is built in slices', async () => {
    let pauses = 0;
    let clock = 0;
    const sliced = await createCatalogSearchInSlices(catalog, {
      levelOf,
      sliceMs: 8,
      now: () => (clock += 1),
      pause: () => {
        pauses += 1;
        return Promise.resolve();
      },
    });
    expect(pauses).to.be.greaterThan(20);
    for (const query of ['khai sinh', 'so do', '']) {
      expect(codesOf(sliced.search(query))).to.deep.equal(codesOf(search.search(query)));
    }
  });

  it('never throws, whatever is typed', () => {
    const wild = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc
        .array(
          fc.constantFrom('đăng', 'ký', '1.', '00', '=', '|', 'h', '\u0301', ' ', '.H42', 'ddd', 'w', 'qu'),
          { maxLength: 20 },
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(wild, (query) => {
        for (const { score, matches } of search.search(query, { limit: 2 }).hits) {
          expect(score).to.be.within(0, 1);
          for (const { text, ranges } of matches) {
            for (const [start, end] of ranges)
              expect(start >= 0 && start < end && end <= text.length).to.equal(true);
          }
        }
      }),
      { numRuns: 150 },
    );
    expect(() => search.search('giấy '.repeat(5000))).not.to.throw();
    expect(createCatalogSearch(aCatalog()).search('khai sinh').total).to.equal(0);
  }).timeout(20_000);

  describe('with filters', () => {
    const filters = fc.record(
      {
        tier: fc.constantFrom(...TIERS),
        audience: fc.constantFrom(...AUDIENCES),
        level: fc.constantFrom('full', 'partial', 'unknown'),
        field: fc.constantFrom('Hộ tịch', 'Đất đai', 'Không có'),
      },
      { requiredKeys: [] },
    );
    const queries = fc.constantFrom('', 'khai sinh', 'cap lai', 'đất', 'giấy phép', 'ho kinh doanh');

    it('gives only what passes them', () => {
      fc.assert(
        fc.property(queries, filters, (query, asked: SearchFilters) => {
          for (const { procedure } of search.search(query, asked).hits) {
            if (asked.tier) expect(procedure.tiers.some(({ tier }) => tier === asked.tier)).to.equal(true);
            if (asked.audience) expect(procedure.audience).to.include(asked.audience);
            if (asked.field) expect(procedure.field).to.equal(asked.field);
            if (asked.level) expect(levelOf(procedure) ?? 'unknown').to.equal(asked.level);
          }
        }),
        { numRuns: 100 },
      );
    });

    it('counts for each value what choosing it would leave', () => {
      fc.assert(
        fc.property(queries, filters, (query, asked: SearchFilters) => {
          const { facets } = search.search(query, asked);
          for (const name of ['tier', 'field', 'level', 'audience'] as const) {
            for (const [value, count] of facets[name]) {
              expect(search.search(query, { ...asked, [name]: value }).total, `${name} ${value}`).to.equal(
                count,
              );
            }
          }
        }),
        { numRuns: 40 },
      );
    }).timeout(20_000);
  });
});
