import { expect } from 'chai';
import fc from 'fast-check';
import type { Catalog } from '../../../src/catalog/catalog.js';
import type { CatalogSearch, PrebuiltIndex } from '../../../src/catalog/catalog-search.js';
import { createCatalogSearch } from '../../../src/catalog/create-catalog-search.js';
import {
  readSearchIndex,
  writeSearchIndex,
  type SearchIndexFile,
} from '../../../src/catalog/search/prebuilt-index.js';
import { aCatalog, QUERY_SETS, sampleCatalog, sampleQueries } from './support.js';

/** As it comes from a server. */
const sent = (file: unknown): unknown => JSON.parse(JSON.stringify(file));
const verdict = (file: unknown, catalog: Catalog) => {
  const read = readSearchIndex(file, catalog);
  return read.ok ? 'fits' : read.problem.code;
};
const indexOf = (catalog: Catalog, of = catalog): PrebuiltIndex => {
  const read = readSearchIndex(sent(writeSearchIndex(of)), of);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
};

/** All that an answer tells. */
function told(search: CatalogSearch, query: string) {
  const { hits, siblings, suggestions, facets, ...rest } = search.search(query);
  return {
    ...rest,
    hits: hits.map(({ procedure, score, matches }) => [procedure.code, score, matches]),
    siblings: siblings && {
      ...siblings,
      options: siblings.options.map(({ procedure, ...option }) => [procedure.code, option]),
    },
    suggestions: suggestions.map(({ code }) => code),
    facets: Object.entries(facets).map(([name, counts]) => [name, [...(counts as Map<string, number>)]]),
  };
}

const texts = (...names: string[]) => aCatalog(...names.map((name) => ({ name })));

