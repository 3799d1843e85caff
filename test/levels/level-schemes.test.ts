import { expect } from 'chai';
import { ABILITIES } from '../../src/levels/level-scheme.js';
import { parseLevelSchemes } from '../../src/levels/parse-level-schemes.js';
import {
  answerOf,
  asAnnounced,
  builtInMappings,
  builtInSchemes,
  convertLevel,
  findLevel,
} from '../../src/levels/schemes.js';

const builtIn = () =>
  JSON.parse(JSON.stringify({ schemes: builtInSchemes, mappings: builtInMappings })) as {
    schemes: { id: string; levels: { code: string; rank: number; trips: number[] }[] }[];
    mappings: { from: string; to: string; pairs: Record<string, string> }[];
  };

describe('level schemes', () => {
  it('that are built in pass the check that a portal’s own have to pass', () => {
    const { schemes, mappings, problems } = parseLevelSchemes(builtIn());
    expect(problems).to.deep.equal([]);
    expect(schemes).to.deep.equal(builtInSchemes);
    expect(mappings).to.deep.equal(builtInMappings);
  });

  it('of 2022 ended with their decree on 30 June 2026', () => {
    expect(builtInSchemes.find(({ id }) => id === 'vn-2022')?.validTo).to.equal('2026-06-30');
  });

  it('say of each ability what they say, and no more', () => {
    const partial = findLevel('partial')!.level;
    expect(ABILITIES.map((ability) => answerOf(partial, ability))).to.deep.equal([
      'yes',
      'yes',
      'yes',
      'depends',
      'depends',
    ]);
    expect(partial.trips).to.equal(undefined);
    expect(answerOf(findLevel('1')!.level, 'download')).to.equal('no');
  });

  describe('converted by custom', () => {
    for (const [from, to] of [
      ['1', 'information'],
      ['2', 'information'],
      ['3', 'partial'],
      ['4', 'full'],
    ] as const) {
      it(`read level ${from} as ${to}, and say that they did`, () => {
        const found = findLevel(from, 'vn-2011');
        const converted = found && convertLevel(found, 'vn-2022');
        expect(converted?.level.code).to.equal(to);
        expect(converted?.convertedFrom).to.equal(found);
        expect(converted && asAnnounced(converted)).to.equal(found?.level);
      });
    }

    it('stay as announced where no custom is known', () => {
      const found = findLevel('full', 'vn-2022');
      expect(found && convertLevel(found, 'vn-2040')).to.equal(found);
      expect(found && convertLevel(found, 'vn-2022')).to.equal(found);
    });

    it('as a portal maps them before what is built in, pair of schemes by pair of schemes', () => {
      const found = findLevel('4', 'vn-2011')!;
      const codeBy = (from: string, pairs: Record<string, string>) =>
        convertLevel(found, 'vn-2022', undefined, [{ from, to: 'vn-2022', pairs }]).level.code;
      expect(codeBy('vn-2011', { 4: 'partial' })).to.equal('partial');
      expect(codeBy('vn-2011', {}), 'a portal that converts nothing').to.equal('4');
      expect(codeBy('xa-mau', { 4: 'partial' }), 'a mapping of others').to.equal('full');
    });
  });

  describe('of a portal', () => {
    it('may be its own', () => {
      const own = builtIn();
      own.schemes = own.schemes.slice(0, 1).map((scheme) => ({ ...scheme, id: 'xa-mau' }));
      own.mappings = [];
      expect(parseLevelSchemes(own).schemes.map(({ id }) => id)).to.deep.equal(['xa-mau']);
    });

    const faults: readonly (readonly [
      why: string,
      damage: (file: ReturnType<typeof builtIn>) => void,
      path: string,
    ])[] = [
      [
        'a level without a code',
        (file) => Reflect.deleteProperty(file.schemes[0]?.levels[0] ?? {}, 'code'),
        'levels.0.code',
      ],
      [
        'two levels of one code',
        (file) => Object.assign(file.schemes[0]?.levels[0] ?? {}, { code: '2' }),
        'levels',
      ],
      [
        'two levels of one rank',
        (file) => Object.assign(file.schemes[0]?.levels[0] ?? {}, { rank: 2 }),
        'levels',
      ],
      [
        'a tone nobody can draw',
        (file) => Object.assign(file.schemes[0]?.levels[0] ?? {}, { tone: 'gold' }),
        'levels.0.tone',
      ],
      [
        'trips the wrong way round',
        (file) => Object.assign(file.schemes[0]?.levels[0] ?? {}, { trips: [2, 1] }),
        'levels.0.trips',
      ],
      [
        'an ability that is sure and is not',
        (file) => Object.assign(file.schemes[0]?.levels[0] ?? {}, { depends: ['read'] }),
        'levels.0',
      ],
      [
        'no Vietnamese name',
        (file) => Object.assign(file.schemes[0] ?? {}, { name: { en: 'Levels' } }),
        'name.vi',
      ],
    ];
    for (const [why, damage, path] of faults) {
      it(`are left out alone for ${why}`, () => {
        const file = builtIn();
        damage(file);
        const { schemes, problems } = parseLevelSchemes(file);
        expect(schemes.map(({ id }) => id)).to.deep.equal(['vn-2022']);
        expect(problems[0]?.code).to.equal('scheme-invalid');
        expect(problems[0]?.params?.path).to.equal(path);
      });
    }

    it('keep no mapping to a level that is not there', () => {
      const file = builtIn();
      Object.assign(file.mappings[0]?.pairs ?? {}, { 4: 'everything' });
      const { mappings, problems } = parseLevelSchemes(file);
      expect(mappings.map(({ from }) => from)).to.deep.equal(['vn-2022']);
      expect(problems.map(({ code }) => code)).to.deep.equal(['mapping-unknown']);
    });

    for (const mappings of [5, 'x', { 4: 'full' }]) {
      it(`do not lose mappings that are no list without a word: ${JSON.stringify(mappings)}`, () => {
        const read = parseLevelSchemes({ ...builtIn(), mappings });
        expect(read.schemes).to.have.length(builtInSchemes.length);
        expect(read.mappings).to.deep.equal([]);
        expect(read.problems.map(({ code }) => code)).to.deep.equal(['mapping-invalid']);
      });
    }

    for (const json of [null, 5, [], {}, { schemes: {} }, 'text']) {
      it(`cannot be read from ${JSON.stringify(json)}, and nothing throws`, () => {
        expect(parseLevelSchemes(json).problems).to.deep.equal([{ code: 'no-records' }]);
      });
    }
  });
});
