import { expect } from 'chai';
import fc from 'fast-check';
import { isStale, lookOnReturn, nextLook, type LookFacts } from '../../src/gateway/update-plan.js';

const QUIET: LookFacts = { unchanged: 0, failed: 0, isHidden: false, hasEnded: false };
const MINUTE = 60_000;

describe('when a dossier is looked at again', () => {
  it('is a minute at first, and later the longer nothing happens, up to half an hour', () => {
    const waits = [0, 1, 2, 3, 4, 5, 6, 99].map(
      (unchanged) => nextLook({ ...QUIET, unchanged }, 0.5)! / MINUTE,
    );
    expect(waits).to.deep.equal([1, 2, 4, 8, 16, 30, 30, 30]);
  });

  it('is never while nobody sees it, and never once it is over', () => {
    for (const facts of [{ isHidden: true }, { hasEnded: true }, { isHidden: true, failed: 3 }])
      expect(nextLook({ ...QUIET, ...facts }, 0.5)).to.equal(undefined);
  });

  it('is not before the system wants it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 3_600_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (unchanged, failed, retryAfterMs, random) => {
          const wait = nextLook({ ...QUIET, unchanged, failed, retryAfterMs }, random)!;
          expect(wait).to.be.at.least(retryAfterMs);
          expect(wait).to.be.at.most(Math.max(36 * MINUTE, retryAfterMs + 11 * MINUTE));
        },
      ),
    );
  });

  it('spreads those who come back after an outage: no tenth of the time has thrice its share', () => {
    let seed = 1;
    const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    const waits = Array.from({ length: 2000 }, () => nextLook({ ...QUIET, failed: 3 }, random())!);
    const longest = Math.max(...waits);
    const tenths = new Map<number, number>();
    for (const wait of waits) {
      const tenth = Math.min(9, Math.floor((wait / longest) * 10));
      tenths.set(tenth, (tenths.get(tenth) ?? 0) + 1);
    }
    expect(Math.max(...tenths.values())).to.be.below(600);
    expect(longest).to.be.above(MINUTE);
  });

  it('is within half a minute once there is a line again, spread evenly; sooner for who only comes back', () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(chance, fc.boolean(), (random, hadOutage) => {
        const longest = hadOutage ? 30_000 : 3000;
        expect(lookOnReturn(hadOutage, random)).to.be.within(0, longest);
        // As evenly as chance itself: no moment is anybody's favourite.
        expect(Math.abs(lookOnReturn(hadOutage, random) - random * longest)).to.be.at.most(0.5);
      }),
    );
  });

  it('is at once for who comes back after more than a minute, or with another clock', () => {
    expect([0, 59_999, 60_000, -1].map(isStale)).to.deep.equal([false, false, true, true]);
  });
});
