import { expect } from 'chai';
import { parseCatalog, type ParsedCatalog } from '../../src/catalog/parse-catalog.js';
import { normaliseCode } from '../../src/catalog/procedure-code.js';
import type { Fee, Procedure } from '../../src/catalog/procedure.js';
import { joinLevels } from '../../src/levels/announced-levels.js';
import { parseLevelList } from '../../src/levels/parse-level-list.js';

interface SourceRecord {
  readonly code: string;
  readonly name: string;
  readonly fees: readonly { readonly amount: number | null }[] | null;
  readonly documents: readonly unknown[] | null;
  readonly documentsPublished: number | null;
  readonly source: string;
  readonly unverifiedFields: readonly string[];
  readonly onlineTypeBasis: string | null;
}

const load = async (path: string): Promise<unknown> => (await fetch(`/examples/commune/${path}`)).json();

const feesOf = ({ fees = [], filing }: Procedure): readonly Fee[] => [
  ...fees,
  ...filing.flatMap((way) => way.fees ?? []),
];

describe('the catalogue of the sample commune', () => {
  let parsed: ParsedCatalog;
  let source: readonly SourceRecord[];
  const procedure = (code: string) => parsed.catalog.byCode(code)!;

  before(async () => {
    parsed = parseCatalog(await load('data/catalog.json'));
    source = ((await load('source/procedures.json')) as { procedures: SourceRecord[] }).procedures;
  });

  it('says that it is a sample', () => {
    expect(parsed.catalog.sample).to.equal(true);
  });

  it('holds every procedure of the source, under its own name, with its source', () => {
    expect(parsed.problems).to.deep.equal([]);
    expect(
      parsed.catalog.procedures.map(({ code, name, source: origin }) => [code, name, origin?.url]),
    ).to.deep.equal(source.map((record) => [record.code, record.name, record.source]));
    for (const { source: origin } of parsed.catalog.procedures) expect(origin?.collectedOn).to.be.a('string');
  });

  it('names every part that the source does not vouch for', () => {
    const names: Record<string, string> = { documents: 'papers' };
    for (const { code, unverifiedFields } of source) {
      const expected = unverifiedFields.map((field) => names[field] ?? field);
      expect(procedure(code).unverified, code).to.include.members(expected);
    }
  });

  it('has every paper line of the source, and no step, paper or form of its own', () => {
    for (const { code, documents, documentsPublished } of source) {
      const { paperGroups, papersPublished, steps, applyUrl } = procedure(code);
      expect(
        paperGroups.flatMap(({ papers }) => papers),
        code,
      ).to.have.length(documents?.length ?? 0);
      expect(papersPublished ?? null, code).to.equal(documentsPublished);
      expect(steps).to.deep.equal([]);
      expect(applyUrl).to.equal(undefined);
    }
  });

  it('calls nothing free because a source prints 0', () => {
    for (const { code, fees } of source) {
      const published = feesOf(procedure(code));
      if (fees?.length) expect(published.length, code).to.be.above(0);
      for (const fee of published) {
        if (fee.kind === 'free') expect(fee.published, code).to.match(/^\(?Miễn/u);
        if (fee.kind === 'known') {
          expect(
            fees?.map(({ amount }) => amount),
            code,
          ).to.include(fee.amount);
        }
      }
    }
    expect(feesOf(procedure('1.000894')).map(({ kind }) => kind)).to.deep.equal(['free']);
    expect(feesOf(procedure('1.001193')).map(({ kind }) => kind)).to.deep.equal(['by-province']);
  });

  it('keeps the channels apart where the source does', () => {
    expect(
      procedure('1.013978').filing.map(({ channel, timeLimit }) => [channel, timeLimit?.value]),
    ).to.deep.equal([
      ['counter', undefined],
      ['online', 17],
      ['post', 20],
    ]);
    expect(procedure('1.013978').timeLimit).to.deep.equal({ value: 27, unit: 'working-day' });
  });

  it('leaves a time in words that only those who know the law can read', () => {
    expect(procedure('2.002039').timeLimit).to.deep.equal({
      published: "nguồn chỉ ghi '105' với đơn vị 'Khác'",
    });
    expect(procedure('1.010041').timeLimit?.value).to.equal(undefined);
    expect(procedure('1.001193').timeLimit?.unit).to.equal('same-day');
  });

  it('marks a count that nobody should believe', () => {
    expect(procedure('1.012796').unverified).to.include('papers');
    expect(procedure('1.012796').note).to.contain('181');
  });

  describe('its levels', () => {
    it('come from somebody who published them, or say that they illustrate', async () => {
      const published = parseLevelList(await load('data/levels.json'));
      const illustration = parseLevelList(await load('data/levels.illustration.json'));
      expect([...published.problems, ...illustration.problems]).to.deep.equal([]);
      const inferred = source.filter(({ onlineTypeBasis }) => onlineTypeBasis?.startsWith('inferred'));
      const codes = new Set(published.list?.entries.map(({ code }) => code));
      for (const { code } of inferred) expect(codes.has(code), code).to.equal(false);
      for (const entry of published.list?.entries ?? [])
        expect(entry.source?.name, entry.code).to.be.a('string');
      expect(illustration.list?.illustration).to.equal(true);

      const lists = [published.list, illustration.list].filter((list) => list !== undefined);
      const { of, problems } = joinLevels(lists, '2026-11-23', normaliseCode);
      expect(problems).to.deep.equal([]);
      expect(of(procedure('2.000815'))?.level.code).to.equal('partial');
      expect(of(procedure('1.001193'))?.list.illustration).to.equal(true);
      const told = parsed.catalog.procedures.filter((each) => of(each));
      expect(told.length).to.be.within(90, 110);
    });
  });
});
