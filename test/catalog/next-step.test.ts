import { expect } from 'chai';
import { nextStep, type NextStep } from '../../src/catalog/next-step.js';
import { onlineFiling, type LevelEvidence } from '../../src/catalog/online-filing.js';
import { findLevel } from '../../src/levels/schemes.js';
import { aProcedure, type ProcedureRecord } from '../support/builders.js';

const level = (code: string, illustration = false): LevelEvidence => ({
  level: findLevel(code)!.level,
  list: { illustration },
});
const ways = (...channels: ('counter' | 'online' | 'post')[]) => ({
  filing: channels.map((channel) => ({ channel })),
});

const step = (
  record: Partial<ProcedureRecord> = {},
  announced: LevelEvidence | 'none' = level('full'),
  addresses: { apply?: string; source?: string } = { apply: 'https://a.vn', source: 'https://s.vn' },
): NextStep =>
  nextStep(aProcedure(record), {
    today: '2026-11-23',
    level: announced === 'none' ? undefined : announced,
    applyAddress: addresses.apply,
    sourceAddress: addresses.source,
  });

describe('what is known of filing online', () => {
  for (const [announced, record, answer] of [
    [undefined, ways(), 'depends'],
    [level('full'), ways(), 'yes'],
    [level('partial'), ways('counter', 'online'), 'yes'],
    [level('information'), ways(), 'no'],
    [level('1'), ways('counter'), 'no'],
    [undefined, ways('counter', 'online'), 'yes'],
    [undefined, ways('counter', 'post'), 'no'],
    [undefined, { ...ways('counter'), applyUrl: 'https://a.vn' }, 'yes'],
    // One says so and the other says not: nobody here knows better.
    [level('full'), ways('counter'), 'disputed'],
    [level('2'), ways('counter', 'online'), 'disputed'],
    // What was made up says nothing of a real procedure.
    [level('1', true), ways('counter', 'online'), 'yes'],
    [level('4', true), ways('counter'), 'no'],
    [level('4', true), ways(), 'depends'],
  ] as const)
    it(`is “${answer}” with ${announced ? JSON.stringify([announced.level.code, announced.list]) : 'no level'} and ${JSON.stringify(record)}`, () => {
      expect(onlineFiling(aProcedure({ ...record, filing: [...record.filing] }), announced).answer).to.equal(
        answer,
      );
    });
});

describe('next step', () => {
  it('is to apply where it can be filed online, and where nobody knows better', () => {
    expect(step()).to.include({ kind: 'apply', address: 'https://a.vn' });
    expect(step({}, 'none')).to.include({ kind: 'apply' });
    expect(step(ways('counter')).kind, 'disputed').to.equal('apply');
  });

  it('is not to apply where all that is known rules it out', () => {
    expect(step({}, level('information'))).to.include({ kind: 'source', address: 'https://s.vn' });
    expect(step(ways('counter'), 'none').kind).to.equal('source');
  });

  it('is none while nobody may file', () => {
    for (const record of [{ validTo: '2026-11-22' }, { replacedBy: '2.000001' }, { validFrom: '2026-11-24' }])
      expect(step(record)).to.eql({ kind: 'over', address: 'https://s.vn' });
    expect(step({ validTo: '2026-11-23' }).kind).to.equal('apply');
  });

  it('is the desk where there is no address at all', () => {
    expect(step({}, 'none', {}).kind).to.equal('desk');
  });
});
