import { expect } from 'chai';
import { isUsable, standingOn } from '../../src/catalog/standing.js';

const TODAY = '2026-11-23';

describe('standing of a procedure on a day', () => {
  for (const [period, kind, usable] of [
    [{}, 'in-force', true],
    [{ validFrom: '2025-07-01' }, 'in-force', true],
    [{ validFrom: TODAY }, 'in-force', true],
    [{ validFrom: '2026-11-24' }, 'coming', false],
    [{ validTo: TODAY }, 'ending', true],
    [{ validTo: '2026-11-22' }, 'ended', false],
    [{ replacedBy: '2.000001' }, 'replaced', false],
    [{ replacedBy: '2.000001', validTo: '2026-11-22' }, 'replaced', false],
    [{ replacedBy: '2.000001', validTo: '2026-12-31' }, 'ending', true],
  ] as const) {
    it(`is ${kind} with ${JSON.stringify(period)}`, () => {
      const standing = standingOn(period, TODAY);
      expect(standing.kind).to.equal(kind);
      expect(isUsable(standing)).to.equal(usable);
    });
  }
});
