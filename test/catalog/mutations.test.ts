import { expect } from 'chai';
import fc from 'fast-check';
import { parseCatalog, readCatalogInSlices } from '../../src/catalog/parse-catalog.js';
import { aCatalogFile, type ProcedureRecord } from '../support/builders.js';

const unhurried = { pause: () => Promise.resolve(), sliceMs: 8, now: () => 0 };

/** Members that reach for what every object inherits. */
const poisoned: readonly unknown[] = [
  JSON.parse('{"__proto__":{"poisoned":1},"name":"x"}'),
  JSON.parse('{"constructor":{"prototype":{"poisoned":1}}}'),
  JSON.parse('[{"__proto__":["poisoned"]}]'),
];

/** Every text of a record carries its mark, so that it is seen when one record shows another's. */
const marked = (record: ProcedureRecord, mark: string) =>
  JSON.parse(JSON.stringify(record), (name, value: unknown) =>
    typeof value === 'string' && ['name', 'case', 'published', 'number'].includes(name)
      ? mark + value
      : value,
  ) as ProcedureRecord;

describe('ten thousand damaged catalogues', function () {
  this.timeout(60_000);
  let texts: readonly string[];

  before(async () => {
    const sample = (await (await fetch('/examples/commune/data/catalog.json')).json()) as {
      procedures: ProcedureRecord[];
    };
    const bySize = sample.procedures
      .filter(({ fees }) => fees)
      .sort((a, b) => JSON.stringify(a).length - JSON.stringify(b).length);
    texts = ['①', '②', '③'].map((mark, index) => JSON.stringify(marked(bySize[20 + index]!, mark)));
  });

  /** What a file wrote into what every object of the page inherits. */
  const inherited = () =>
    [Object.prototype, Array.prototype, String.prototype].map(
      (prototype) => Reflect.ownKeys(prototype).length,
    );
  const untouched = inherited();
  afterEach(() => expect(inherited()).to.deep.equal(untouched));

  const expectNoStrangers = (shown: readonly unknown[]) => {
    for (const record of shown) {
      const marks = new Set(JSON.stringify(record).match(/[①②③]/gu));
      expect(marks.size).to.be.at.most(1);
    }
  };

  const fileOf = (records: readonly string[]) => {
    const [start, end] = JSON.stringify(aCatalogFile([])).split('[]') as [string, string];
    return `${start}[${records.join(',')}]${end}`;
  };

  it('never throw, and never show one record with the data of another, when bytes are lost or changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(2),
        fc.nat(),
        fc.nat(40),
        fc.constantFrom('', '"', '\\', '{', '}', '[', ']', ',', ':', '0', 'null', '\u0000'),
        async (which, at, length, put) => {
          const records = texts.map((text, index) => {
            if (index !== which) return text;
            const from = at % text.length;
            return text.slice(0, from) + put + text.slice(from + length);
          });
          const { catalog } = await readCatalogInSlices([fileOf(records)], unhurried);
          expectNoStrangers(catalog.procedures);
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('never throw, and never harm the neighbours, when a value is another than it should be', () => {
    fc.assert(
      fc.property(
        fc.nat(2),
        fc.nat(),
        fc.oneof(fc.jsonValue(), fc.constantFrom(1e308, -1, '0000-00-00', 'javascript:0', null, ...poisoned)),
        (which, at, value) => {
          const records = texts.map((text) => JSON.parse(text) as ProcedureRecord);
          replaceOne(records[which], at, value);
          const { catalog, problems } = parseCatalog(aCatalogFile(records));
          expectNoStrangers(catalog.procedures);
          expect(
            catalog.procedures.length + problems.filter(({ code }) => code !== 'code-unusual').length,
          ).to.equal(3);
          expect(catalog.procedures.length).to.be.at.least(2);
        },
      ),
      { numRuns: 5000 },
    );
  });
});

/** Puts a value in the place of one of the members, at any depth. */
function replaceOne(record: unknown, at: number, value: unknown): void {
  const places: [object, string][] = [];
  const walk = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return;
    for (const [name, member] of Object.entries(node)) {
      places.push([node, name]);
      walk(member);
    }
  };
  walk(record);
  const [node, name] = places[at % places.length] as [Record<string, unknown>, string];
  node[name] = value;
}
