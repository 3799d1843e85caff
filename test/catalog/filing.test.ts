import { expect } from 'chai';
import { effectiveFilings, filingsDiffer } from '../../src/catalog/filing.js';
import { aProcedure } from '../support/builders.js';

describe('ways to file', () => {
  it('take the time and fee of the procedure where they have none of their own', () => {
    const procedure = aProcedure({
      timeLimit: { value: 3, unit: 'working-day' },
      fees: [{ kind: 'known', amount: 8000 }],
      filing: [{ channel: 'counter' }, { channel: 'online', fees: [{ kind: 'free' }] }],
    });
    const filings = effectiveFilings(procedure);
    expect(filings.map(({ timeLimit }) => timeLimit?.value)).to.eql([3, 3]);
    expect(filings.map(({ fees }) => fees?.[0]?.kind)).to.eql(['known', 'free']);
    expect(filingsDiffer(filings, 'timeLimit')).to.equal(false);
    expect(filingsDiffer(filings, 'fees')).to.equal(true);
  });

  it('differ where only one of them tells', () => {
    const procedure = aProcedure({
      filing: [{ channel: 'counter', timeLimit: { unit: 'same-day' } }, { channel: 'post' }],
    });
    expect(filingsDiffer(effectiveFilings(procedure), 'timeLimit')).to.equal(true);
    expect(filingsDiffer([], 'fees')).to.equal(false);
  });
});
