import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ESLint } from 'eslint';
import { root } from '../../scripts/files.mjs';

const eslint = new ESLint({ cwd: root });
const ELEMENT = 'components/level-badge/level-badge.element.ts';
const DOMAIN = 'src/levels/level-scheme.ts';

/** What the project's own configuration says of a text that stands in a file. */
async function faultsOf(text, filePath) {
  const [{ messages }] = await eslint.lintText(text, { filePath });
  return messages.map(({ ruleId, message }) => `${ruleId}: ${message}`).join('\n');
}

const HTML = "import { html } from 'lit';\nexport const shown = (value: string) => html`";
const SVG = "import { svg } from 'lit';\nexport const drawn = svg`";
const refused = {
  'words in a template': [`${HTML}<p>Mức độ \${value}</p>\``, /no-hard-coded-text.*Mức độ/u],
  'words after an attribute that holds >': [
    `${HTML}<p class="a > b">word</p>\``,
    /no-hard-coded-text.*word/u,
  ],
  'words in a label that is heard': [
    `${HTML}<button aria-label="Tìm">\${value}</button>\``,
    /no-hard-coded-text.*“Tìm”/u,
  ],
  'words in a title, in single quotes': [
    `${HTML}<p title='Mức'>\${value}</p>\``,
    /no-hard-coded-text.*“Mức”/u,
  ],
  'words in a placeholder, without quotes': [
    `${HTML}<input aria-labelledby="a" placeholder=Tìm>\``,
    /no-hard-coded-text.*“Tìm”/u,
  ],
  'words instead of a picture': [
    `${HTML}<img src=\${value} alt="Con dấu">\``,
    /no-hard-coded-text.*Con dấu/u,
  ],
  'words around a value in an attribute': [
    `${HTML}<p title="\${value} hồ sơ">1</p>\``,
    /no-hard-coded-text.*“hồ sơ”/u,
  ],
  'words in a picture': [`${SVG}<title>Con dấu</title>\`;`, /no-hard-coded-text.*Con dấu/u],
  'a style attribute in a picture': [`${SVG}<path style="fill:red" />\`;`, /style attributes/u],
  'a style attribute': [`${HTML}<p style="color:red">\${value}</p>\``, /style attributes/u],
  'a style attribute by name': ["document.body.setAttribute('style', 'color:red');", /style attributes/u],
  styleMap: ["export { styleMap } from 'lit/directives/style-map.js';", /no-restricted-imports/u],
  unsafeHTML: ["export { unsafeHTML } from 'lit/directives/unsafe-html.js';", /no-restricted-imports/u],
  unsafeSVG: ["export { unsafeSVG } from 'lit/directives/unsafe-svg.js';", /no-restricted-imports/u],
  unsafeStatic: ["export { unsafeStatic } from 'lit/static-html.js';", /no-restricted-imports/u],
  innerHTML: ["document.body.innerHTML = '';", /Markup from a string/u],
  outerHTML: ["document.body.outerHTML = '';", /Markup from a string/u],
  unsafeMathML: ["export { unsafeMathML } from 'lit/directives/unsafe-mathml.js';", /no-restricted-imports/u],
  'innerHTML in a template': [`${HTML}<p .innerHTML=\${value}></p>\``, /Markup from a string/u],
  'innerHTML among members': [
    "export const given = Object.assign(document.body, { innerHTML: '' });",
    /Markup from a string/u,
  ],
  'a document in an attribute': [
    `${HTML}<iframe title=\${value} srcdoc=\${value}></iframe>\``,
    /Markup from a string/u,
  ],
  insertAdjacentHTML: ["document.body.insertAdjacentHTML('beforeend', '');", /Markup from a string/u],
  'document.write': ["document.write('');", /Markup from a string/u],
  localStorage: ["localStorage.setItem('a', 'b');", /localStorage/u],
  eval: ["eval('1');", /no-eval/u],
  'new Function': ["export const run = new Function('return 1');", /implied-eval/u],
  any: ['export const value: any = 1;', /no-explicit-any/u],
  enum: ['export enum Level { One }', /as const/u],
  rem: ["import { css } from 'lit';\nexport const sheet = css`p { margin: 1.5rem; }`;", /use em/u],
  console: ["console.log('a');", /no-console/u],
};
for (const [what, [text, message]] of Object.entries(refused)) {
  test(`in an element the linter refuses ${what}`, async () => {
    assert.match(await faultsOf(`${text}\n`, ELEMENT), message);
  });
}

const domain = {
  'the global fetch': ["export const load = () => fetch('/a');", /no-restricted-globals/u],
  'the time of day': ['export const now = () => Date.now();', /no-restricted-properties/u],
  today: ['export const today = () => new Date();', /Take a Clock/u],
};
for (const [what, [text, message]] of Object.entries(domain)) {
  test(`in the domain the linter refuses ${what}`, async () => {
    assert.match(await faultsOf(`${text}\n`, DOMAIN), message);
  });
}

test('a test that is left out is refused', async () => {
  assert.match(
    await faultsOf("it.skip('a', () => {});\n", 'test/components/level-badge.test.ts'),
    /Every test/u,
  );
  assert.match(
    await faultsOf("import { test } from 'node:test';\ntest.only('a', () => {});\n", 'test/node/a.test.mjs'),
    /Every test/u,
  );
});

const calm = {
  markup: `${HTML}<!-- words --><p class="a" title=\${value}>\${value}: – &nbsp;(1)</p>\`;`,
  'an attribute that nobody reads': `${HTML}<p id="title" class='alt' data-title="a" lang=vi>\${value}</p>\`;`,
  'a value with marks in an attribute': `${HTML}<img src=\${value} alt="" title="\${value} – 1" />\`;`,
  'a picture': `${SVG}<path d="M1 2h3" stroke-width="2" />\`;`,
};
for (const [what, text] of Object.entries(calm)) {
  test(`without words of its own ${what} passes`, async () => {
    assert.equal(await faultsOf(`${text}\n`, ELEMENT), '');
  });
}