describe('a search index that was made beforehand', () => {
  let catalog: Catalog;
  before(async () => {
    catalog = await sampleCatalog();
  });

  it('gives the sample catalogue the very same answers, to all that people asked', async () => {
    const place = { means: ['thẻ xanh=thẻ bảo hiểm y tế'], noise: 'nghen' };
    const [plain, prebuilt] = [undefined, indexOf(catalog)].map((index) =>
      createCatalogSearch(catalog, { index, thesaurus: place }),
    );
    const queries = (await Promise.all(QUERY_SETS.map(sampleQueries))).flat();
    expect(queries.length).to.be.greaterThan(300);
    for (const { q } of queries) expect(told(prebuilt!, q), q).to.deep.equal(told(plain!, q));
  });

  it('is what the search takes its words from', () => {
    const small = texts('Đăng ký khai sinh');
    const index: PrebuiltIndex = () => ['xoá', 'tạm', 'trú'];
    expect(createCatalogSearch(small, { index }).search('tam tru').hits).to.have.length(1);
  });

  it('gives any catalogue the same answers as without it', () => {
    const word = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom(...'đăng ký kí cấp lại khai sinh đất đai trẻ em dưới 14 tuổi'.split(' ')),
      },
      fc.constantFrom(
        'ĐĂNG',
        'Ky\u0301',
        'hoà',
        'hòa',
        'İ',
        '豈',
        '한글',
        '__proto__',
        'constructor',
        '1.004194',
        '–',
        '𠀀',
      ),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
    );
    const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((some) => some.join(' '));
    const record = fc.record({
      name: words,
      plainNames: fc.array(words, { maxLength: 2 }),
      keywords: fc.array(words, { maxLength: 3 }),
      field: fc.option(words, { nil: undefined }),
    });
    const cases = fc.tuple(
      fc.array(record, { minLength: 1, maxLength: 6 }),
      fc.array(words, { minLength: 1, maxLength: 4 }),
    );
    fc.assert(
      fc.property(cases, ([records, queries]) => {
        const some = aCatalog(...records);
        const [plain, prebuilt] = [
          createCatalogSearch(some),
          createCatalogSearch(some, { index: indexOf(some) }),
        ];
        for (const query of queries) expect(told(prebuilt, query)).to.deep.equal(told(plain, query));
      }),
      { numRuns: 60 },
    );
  });

  it('is refused once a text has changed, has moved, is gone or has come', () => {
    const was = aCatalog(
      { name: 'Khai sinh', keywords: ['con', 'cháu'], field: 'Hộ tịch' },
      { name: 'Khai tử' },
    );
    const file = sent(writeSearchIndex(was));
    expect(verdict(file, was)).to.equal('fits');
    const [birth, death] = was.procedures;
    for (const [what, procedures] of Object.entries({
      'a letter': [{ ...birth, name: 'Khai sịnh' }, death],
      'its case': [{ ...birth, name: 'Khai Sinh' }, death],
      order: [death, birth],
      'order of keywords': [{ ...birth, keywords: ['cháu', 'con'] }, death],
      'where a text ends': [{ ...birth, keywords: ['con cháu'] }, death],
      'a field': [{ ...birth, field: undefined }, death],
      'one less': [birth],
      'one more': [birth, death, birth],
    }))
      expect(verdict(file, { ...was, procedures } as Catalog), what).to.equal('search-index-stale');
    expect(verdict(file, { ...was, publisher: 'UBND phường' }), 'nothing that is searched').to.equal('fits');
  });

  it('changes nothing in the search over another catalogue than its own', () => {
    const other = texts('Đăng ký kết hôn', 'Xác nhận tình trạng hôn nhân');
    const [plain, mistaken] = [undefined, indexOf(other, texts('Cấp đổi giấy phép', 'Xóa tạm trú'))].map(
      (index) => createCatalogSearch(other, { index }),
    );
    for (const query of ['kết hôn', 'giấy phép', 'tạm trú', 'hôn nhân'])
      expect(told(mistaken!, query)).to.deep.equal(told(plain!, query));
  });

  it('is refused where it is none, newer, or was changed by hand; nothing throws', () => {
    const some = texts('Đăng ký khai sinh', 'Đăng ký lại khai sinh');
    const file = writeSearchIndex(some);
    const [first = [], ...others] = file.texts;
    const wrong: Readonly<Record<string, readonly unknown[]>> = {
      'search-index-invalid': [
        undefined,
        null,
        7,
        'text',
        [],
        {},
        { ...file, formatVersion: '1' },
        { ...file, words: undefined },
        { ...file, words: [...file.words.slice(1), 7] },
        { ...file, texts: undefined },
        { ...file, texts: file.texts.flat() },
        ...[-1, 0.5, file.words.length, 1e99, '0', null].map((number) => ({
          ...file,
          texts: [[number, ...first.slice(1)], ...others],
        })),
      ],
      'unknown-format-version': [
        { ...file, formatVersion: 2 },
        { formatVersion: 2, other: true },
      ],
      'search-index-stale': [
        { ...file, fits: undefined },
        { ...file, fits: '0'.repeat(16) },
        { ...file, texts: others },
        { ...file, texts: [...file.texts, []] },
        { ...file, texts: [first.slice(1), ...others] },
        { ...file, words: [...file.words].reverse() },
        { ...file, words: [...file.words, 'thừa'] },
      ],
    };
    for (const [code, files] of Object.entries(wrong))
      for (const one of files) expect(verdict(one, some), JSON.stringify(one)).to.equal(code);
  });

  it('is refused however one of its parts is changed', () => {
    const file = writeSearchIndex(catalog);
    const place = fc.tuple(
      fc.nat({ max: file.texts.length - 1 }),
      fc.nat(),
      fc.nat({ max: file.words.length - 1 }),
    );
    fc.assert(
      fc.property(place, ([text, at, number]) => {
        const own = file.texts[text] ?? [];
        const changed = own.map((before, place) => (place === at % own.length ? number : before));
        const isSame = own[at % own.length] === number;
        const other: SearchIndexFile = {
          ...file,
          texts: file.texts.map((before, place) => (place === text ? changed : before)),
        };
        expect(verdict(other, catalog)).to.equal(isSame ? 'fits' : 'search-index-stale');
      }),
      { numRuns: 40 },
    );
  });

  it('gets another format version when texts are read in another way', () => {
    // Whoever changes what is read of a text raises `formatVersion`, so that no file of before is taken for one of now.
    const {
      formatVersion,
      words,
      texts: read,
    } = writeSearchIndex(
      aCatalog(
        { name: 'Cấp lại thẻ A1/B-2', plainNames: ['LÀM LẠI thẻ'], keywords: ['the', 'KT3'], field: 'Y tế' },
        { name: 'Ðổi thẻ 1.004194' },
      ),
    );
    expect([formatVersion, read.map((own) => own.map((number) => words[number]).join(' '))]).to.deep.equal([
      1,
      ['cấp lại thẻ a1 b 2', 'làm lại thẻ', 'the', 'kt3', 'y tế', 'ðổi thẻ 1 004194'],
    ]);
    expect(words[0], 'the most frequent first').to.equal('thẻ');
  });
});
