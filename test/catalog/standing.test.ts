import { expect } from 'chai';
import { isAtPastDistrict, isUsable, standingOn } from '../../src/catalog/standing.js';

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

describe('whether a procedure sends people to a district that is gone', () => {
  const past = { tier: 'district', validTo: '2025-06-30' } as const;
  for (const [procedure, day, answer] of [
    [{ competentAgency: 'Công an huyện', tiers: [{ tier: 'commune' }, past] }, TODAY, true],
    [{ competentAgency: 'Công an huyện', tiers: [] }, '2025-07-01', true],
    [{ competentAgency: 'Công an huyện', tiers: [] }, '2025-06-30', false],
    [{ receivingAgency: 'UBND quận, thị xã', competentAgency: 'UBND tỉnh', tiers: [] }, TODAY, true],
    [{ tiers: [past] }, TODAY, true],
    [{ competentAgency: 'Công an xã', tiers: [{ tier: 'commune' }, past] }, TODAY, false],
    [{ tiers: [{ tier: 'commune', validTo: '2025-06-30' }] }, TODAY, false],
    [{ tiers: [] }, TODAY, false],
  ] as const) {
    it(`${answer ? 'does' : 'does not'} on ${day}: ${JSON.stringify(procedure)}`, () => {
      expect(isAtPastDistrict(procedure, day)).to.equal(answer);
    });
  }
});
