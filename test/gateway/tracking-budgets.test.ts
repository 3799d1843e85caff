import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { createKeyedHash, isSame } from '../../src/gateway/keyed-hash.js';
import { bitsDone, demandWork, doWork } from '../../src/gateway/proof-of-work.js';
import type { Spending } from '../../src/gateway/receiving-tables.js';
import { bitsNeeded, secondsToWait } from '../../src/gateway/tracking-budgets.js';

const MINUTE = 60_000;
const NOW = Date.parse('2026-11-23T02:00:00Z');
/** Wrong answers, each so many minutes ago. */
const wrong = (...minutes: number[]): Spending[] =>
  minutes.map((ago) => ({ at: NOW - ago * MINUTE, weight: 1 }));
const many = (count: number, ago: number) => wrong(...Array.from({ length: count }, () => ago));
const bits = (code: Spending[], value: Spending[] = []) => bitsNeeded('last4', { code, value }, NOW);

describe('budgets of following', () => {
  const cases: readonly [code: Spending[], value: Spending[], bits: number, why: string][] = [
    [[], [], 0, 'nobody was wrong'],
    [many(4, 1), [], 0, 'four are free'],
    [many(5, 14), [], 12, 'five in a quarter of an hour are not'],
    [many(5, 15), [], 0, 'a quarter of an hour is over'],
    [many(8, 1), [], 15, 'each further one doubles the work'],
    [many(19, 600), [], 0, 'nineteen in a day are free'],
    [many(22, 600), [], 14, 'twenty in a day are not'],
    [many(22, 1440), [], 0, 'a day is over'],
    [[], many(20, 600), 12, 'twenty with the same digits are not'],
    [many(7, 1), many(25, 600), 17, 'the dearer of both counts'],
    [many(200, 1), [], 48, 'there is an end to it'],
  ];
  for (const [code, value, expected, why] of cases)
    it(`ask for ${String(expected)} bits where ${why}`, () => {
      expect(bits(code, value)).to.equal(expected);
    });

  it('never ask who has a secret for more than a telephone does', () => {
    const ask = (count: number) => bitsNeeded('secret', { code: many(count, 1), value: [] }, NOW);
    expect([ask(19), ask(20), ask(24), ask(5000)]).to.deep.equal([0, 12, 16, 16]);
  });

  it('make an address wait exactly as long as it must', () => {
    const spendings = fc.array(
      fc.record({ ago: fc.integer({ min: 0, max: 700_000 }), weight: fc.constantFrom(1, 10) }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(spendings, (given) => {
        const spent = given
          .map(({ ago, weight }) => ({ at: NOW - ago, weight: weight * 10 }))
          .sort((one, other) => one.at - other.at);
        const seconds = secondsToWait(spent, NOW);
        const weightAt = (now: number) =>
          spent.reduce((sum, { at, weight }) => (at > now - 10 * MINUTE ? sum + weight : sum), 0);
        expect(seconds > 0).to.equal(weightAt(NOW) >= 300);
        expect(weightAt(NOW + seconds * 1000)).to.be.lessThan(300);
        if (seconds > 1) expect(weightAt(NOW + (seconds - 1) * 1000)).to.be.at.least(300);
      }),
    );
  });
});

describe('work', () => {
  const hash = createKeyedHash(new Uint8Array(32).fill(7));
  const demand = { subject: 'mẫu', bits: 6, now: NOW, salt: 'a' };

  it('counts for whom it was asked, as much as was asked, and for ten minutes', async () => {
    const work = await doWork(await demandWork(hash, demand));
    expect(await bitsDone(hash, work, 'mẫu', NOW)).to.equal(6);
    expect(await bitsDone(hash, work, 'mẫu', NOW + 10 * MINUTE - 1)).to.equal(6);
    expect(await bitsDone(hash, work, 'mẫu', NOW + 10 * MINUTE)).to.equal(0);
    expect(await bitsDone(hash, work, 'khác', NOW)).to.equal(0);
    expect(await bitsDone(createKeyedHash(new Uint8Array(32)), work, 'mẫu', NOW)).to.equal(0);
    for (const challenge of ['', '.', 'x', work.challenge.replace(/^6/u, '0'), `${work.challenge}0`])
      expect(await bitsDone(hash, { ...work, challenge }, 'mẫu', NOW)).to.equal(0);
  });

  it('does not count before it is done', async () => {
    const { challenge } = await demandWork(hash, { ...demand, bits: 40 });
    expect(await bitsDone(hash, { challenge, nonce: 'x' }, 'mẫu', NOW)).to.equal(0);
  });
});

describe('isSame()', () => {
  it('says what === says', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(isSame(one, other)).to.equal(one === other);
        expect(isSame(one, one)).to.equal(true);
      }),
    );
  });
});
