import { expect } from 'chai';
import fc from 'fast-check';
import { parseCatalog, readCatalogInSlices } from '../../src/catalog/parse-catalog.js';
import { aCatalogFile, aRecord } from '../support/builders.js';

const unhurried = { pause: () => Promise.resolve(), sliceMs: 8, now: () => 0 };
const read = (...chunks: string[]) => readCatalogInSlices(chunks, unhurried);

/** Texts that a careless scanner would take for structure. */
const trickyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('"', '\\', '\\"', ']', '}],', '"procedures":[', '\u2028', '🏛️', 'ộ'),
);
const record = fc.record(
  {
    code: fc.oneof(fc.constantFrom('1.001193', '1001193', '2.000815.H42'), trickyText),
    name: trickyText,
    field: trickyText,
    later: fc.jsonValue(),
  },
  { requiredKeys: [] },
);
const file = fc
  .tuple(
    fc.array(fc.oneof(record, fc.jsonValue()), { maxLength: 6 }),
    fc.dictionary(trickyText, fc.jsonValue(), { maxKeys: 2 }),
  )
  .map(([procedures, extra]) => ({ ...extra, ...aCatalogFile(procedures as never) }));

describe('reading a catalogue in slices', () => {
  it('gives what reading it at once gives, wherever the text is cut', async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.nat(), fc.nat(), fc.boolean(), async (value, one, other, wide) => {
        const text = JSON.stringify(value, null, wide ? 1 : 0);
        const [from = 0, to = 0] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b);
        const sliced = await read(text.slice(0, from), text.slice(from, to), text.slice(to));
        const whole = parseCatalog(JSON.parse(text));
        expect(sliced.problems).to.deep.equal(whole.problems);
        expect(sliced.catalog.procedures).to.deep.equal(whole.catalog.procedures);
        expect(sliced.catalog.place).to.equal(whole.catalog.place);
      }),
      { numRuns: 400 },
    );
  });

  it('keeps the whole records of a file that broke off, and says so', async () => {
    const text = JSON.stringify(aCatalogFile([aRecord(), aRecord({ code: '1.000656' })]));
    const { catalog, problems } = await read(text.slice(0, -20));
    expect(catalog.procedures.map(({ code }) => code)).to.deep.equal(['1.001193']);
    expect(problems.map(({ code }) => code)).to.deep.equal(['file-truncated']);
  });

  it('says what is wrong with a file cut at any place, and shows no half record', async () => {
    const text = JSON.stringify(aCatalogFile([aRecord(), aRecord({ code: '1.000656' })]));
    const whole = parseCatalog(JSON.parse(text)).catalog.procedures;
    for (let length = 0; length < text.length; length += 1) {
      const { catalog, problems } = await read(text.slice(0, length));
      expect(problems.length, String(length)).to.be.above(0);
      expect(catalog.procedures).to.deep.equal(whole.slice(0, catalog.procedures.length));
    }
  });

  it('leaves out a record that is no JSON', async () => {
    const [start, end] = JSON.stringify(aCatalogFile([aRecord()])).split(']') as [string, string];
    const { catalog, problems } = await read(
      `${start},{"code":1.,},${JSON.stringify(aRecord({ code: '1.000656' }))}]${end}`,
    );
    expect(catalog.procedures.map(({ code }) => code)).to.deep.equal(['1.001193', '1.000656']);
    expect(problems).to.deep.equal([{ code: 'record-broken', params: { index: 1 } }]);
  });

  for (const [text, code] of [
    ['', 'broken-json'],
    ['<!doctype html><title>Đăng nhập</title>', 'broken-json'],
    ['{"procedures":', 'broken-json'],
    ['{}', 'no-records'],
    ['[]', 'no-records'],
    ['"procedures"', 'broken-json'],
    ['{"procedures":{"0":{}}}', 'no-records'],
    ['{"formatVersion":1,"procedures":[]', 'broken-json'],
  ] as const) {
    it(`says ${code} to ${JSON.stringify(text)}`, async () => {
      const { catalog, problems } = await read(text);
      expect(catalog.procedures).to.deep.equal([]);
      expect(problems[0]?.code).to.equal(code);
    });
  }

  it('shows nothing of a file with two lists: they are never mixed', async () => {
    const twice = JSON.stringify(aCatalogFile([aRecord({ code: '1.000656' })])).replace(
      '"procedures":',
      `"procedures":[${JSON.stringify(aRecord())}],"procedures":`,
    );
    const { catalog, problems } = await read(twice);
    expect(catalog.procedures).to.deep.equal([]);
    expect(problems.map(({ code }) => code)).to.deep.equal(['broken-json']);
  });

  it('lets others work whenever a slice is used up', async () => {
    let time = 0;
    let pauses = 0;
    const text = JSON.stringify(
      aCatalogFile(
        Array.from({ length: 20 }, (_, index) => aRecord({ code: `1.0000${String(10 + index)}` })),
      ),
    );
    await readCatalogInSlices([text], {
      sliceMs: 8,
      // Every look at the clock finds it two milliseconds on.
      now: () => (time += 2),
      pause: () => {
        pauses += 1;
        return Promise.resolve();
      },
    });
    expect(pauses).to.equal(5);
  });

  it('reads a hundred thousand records', async () => {
    function* chunks(): Generator<string> {
      const [start, end] = JSON.stringify(aCatalogFile([])).split(']') as [string, string];
      yield start;
      for (let index = 0; index < 100_000; index += 1) {
        yield `${index === 0 ? '' : ','}{"code":"1.${String(index).padStart(6, '0')}","name":"Thủ tục số ${String(index)}"}`;
      }
      yield `]${end}`;
    }
    const { catalog, problems } = await readCatalogInSlices(chunks(), unhurried);
    expect(problems).to.deep.equal([]);
    expect(catalog.procedures).to.have.length(100_000);
    expect(catalog.byCode('1.099999')?.name).to.equal('Thủ tục số 99999');
  });
});
