import { expect } from 'chai';
import fc from 'fast-check';
import { parseLevelList, readLevelListInSlices } from '../../src/levels/parse-level-list.js';
import { aLevelList } from '../support/builders.js';

describe('reading a list of levels', () => {
  it('gives head and entries', () => {
    const { list, problems } = parseLevelList(aLevelList());
    expect(problems).to.deep.equal([]);
    expect(list).to.deep.equal(aLevelList());
  });

  for (const [why, entry] of [
    ['no code', { level: 'full' }],
    ['no level', { code: '1.001193' }],
    ['a number for a level', { code: '1.001193', level: 4 }],
    ['a day that is none', { code: '1.001193', level: 'full', validFrom: 'tomorrow' }],
    ['a link that is a script', { code: '1.001193', level: 'full', source: { url: 'javascript:0' } }],
    ['a text', 'full'],
  ] as const) {
    it(`leaves out an entry with ${why}, and keeps the others`, () => {
      const good = { code: '1.000656', level: 'partial' };
      const { list, problems } = parseLevelList({ ...aLevelList(), entries: [entry, good] });
      expect(list?.entries).to.deep.equal([good]);
      expect(problems.map(({ code, params }) => [code, params?.index])).to.deep.equal([
        ['record-invalid', 0],
      ]);
    });
  }

  for (const [time, isRead] of [
    [{ publishedOn: '2025' }, true],
    [{ publishedOn: '2025-07' }, true],
    [{ publishedOn: '2025-13' }, false],
    [{ publishedOn: '2025-02-30' }, false],
    [{ publishedOn: 'năm ngoái' }, false],
    [{ publishedOn: undefined }, false],
    [{ publishedOn: undefined, source: { collectedOn: '2026' } }, true],
    [{ publishedOn: undefined, source: { name: 'Một trang' } }, false],
  ] as const)
    it(`${isRead ? 'takes' : 'refuses'} the time ${JSON.stringify(time)}`, () => {
      const { list, problems } = parseLevelList({ ...aLevelList(), ...time });
      expect(list !== undefined).to.equal(isRead);
      expect(problems.map(({ code }) => code)).to.deep.equal(isRead ? [] : ['head-invalid']);
    });

  it('gives no list where nobody can say whose it is', () => {
    const list = { ...aLevelList(), place: null };
    expect(parseLevelList(list)).to.deep.equal({
      list: undefined,
      problems: [{ code: 'head-invalid', params: { path: 'place', reason: '"place"', found: 'undefined' } }],
    });
  });

  it('gives the same in slices, and never throws, whatever it is given', async () => {
    const entries = fc.array(
      fc.oneof(fc.record({ code: fc.string(), level: fc.constantFrom('full', '4', '') }), fc.jsonValue()),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.jsonValue(),
          entries.map((list) => ({ ...aLevelList(), entries: list })),
        ),
        async (json) => {
          const text = JSON.stringify(json);
          const whole = parseLevelList(JSON.parse(text));
          const sliced = await readLevelListInSlices([text], {
            pause: () => Promise.resolve(),
            sliceMs: 8,
            now: () => 0,
          });
          expect(sliced.list).to.deep.equal(whole.list);
        },
      ),
    );
  });
});
