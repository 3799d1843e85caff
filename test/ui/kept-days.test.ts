import { expect } from '@open-wc/testing';
import { keptDays } from '../../src/ui/kept-days.js';

const SAFARI = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const OTHERS = 'AppleWebKit/537.36 (KHTML, like Gecko)';

describe('for how many days a draft is promised', () => {
  for (const [browser, days, agent] of [
    [
      'Safari on a Mac',
      7,
      `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${SAFARI} Version/18.3 Safari/605.1.15`,
    ],
    [
      'Safari on an iPhone',
      7,
      `Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) ${SAFARI} Version/18.3 Mobile/15E148 Safari/604.1`,
    ],
    [
      'Chrome on an iPhone, which is WebKit too',
      7,
      `Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) ${SAFARI} CriOS/133.0.6943.84 Mobile/15E148 Safari/604.1`,
    ],
    [
      'Zalo on an iPhone',
      7,
      `Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) ${SAFARI} Mobile/15E148 Zalo iOS/24`,
    ],
    [
      'Safari on an iPad that calls itself a Mac',
      7,
      `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) ${SAFARI} Version/17.0 Safari/605.1.15`,
    ],
    [
      'Chrome on Android',
      30,
      `Mozilla/5.0 (Linux; Android 10; K) ${OTHERS} Chrome/133.0.0.0 Mobile Safari/537.36`,
    ],
    [
      'Samsung’s',
      30,
      `Mozilla/5.0 (Linux; Android 13; SM-A136B) ${OTHERS} SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36`,
    ],
    [
      'Cốc Cốc',
      30,
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${OTHERS} coc_coc_browser/120.0 Chrome/114.0.0.0 Safari/537.36`,
    ],
    [
      'Edge',
      30,
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${OTHERS} Chrome/133.0.0.0 Safari/537.36 Edg/133.0.0.0`,
    ],
    ['Firefox', 30, 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:135.0) Gecko/20100101 Firefox/135.0'],
    ['one that does not say', 30, ''],
  ] as const)
    it(`is ${String(days)} by ${browser}`, () => {
      expect(keptDays(agent)).to.equal(days);
    });
});
