import { expect } from 'chai';
import { joinLevels } from '../../src/levels/announced-levels.js';
import type { LevelList } from '../../src/levels/level-list.js';
import { aLevelList, aProcedure } from '../support/builders.js';

const levelOf = (lists: readonly LevelList[], code = '1.001193', day = '2026-11-23') =>
  joinLevels(lists, day).of(aProcedure({ code }));

describe('the level of a procedure at a place', () => {
  it('is the announced one, with who announced it', () => {
    const level = levelOf([aLevelList()]);
    expect(level?.level.code).to.equal('full');
    expect(level?.scheme.id).to.equal('vn-2022');
    expect(level?.list.place).to.equal('Tỉnh Mẫu');
  });

  it('is not guessed where nobody announced one', () => {
    expect(levelOf([])).to.equal(undefined);
    expect(levelOf([aLevelList()], '1.000656')).to.equal(undefined);
  });

  for (const [listed, published] of [
    ['1001193', '1.001193.H42'],
    ['1.001193.H42', '1.001193'],
    ['1.001193.01', '1.001193'],
    ['1.1.012756', '1.1.012756'],
  ] as const) {
    it(`is found although list and catalogue spell the code ${listed} and ${published}`, () => {
      expect(levelOf([aLevelList([{ code: listed, level: 'full' }])], published)?.code).to.equal('full');
    });
  }

  it('is the one of the day', () => {
    const list = aLevelList([
      { code: '1.001193', level: 'partial', validTo: '2026-06-30' },
      { code: '1.001193', level: 'full', validFrom: '2026-07-01' },
    ]);
    expect(levelOf([list], '1.001193', '2026-06-30')?.code).to.equal('partial');
    expect(levelOf([list], '1.001193', '2026-07-01')?.code).to.equal('full');
  });

  it('is that of the first list, and of a real announcement before an illustration', () => {
    const illustration = aLevelList([{ code: '1.001193', level: 'full' }], { illustration: true });
    const first = aLevelList([{ code: '1.001193', level: 'partial' }]);
    const later = aLevelList([{ code: '1.001193', level: 'information' }]);
    expect(levelOf([illustration, first, later])?.code).to.equal('partial');
    expect(levelOf([illustration])?.list.illustration).to.equal(true);
  });

  it('is not taken from another list when its own cannot be read; that is reported', () => {
    const lists = [
      aLevelList([{ code: '1.001193', level: 'constructor' }]),
      aLevelList([{ code: '1.001193', level: 'full' }], { illustration: true }),
    ];
    expect(levelOf(lists)).to.equal(undefined);
    expect(joinLevels(lists, '2026-11-23').problems).to.deep.equal([
      { code: 'level-unknown', params: { procedure: '1.001193', found: 'constructor' } },
    ]);
  });

  it('is that of each case, and of the whole procedure for a case that nobody told apart', () => {
    const list = aLevelList([
      { code: '1.000894.01', level: 'partial' },
      { code: '1.000894.02', level: 'full' },
    ]);
    expect(levelOf([list], '1.000894.01')?.code).to.equal('partial');
    expect(levelOf([list], '1000894.02.H42')?.code).to.equal('full');
    // Of several nobody said which.
    expect(levelOf([list], '1.000894')).to.equal(undefined);
    expect(levelOf([list], '1.000894.03')).to.equal(undefined);
    const whole = aLevelList([{ code: '1.000894', level: 'information' }, ...list.entries]);
    expect(levelOf([whole], '1.000894.02')?.code).to.equal('full');
    expect(levelOf([whole], '1.000894.03')?.code).to.equal('information');
    expect(levelOf([whole], '1.000894')?.code).to.equal('information');
    // An announcement of the whole stands before an illustration of the case.
    const illustration = aLevelList(list.entries, { illustration: true });
    const announced = aLevelList([{ code: '1.000894', level: 'information' }]);
    expect(levelOf([illustration, announced], '1.000894.02')?.code).to.equal('information');
    // An announcement of several cases leaves nothing to an illustration of the whole.
    const illustrated = aLevelList([{ code: '1.000894', level: 'full' }], { illustration: true });
    expect(levelOf([illustrated, list], '1.000894')).to.equal(undefined);
    const untidy = aLevelList([
      { code: '1.000894 .01', level: 'full' },
      { code: 'Mã số: 1.000894 .02', level: 'partial' },
    ]);
    expect(levelOf([untidy], '1.000894.02')?.code).to.equal('partial');
    expect(levelOf([untidy], '1.000894.03')).to.equal(undefined);
  });

  it('is the first one of a list that has a code twice for one day; that is reported', () => {
    const list = aLevelList([
      { code: '1.001193', level: 'partial' },
      { code: '1001193.H42', level: 'full' },
    ]);
    expect(levelOf([list])?.code).to.equal('partial');
    expect(joinLevels([list], '2026-11-23').problems).to.deep.equal([
      { code: 'level-duplicate', params: { procedure: '1001193.H42', found: 'full' } },
    ]);
  });

  it('is unknown in a scheme that nobody defined', () => {
    expect(levelOf([aLevelList(undefined, { scheme: 'vn-2040' })])).to.equal(undefined);
  });
});
