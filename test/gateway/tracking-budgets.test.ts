import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { createKeyedHash, isSame } from '../../src/gateway/keyed-hash.js';
import { bitsDone, demandWork, doWork } from '../../src/gateway/proof-of-work.js';
import type { Spending } from '../../src/gateway/receiving-tables.js';
import { bitsNeeded } from '../../src/gateway/tracking-budgets.js';

const MINUTE = 60_000;
const NOW = Date.parse('2026-11-23T02:00:00Z');
/** Wrong answers, each so many minutes ago. */
const wrong = (...minutes: number[]): Spending[] =>
  minutes.map((ago) => ({ at: NOW - ago * MINUTE, weight: 1 }));
const many = (count: number, ago: number) => wrong(...Array.from({ length: count }, () => ago));
const bits = (code: Spending[], value: Spending[] = []) =>
  bitsNeeded('last4', { code, value, address: [] }, NOW);

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
    const ask = (count: number) =>
      bitsNeeded('secret', { code: many(count, 1), value: [], address: [] }, NOW);
    expect([ask(19), ask(20), ask(24), ask(5000)]).to.deep.equal([0, 12, 16, 16]);
  });

  /** Right answers and wrong ones of one address, each so many minutes ago. */
  const crowd = (right: number, wrong: number, ago = 1): Spending[] => [
    ...many(right, ago),
    ...many(wrong, ago).map(({ at }) => ({ at, weight: 10 })),
  ];
  const ofAddress: readonly [address: Spending[], last4: number, secret: number, why: string][] = [
    [crowd(200, 0), 0, 0, 'two hundred people ask'],
    [crowd(0, 29), 0, 0, 'twenty-nine were wrong'],
    [crowd(0, 30), 12, 12, 'thirty were wrong'],
    [crowd(0, 33), 15, 15, 'each further wrong one doubles the work'],
    [crowd(5000, 5), 12, 12, 'many people who know are not made to work longer'],
    [crowd(0, 34), 16, 16, 'the work of a receipt comes to its end'],
    [crowd(0, 500), 17, 16, 'somebody guesses on and on, and four digits are not shut out either'],
    [crowd(0, 500, 10), 0, 0, 'ten minutes are over'],
  ];
  for (const [address, last4, secret, why] of ofAddress)
    it(`ask everybody at an address for ${String(last4)} and ${String(secret)} bits where ${why}`, () => {
      const ask = (kind: 'last4' | 'secret') => bitsNeeded(kind, { code: [], value: [], address }, NOW);
      expect([ask('last4'), ask('secret')]).to.deep.equal([last4, secret]);
    });

  it('never ask for less after one more wrong answer, and what a code costs is not made cheaper by an address', () => {
    const some = fc.nat({ max: 60 });
    fc.assert(
      fc.property(some, some, some, some, (code, value, right, wrong) => {
        const at = (more: number) =>
          bitsNeeded(
            'last4',
            { code: many(code, 1), value: many(value, 1), address: crowd(right, wrong + more) },
            NOW,
          );
        expect(at(1)).to.be.at.least(at(0));
        expect(at(0)).to.be.at.least(bits(many(code, 1), many(value, 1)));
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
