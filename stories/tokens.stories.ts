import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { darkTheme, highContrastTheme } from '../src/themes/chosen-themes.js';
import { contrast } from '../src/themes/contrast.js';
import { defaultTheme } from '../src/themes/default-theme.js';
import { PAIRS, type Token } from '../src/themes/themes.js';
import { TOKEN_ROLES } from '../src/themes/token-roles.js';

/**
 * Every public property with its value and what it is for, and every pair of colours that meets, with its contrast. Made
 * from the design tokens, which are published as `dvc-widgets/tokens/*.tokens.json` in the W3C's format: a design program
 * that reads it can import them.
 */
export default { title: 'Design/Tokens' } satisfies Meta;

type Story = StoryObj;
type Palette = Readonly<Record<Token, string>>;

/** A strict policy takes no style attributes. */
const painted = (colours: { readonly color?: string; readonly background?: string }) =>
  ref((element) => {
    if (element instanceof HTMLElement) Object.assign(element.style, colours);
  });

const isColour = (value: string) => value.startsWith('#');

const renderTokens = (palette: Palette): TemplateResult => html`
  <h2>Values</h2>
  <div class="wide" tabindex="0" role="region" aria-label="Values">
    <table>
      <thead>
        <tr>
          <th scope="col">Property</th>
          <th scope="col">Value</th>
          <th scope="col">For</th>
        </tr>
      </thead>
      <tbody>
        ${Object.entries(palette).map(
          ([token, value]) =>
            html`<tr>
              <th scope="row"><code>--dvc-${token}</code></th>
              <td>
                ${isColour(value) ? html`<span class="swatch" ${painted({ background: value })}></span>` : ''}
                <code>${value}</code>
              </td>
              <td>${TOKEN_ROLES[token as Token]}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>
`;

const renderPairs = (palette: Palette): TemplateResult => html`
  <h2>Pairs</h2>
  <div class="wide" tabindex="0" role="region" aria-label="Pairs">
    <table>
      <thead>
        <tr>
          <th scope="col">In front</th>
          <th scope="col">Ground</th>
          <th scope="col">Seen</th>
          <th scope="col">Contrast</th>
          <th scope="col">At least</th>
        </tr>
      </thead>
      <tbody>
        ${PAIRS.map(
          ([front, ground, least]) =>
            html`<tr>
              <td><code>${front}</code></td>
              <td><code>${ground}</code></td>
              <td class="seen" ${painted({ color: palette[front], background: palette[ground] })}>
                ${least < 4.5 ? html`<span class="line" ${painted({ background: palette[front] })}></span>` : 'Ầ ữ 0123'}
              </td>
              <td>${contrast(palette[front], palette[ground]).toFixed(1)} : 1</td>
              <td>${least} : 1</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>
`;

/** Takes the page's sheet away again when the story is left. */
const sheetOf = (css: string) => () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
};

const LOOK = `
  .wide, h2 { font-family: system-ui, sans-serif }
  h2 { font-size: 1.125em }
  .wide { overflow-x: auto }
  table { border-collapse: collapse; font-size: 0.9em }
  th, td { padding: 0.4em 0.75em; text-align: start; border-bottom: 0.0625em solid var(--dvc-line-quiet, #d3dae3) }
  tbody th { font-weight: 400 }
  .swatch { display: inline-block; width: 2.5em; height: 1.25em; vertical-align: middle; border: 0.0625em solid var(--dvc-line, #6b7a8c); forced-color-adjust: none }
  .seen { forced-color-adjust: none }
  .line { display: block; height: 0.25em; min-width: 5em }`;

const page = (theme: string, palette: Palette): Story => ({
  globals: { theme },
  beforeEach: sheetOf(LOOK),
  render: () => html`${renderTokens(palette)} ${renderPairs(palette)}`,
});

export const Default = page('default', defaultTheme);
export const Dark = page('dark', { ...defaultTheme, ...darkTheme });
export const HighContrast = page('high-contrast', { ...defaultTheme, ...highContrastTheme });
