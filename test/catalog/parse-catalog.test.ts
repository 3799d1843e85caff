import { expect } from 'chai';
import { parseCatalog } from '../../src/catalog/parse-catalog.js';
import { aCatalog, aCatalogFile, aRecord } from '../support/builders.js';

const codes = (json: unknown) => parseCatalog(json).problems.map(({ code }) => code);

describe('reading a catalogue', () => {
  it('gives head and procedures, and finds no fault with a sound file', () => {
    const { catalog, problems } = parseCatalog(aCatalogFile([aRecord({ code: '1.013791.H42' })]));
    expect(problems).to.deep.equal([]);
    expect(catalog.place).to.equal('Xã Mẫu');
    expect(catalog.sample).to.equal(false);
    expect(catalog.procedures.map(({ code, normalisedCode }) => [code, normalisedCode])).to.deep.equal([
      ['1.013791.H42', '1.013791'],
    ]);
  });

  describe('at the door', () => {
    it('makes every text NFC and trims it', () => {
      const decomposed = ' Thủ tục đăng ký khai sinh\t'.normalize('NFD');
      const [procedure] = aCatalog([aRecord({ name: decomposed, keywords: [decomposed] })]).procedures;
      expect(procedure?.name).to.equal('Thủ tục đăng ký khai sinh');
      expect(procedure?.keywords).to.deep.equal(['Thủ tục đăng ký khai sinh']);
    });

    it('drops members of later versions and those named after the prototype', () => {
      const json: unknown = JSON.parse(
        '{"formatVersion":1,"publisher":"P","place":"X","publishedOn":"2026-11-23","later":1,' +
          '"__proto__":{"sample":true},"procedures":[{"code":"1.001193","name":"A","later":{"a":1},"__proto__":{"field":"B"},"constructor":1}]}',
      );
      const { catalog, problems } = parseCatalog(json);
      expect(problems).to.deep.equal([]);
      expect(catalog.sample).to.equal(false);
      expect(catalog.procedures[0]).to.not.have.any.keys('later', 'constructor');
      expect(catalog.procedures[0]?.field).to.equal(undefined);
    });

    it('takes a text that holds nothing for absent, as spreadsheets write it, but not what must be there', () => {
      const blank = { note: '', field: '  ', applyUrl: '', keywords: ['sinh con', ''], steps: [' '] };
      const { catalog, problems } = parseCatalog(
        aCatalogFile([aRecord(blank as never), aRecord({ code: '1.000002', name: ' ' })]),
      );
      expect(catalog.procedures).to.have.length(1);
      const [{ note, field, applyUrl, keywords, steps }] = catalog.procedures as never as [
        Record<string, unknown>,
      ];
      expect({ note, field, applyUrl, keywords, steps }).to.deep.equal({
        note: undefined,
        field: undefined,
        applyUrl: undefined,
        keywords: ['sinh con'],
        steps: [],
      });
      expect(problems.map(({ code, params }) => [code, params?.path])).to.deep.equal([
        ['record-invalid', 'name'],
      ]);
    });

    it('takes null for absent, as databases write it', () => {
      const { catalog, problems } = parseCatalog(aCatalogFile([{ ...aRecord(), field: null } as never]));
      expect(problems).to.deep.equal([]);
      expect(catalog.procedures[0]).to.not.have.property('field');
      const listed = parseCatalog(aCatalogFile([{ ...aRecord(), plainNames: [null, 'khai sinh'] } as never]));
      expect(listed.problems).to.deep.equal([]);
      expect(listed.catalog.procedures[0]?.plainNames).to.deep.equal(['khai sinh']);
    });
  });

  describe('leaves out a bad record, names it, and keeps the others', () => {
    const bad: readonly (readonly [why: string, record: unknown, path: string])[] = [
      ['no code', { name: 'A' }, 'code'],
      ['no name', { code: '1.000001' }, 'name'],
      ['an empty name', aRecord({ name: '  ' }), 'name'],
      ['a number for a name', { code: '1.000001', name: 5 }, 'name'],
      ['a tier nobody knows', { ...aRecord(), tiers: [{ tier: 'hamlet' }] }, 'tiers.0.tier'],
      ['a day that is none', aRecord({ validFrom: '0000-00-00' }), 'validFrom'],
      ['the thirtieth of February', aRecord({ validTo: '2026-02-30' }), 'validTo'],
      ['a negative fee', aRecord({ fees: [{ kind: 'known', amount: -1 }] }), 'fees.0.amount'],
      ['a fee beyond counting', aRecord({ fees: [{ kind: 'known', amount: 1e308 }] }), 'fees.0.amount'],
      ['a known fee without its amount', aRecord({ fees: [{ kind: 'known' }] }), 'fees.0'],
      ['a known fee of 0', aRecord({ fees: [{ kind: 'known', amount: 0 }] }), 'fees.0'],
      ['a link that is a script', aRecord({ applyUrl: 'javascript:alert(1)' }), 'applyUrl'],
      ['a link with markup', aRecord({ applyUrl: 'https://a/"><b>' }), 'applyUrl'],
      [
        'half a copy',
        aRecord({ paperGroups: [{ papers: [{ name: 'A', copies: 0.5 }] }] }),
        'paperGroups.0.papers.0.copies',
      ],
      ['a text for a record', 'khai sinh', ''],
      ['null for a record', null, ''],
      ['a list for a record', [], ''],
    ];
    for (const [why, record, path] of bad) {
      it(why, () => {
        const good = aRecord({ code: '1.000656', name: 'Thủ tục đăng ký khai tử' });
        const { catalog, problems } = parseCatalog(aCatalogFile([record as never, good]));
        expect(catalog.procedures.map(({ code }) => code)).to.deep.equal(['1.000656']);
        expect(problems).to.have.length(1);
        expect(problems[0]?.code).to.equal('record-invalid');
        expect(problems[0]?.params).to.include({
          index: 0,
          path: path === '' ? problems[0]?.params?.path : path,
        });
      });
    }

    it('says what was expected and what was found, for the words in the console', () => {
      const reasons = [
        aRecord({ validFrom: '23/11/2026' }),
        aRecord({ fees: [{ kind: 'known' }] }),
        { code: '1.000001', name: 5 },
      ].map((record) => parseCatalog(aCatalogFile([record as never])).problems[0]?.params);
      expect(reasons).to.deep.equal([
        { index: 0, procedure: '1.001193', path: 'validFrom', reason: 'yyyy-mm-dd', found: '"23/11/2026"' },
        { index: 0, procedure: '1.001193', path: 'fees.0', reason: 'amount > 0', found: 'Object' },
        { index: 0, procedure: '1.000001', path: 'name', reason: 'string', found: '5' },
      ]);
    });

    it('quotes no more than a line of it', () => {
      const { problems } = parseCatalog(aCatalogFile([{ code: 'x'.repeat(9000), name: 5 } as never]));
      expect(JSON.stringify(problems).length).to.be.below(400);
    });
  });

  describe('codes', () => {
    it('keeps a record with a code that nobody can read, and says so', () => {
      const { catalog, problems } = parseCatalog(aCatalogFile([aRecord({ code: '1.1.012756' })]));
      expect(catalog.procedures[0]?.normalisedCode).to.equal(undefined);
      expect(catalog.byCode('1.1.012756')).to.equal(catalog.procedures[0]);
      expect(problems.map(({ code }) => code)).to.deep.equal(['code-unusual']);
    });

    for (const second of ['1.001193', '1001193', '1.001193.H42']) {
      it(`keeps the first of two records for one procedure (${second})`, () => {
        const file = aCatalogFile([aRecord({ name: 'A' }), aRecord({ code: second, name: 'B' })]);
        const { catalog, problems } = parseCatalog(file);
        expect(catalog.procedures.map(({ name }) => name)).to.deep.equal(['A']);
        expect(problems).to.deep.equal([{ code: 'code-duplicate', params: { index: 1, procedure: second } }]);
      });
    }

    it('keeps the cases of a procedure apart, and gives the first for its code', () => {
      const codes = ['1.000894.01', '1.000894.02', '1.000894.02.H42'];
      const { catalog, problems } = parseCatalog(aCatalogFile(codes.map((code) => aRecord({ code }))));
      expect(catalog.procedures.map(({ code }) => code)).to.deep.equal(codes.slice(0, 2));
      expect(problems.map(({ code }) => code)).to.deep.equal(['code-duplicate']);
      expect(catalog.byCode('1.000894')?.code).to.equal('1.000894.01');
      expect(catalog.byCode('1.000894.02')?.code).to.equal('1.000894.02');
    });

    it('finds a procedure by every code a person may have', () => {
      const catalog = aCatalog([
        aRecord({ code: '1.013791.H42', formerCodes: ['2.000815.000.00.00.H47'] }),
        aRecord({ code: '1.000656' }),
      ]);
      for (const code of ['1.013791.H42', '1.013791', '1013791', ' 1.013791.01', 'mã 1.013791', '2.000815']) {
        expect(catalog.byCode(code), code).to.equal(catalog.procedures[0]);
      }
      for (const code of ['1.013792', '', '__proto__', 'constructor', '1.01379']) {
        expect(catalog.byCode(code), code).to.equal(undefined);
      }
    });

    it('prefers the procedure of today over one that had the code before', () => {
      const catalog = aCatalog([
        aRecord({ code: '1.000656', formerCodes: ['1.001193'] }),
        aRecord({ code: '1.001193' }),
      ]);
      expect(catalog.byCode('1.001193')).to.equal(catalog.procedures[1]);
    });
  });

  describe('a file that is of no use', () => {
    for (const json of [
      null,
      undefined,
      5,
      'text',
      true,
      [],
      {},
      { procedures: {} },
      { entries: [] },
      () => 1,
    ]) {
      it(`gives an empty catalogue and says why: ${JSON.stringify({ json })}`, () => {
        const { catalog, problems } = parseCatalog(json);
        expect(catalog.procedures).to.deep.equal([]);
        expect(problems.map(({ code }) => code)).to.deep.equal(['no-records']);
      });
    }

    it('shows nothing of a file made for another version', () => {
      const { catalog, problems } = parseCatalog({ ...aCatalogFile(), formatVersion: 2 });
      expect(catalog.procedures).to.deep.equal([]);
      expect(problems).to.deep.equal([{ code: 'unknown-format-version', params: { found: '2' } }]);
    });

    it('shows nothing when nobody can say whose data it is', () => {
      const file = { ...aCatalogFile(), publisher: undefined };
      expect(parseCatalog(file).catalog.procedures).to.deep.equal([]);
      expect(codes(file)).to.deep.equal(['head-invalid']);
    });

    for (const [what, bad, sample, source] of [
      [
        'a source that is no address',
        { source: { name: 'Cổng mẫu', url: 'javascript:1' } },
        false,
        undefined,
      ],
      ['a sample that is neither true nor false', { sample: 'yes' }, true, undefined],
      ['both', { source: 'Cổng mẫu', sample: 0 }, true, undefined],
    ] as const)
      it(`goes on without ${what}, and tells the publisher`, () => {
        const file = { ...aCatalogFile(), source: { name: 'Cổng mẫu' }, ...bad };
        const { catalog, problems } = parseCatalog(file);
        expect(catalog.procedures).to.have.length(1);
        expect(catalog.sample).to.equal(sample);
        expect(catalog.source?.name).to.equal(source);
        expect(problems.every(({ code }) => code === 'head-invalid')).to.equal(true);
        expect(problems).to.have.length(Object.keys(bad).length);
      });
  });

  it('is not brought down by brackets within brackets', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(3000)}${']'.repeat(3000)}`);
    expect(codes(aCatalogFile([{ ...aRecord(), steps: deep } as never]))).to.deep.equal(['record-invalid']);
    expect(codes({ ...aCatalogFile(), source: { name: deep } })).to.deep.equal(['head-invalid']);
  });
});
