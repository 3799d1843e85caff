import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { narrowed, OWN_LIMITS } from '../../src/forms/file-limits.js';

describe('how long and how many papers may be', () => {
  for (const [told, bytes, files] of [
    [{}, OWN_LIMITS.bytes, OWN_LIMITS.files],
    [{ bytes: 3_000_000 }, 3_000_000, OWN_LIMITS.files],
    [{ bytes: 3_000_000, files: 4 }, 3_000_000, 4],
    [{ bytes: 10 ** 12, files: 10 ** 6 }, OWN_LIMITS.bytes, OWN_LIMITS.files],
    // What takes nothing at all says nothing.
    [{ bytes: 0, files: 0 }, OWN_LIMITS.bytes, OWN_LIMITS.files],
    [{ bytes: -1, files: Infinity }, OWN_LIMITS.bytes, OWN_LIMITS.files],
    [{ bytes: NaN, files: 2.9 }, OWN_LIMITS.bytes, 2],
  ] as const)
    it(`is the narrower of ours and what is told: ${JSON.stringify(told)}`, () => {
      expect(narrowed(told)).to.deep.equal({ bytes, files });
    });

  it('is never wider than ours, and never nothing', () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), (bytes, files) => {
        const limits = narrowed({ bytes, files });
        return (
          limits.bytes >= 1 &&
          limits.bytes <= OWN_LIMITS.bytes &&
          limits.files >= 1 &&
          limits.files <= OWN_LIMITS.files
        );
      }),
    );
  });
});
