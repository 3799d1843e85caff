import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  ACCENT_GROUNDS,
  accentOf,
  LEAST,
  readableAccent,
  type AccentGround,
} from '../../src/themes/accent.js';
import { contrast } from '../../src/themes/contrast.js';
import { PAIRS, type Token } from '../../src/themes/themes.js';

const colours = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
const grounds = fc.constantFrom(...(Object.keys(ACCENT_GROUNDS) as AccentGround[]));

describe('an accent of the page', () => {
  it('has the contrast of the worst of its pairs', () => {
    const { theme, ratio } = accentOf('#7a1f1f', 'default');
    const pairs = [
      contrast('#7a1f1f', ACCENT_GROUNDS.default['surface-raised']),
      contrast('#7a1f1f', theme['accent-soft'] ?? ''),
      contrast('#ffffff', '#7a1f1f'),
    ];
    expect(ratio).to.equal(Math.min(...pairs));
    expect(ratio).to.be.greaterThan(LEAST.aaa);
    expect(accentOf('#ffe900', 'default').ratio).to.be.lessThan(2);
  });

  it('made readable, keeps every pair of text, and stays as it is where it was readable', () => {
    fc.assert(
      fc.property(colours, grounds, (colour, ground) => {
        const readable = readableAccent(colour, ground, LEAST.aaa);
        const { theme, ratio } = accentOf(readable, ground);
        expect(ratio).to.be.at.least(LEAST.aaa);
        const all: Partial<Record<Token, string>> = { ...ACCENT_GROUNDS[ground], ...theme };
        for (const [front, behind, least] of PAIRS)
          if (front in theme || behind in theme)
            expect(contrast(all[front] ?? '', all[behind] ?? ''), `${front} on ${behind}`).to.be.at.least(
              least,
            );
        if (accentOf(colour, ground).ratio >= LEAST.aaa) expect(readable).to.equal(colour);
      }),
    );
  });
});
