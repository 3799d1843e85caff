import { expect } from '@open-wc/testing';
import { OfficeLimits } from '../../src/ui/told-limits.js';

describe('what a receiving system says of the papers that it takes', () => {
  it('is not known where there is no way to ask', async () => {
    const told = new Promise<string>((resolve) => {
      const limits: OfficeLimits = new OfficeLimits(
        () => Promise.reject(new TypeError('no code')),
        () => resolve(limits.told.source.of),
      );
      expect(limits.told.source.of).to.equal('office-asked');
    });
    expect(await told).to.equal('office-silent');
  });
});
