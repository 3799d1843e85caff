import { expect } from 'chai';
import { parseCatalog, type ParsedCatalog } from '../../src/catalog/parse-catalog.js';
import type { Fee, Procedure } from '../../src/catalog/procedure.js';
import { onlineFiling } from '../../src/catalog/online-filing.js';
import { isAtPastDistrict } from '../../src/catalog/standing.js';
import { joinLevels } from '../../src/levels/announced-levels.js';
import type { LevelList } from '../../src/levels/level-list.js';
import { parseLevelList } from '../../src/levels/parse-level-list.js';
import { findLevel } from '../../src/levels/schemes.js';

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
    for (const { code, source: origin, note } of parsed.catalog.procedures) {
      expect(origin?.collectedOn, code).to.match(/^2026(?:-07-18)?$/u);
      if (origin?.collectedOn === '2026') expect(note, code).to.contain('Thu giữa năm 2026');
    }
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

  it('gives what the source prints, in its own currency, and no sentence of its own', () => {
    const words = parsed.catalog.procedures.flatMap((each) =>
      feesOf(each).flatMap(({ published }) => published ?? []),
    );
    expect(words.filter((text) => /nguồn|\b(?:10|145) đồng/iu.test(text))).to.deep.equal([]);
    // The elements put their own words in front of what stands beside a value.
    for (const { code, timeLimit } of parsed.catalog.procedures) {
      if (timeLimit?.unit) expect(timeLimit.published ?? '', code).not.to.match(/nguồn/iu);
    }
    expect(words).to.include.members(['0', '10 USD/bản']);
    expect(feesOf(procedure('1.003460')).map(({ published }) => published)).to.include(
      'Thẻ tạm trú có thời hạn không quá 02 năm: 145 USD/thẻ',
    );
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

  it('is known to send people to the district, which is gone, in these procedures', () => {
    const past = parsed.catalog.procedures.filter((each) => isAtPastDistrict(each, '2026-11-23'));
    expect(past.map(({ code }) => code)).to.have.members([
      '1.001613',
      '1.001667',
      '1.002759',
      '1.010385',
      '1.011727',
      '2.000821',
    ]);
  });

  it('marks a count that nobody should believe', () => {
    expect(procedure('1.012796').unverified).to.include('papers');
    expect(procedure('1.012796').note).to.contain('181');
  });

  describe('its levels', () => {
    let lists: readonly LevelList[];
    let illustration: LevelList;

    before(async () => {
      // The lists that its pages name.
      const page = await (await fetch('/examples/commune/thu-tuc.html')).text();
      const [, addresses = ''] = /levels="([^"]+)"/u.exec(page) ?? [];
      const read = await Promise.all(
        addresses.split(' ').map(async (path) => parseLevelList(await load(path))),
      );
      expect(read.flatMap(({ problems }) => problems)).to.deep.equal([]);
      lists = read.flatMap(({ list }) => list ?? []);
      illustration = lists.find((list) => list.illustration)!;
    });

    it('are those that somebody announced, each with who, where and when; none was inferred', () => {
      const announced = lists.filter((list) => list !== illustration);
      const codes = announced.flatMap(({ entries }) => entries.map(({ code }) => code));
      expect(codes).to.have.members(
        source
          .filter(({ onlineTypeBasis }) => onlineTypeBasis && !onlineTypeBasis.startsWith('inferred'))
          .map(({ code }) => code),
      );
      expect(announced.map(({ publisher, publishedOn }) => [publisher, publishedOn])).to.deep.equal([
        ['UBND tỉnh Đồng Nai', '2025'],
        ['UBND tỉnh Đồng Nai', '2025'],
        ['UBND tỉnh Hà Tĩnh', '2025'],
        ['UBND tỉnh Nghệ An', '2025'],
        // Of these nobody knows when they were announced, only when they were read.
        ['Cổng Dịch vụ công quốc gia', undefined],
        ['Phường Cầu Giấy, thành phố Hà Nội', undefined],
      ]);
      for (const list of announced) {
        expect(list.source?.name, list.publisher).to.be.a('string');
        expect(list.place, 'no level is this place’s').not.to.equal(parsed.catalog.place);
      }
    });

    it('that were made up contradict no way to file that the source names', () => {
      for (const { code, level } of illustration.entries) {
        const evidence = {
          level: findLevel(level, illustration.scheme)!.level,
          list: { illustration: false },
        };
        expect(onlineFiling(procedure(code), evidence).answer, code).not.to.equal('disputed');
      }
    });

    it('make no sheet say of a procedure what its sources do not', () => {
      const { of } = joinLevels(lists, '2026-11-23');
      const answers = (code: string) => onlineFiling(procedure(code), of(procedure(code)));
      // The identity card can be applied for online, whatever level was made up for it.
      expect(answers('1.014061')).to.deep.equal({ answer: 'yes', level: 'depends', ways: 'yes' });
      expect(answers('1.013978').answer).to.equal('yes');
      expect(answers('2.000884')).to.deep.equal({ answer: 'no', level: 'no', ways: 'no' });
      // Đồng Nai calls these partly online, while the national list has the counter alone.
      const disputed = parsed.catalog.procedures.filter(({ code }) => answers(code).answer === 'disputed');
      expect(disputed.map(({ code }) => code)).to.deep.equal([
        '2.000815',
        '2.000942',
        '2.000992',
        '2.001008',
      ]);
    });

    it('are told of about a hundred procedures, and those that were made up say so', () => {
      const { of, problems } = joinLevels(lists, '2026-11-23');
      expect(problems).to.deep.equal([]);
      expect(of(procedure('2.000815'))?.level.code).to.equal('partial');
      expect(of(procedure('1.001193'))?.list.illustration).to.equal(true);
      expect(parsed.catalog.procedures.filter((each) => of(each)).length).to.be.within(90, 110);
    });
  });
});
