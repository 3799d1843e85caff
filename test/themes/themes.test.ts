import { expect } from '@open-wc/testing';
import { darkTheme, highContrastTheme } from '../../src/themes/chosen-themes.js';
import { contrast } from '../../src/themes/contrast.js';
import { defaultTheme } from '../../src/themes/default-theme.js';
import { forcedTheme, PAIRS, type Token } from '../../src/themes/themes.js';
import { themeSheets } from '../../src/themes/theme-sheet.js';
import { TOKEN_ROLES } from '../../src/themes/token-roles.js';

const palettes = {
  default: defaultTheme,
  dark: { ...defaultTheme, ...darkTheme },
  'high-contrast': { ...defaultTheme, ...highContrastTheme },
};
const isColour = (value: string) => /^#[\da-f]{6}$/u.test(value);

describe('themes', () => {
  it('measures contrast as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).to.equal(21);
    expect(contrast('#767676', '#ffffff')).to.be.closeTo(4.54, 0.01);
  });

  for (const [name, palette] of Object.entries(palettes)) {
    for (const [front, ground, least] of PAIRS) {
      it(`${name}: ${front} on ${ground} has ${String(least)}:1`, () => {
        expect(contrast(palette[front], palette[ground])).to.be.at.least(least);
      });
    }
  }

  it('checks every colour in some pair, quiet lines aside, which only divide', () => {
    const checked = new Set(PAIRS.flatMap(([front, ground]) => [front, ground]));
    const colours = (Object.keys(defaultTheme) as Token[]).filter((token) => isColour(defaultTheme[token]));
    expect(colours.filter((token) => !checked.has(token))).to.deep.equal(['line-quiet']);
  });

  it('gives every colour a value of its own in each theme', () => {
    const colours = Object.entries(defaultTheme).filter(([, value]) => isColour(value));
    for (const theme of [darkTheme, highContrastTheme, forcedTheme]) {
      expect(colours.filter(([token]) => !(token in theme))).to.deep.equal([]);
    }
  });

  it('tells what every property is for', () => {
    expect(Object.keys(TOKEN_ROLES)).to.have.members(Object.keys(defaultTheme));
  });

  it('writes style sheets that a browser reads in full', () => {
    for (const text of Object.values(themeSheets)) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      expect(sheet.cssRules.length).to.be.greaterThan(0);
    }
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(themeSheets['default.css'] ?? '');
    const { style } = sheet.cssRules[0] as CSSStyleRule;
    for (const [token, value] of Object.entries(defaultTheme)) {
      expect(style.getPropertyValue(`--dvc-${token}`).trim()).to.equal(value);
    }
  });
});
