import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { HELP } from '../../scripts/configurator/help.mjs';
import { filesBelow, readJson, readText, root } from '../../scripts/files.mjs';
import { editorData } from '../../scripts/metadata/editors.mjs';
import { llmsText } from '../../scripts/metadata/llms.mjs';
import { elementsOf, publishedManifest } from '../../scripts/metadata/manifest.mjs';
import { wordFaults } from '../../scripts/metadata/vietnamese.mjs';

/* What editors, frameworks and assistants read of the elements, as it lies in the built package. */

const run = (...words) => spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' });

const manifest = readJson('dist/custom-elements.json');
const elements = elementsOf(manifest);
const packageJson = readJson('package.json');
const names = (items = []) => items.map(({ name }) => name).sort();

test('what is built says what the sources say now', () => {
  const { status, stderr } = run(
    'node_modules/@custom-elements-manifest/analyzer/cem.js',
    'analyze',
    '--quiet',
    '--config',
    'custom-elements-manifest.config.mjs',
  );
  assert.equal(status, 0, stderr);
  const fresh = publishedManifest();
  assert.deepEqual(manifest, JSON.parse(JSON.stringify(fresh)));
  for (const [name, data] of Object.entries(editorData(fresh)))
    assert.deepEqual(readJson(`dist/${name}`), data);
  assert.equal(readText('dist/llms.txt'), llmsText(elementsOf(fresh)));
});

test('the manifest leads to files of the package, and to every element', async () => {
  const folders = filesBelow('components', '.element.ts').map((file) => `dvc-${file.split('/')[1]}`);
  assert.deepEqual(elements.map(({ tagName }) => tagName).sort(), folders.sort());
  for (const { path, exports } of manifest.modules) {
    const module = await import(pathToFileURL(join(root, path)).href);
    for (const { declaration } of exports) assert.equal(typeof module[declaration.name], 'function', path);
  }
  const defined = manifest.modules.flatMap(({ exports }) =>
    exports.filter(({ kind }) => kind === 'custom-element-definition').map(({ name }) => name),
  );
  assert.deepEqual(defined.sort(), folders.sort());
});

test('the manifest writes out what an attribute may hold, and what an event carries', () => {
  const of = (tag) => elements.find(({ tagName }) => tagName === tag);
  const typeOf = (tag, attribute) => of(tag).attributes.find(({ name }) => name === attribute).type.text;
  assert.equal(typeOf('dvc-form-steps', 'destination'), "'hand-off' | 'gateway' | 'practice' | undefined");
  assert.equal(typeOf('dvc-portal', 'catalog'), 'string | undefined');
  assert.equal(typeOf('dvc-procedure-lookup', 'sync-address'), 'boolean');
  assert.equal(typeOf('dvc-level-guide', 'heading-level'), 'number');
  const opened = of('dvc-procedure-lookup').events.find(({ name }) => name === 'dvc-procedure-open');
  assert.match(opened.description, /`code` \(`string`\): Code as published\./u);
});

test('VS Code is told every tag, attribute, custom property and part, each with words', () => {
  const html = readJson('dist/vscode.html-custom-data.json');
  assert.deepEqual(
    html.tags.map(({ name, attributes }) => [name, names(attributes)]),
    elements.map(({ tagName, attributes }) => [tagName, names(attributes)]),
  );
  const css = readJson('dist/vscode.css-custom-data.json');
  const once = (kind) => [...new Set(elements.flatMap((element) => names(element[kind])))].sort();
  assert.deepEqual(names(css.properties), once('cssProperties'));
  assert.deepEqual(
    names(css.pseudoElements),
    once('cssParts').map((part) => `::part(${part})`),
  );
  for (const { name, description } of [
    ...html.tags.flatMap((tag) => [tag, ...tag.attributes]),
    ...css.properties,
    ...css.pseudoElements,
  ])
    assert.ok(description, name);
  const theme = html.tags
    .find(({ name }) => name === 'dvc-portal')
    .attributes.find(({ name }) => name === 'theme');
  assert.deepEqual(names(theme.values), ['auto', 'dark', 'high-contrast']);
});

test('editors tell it in Vietnamese first, as the configurator does, then in English', () => {
  const inVietnamese = /[À-ỹ]/u;
  const html = readJson('dist/vscode.html-custom-data.json');
  const css = readJson('dist/vscode.css-custom-data.json');
  const { contributions } = readJson('dist/web-types.json');
  const tags = [...html.tags, ...contributions.html.elements];
  const told = [
    ...tags,
    ...tags.flatMap(({ attributes }) => attributes),
    ...html.tags.flatMap(({ attributes }) => attributes.flatMap(({ values = [] }) => values)),
    ...contributions.html.elements.flatMap(({ slots, js }) => [...slots, ...js.events]),
    ...css.properties,
    ...css.pseudoElements,
    ...contributions.css.properties,
    ...contributions.css['pseudo-elements'],
  ];
  assert.ok(told.length > 300, `saw only ${told.length}`);
  for (const { name, description } of told) assert.match(description ?? '', inVietnamese, name);
  const lookup = html.tags.find(({ name }) => name === 'dvc-procedure-lookup');
  assert.match(lookup.description, /^\*\*Ô tìm thủ tục\.\*\* Bà con gõ .+\n\nOne box in which/u);
  const catalog = lookup.attributes.find(({ name }) => name === 'catalog');
  assert.ok(catalog.description.startsWith(`${HELP.catalog}\n\nAddress of the catalogue file`));
  // An assistant and a program read English.
  const [own] = elements.filter(({ tagName }) => tagName === 'dvc-procedure-lookup');
  assert.doesNotMatch(own.attributes.map(({ description }) => description).join(), inVietnamese);
});

test('what has no words in Vietnamese is a fault, and so are words of what is gone', () => {
  assert.deepEqual(wordFaults(elements), []);
  const changed = elements.map((element) =>
    element.tagName === 'dvc-level-badge'
      ? { ...element, cssParts: [{ name: 'ribbon' }], slots: [{ name: 'aside' }] }
      : element,
  );
  const faults = wordFaults(changed).join('\n');
  assert.match(faults, /<dvc-level-badge>: ribbon of its cssParts/u);
  assert.match(faults, /<dvc-level-badge>: aside of its slots/u);
  assert.match(faults, /explanation of cssParts is explained and is not there/u);
});

test('JetBrains is told every element with its attributes, properties, events and slots', () => {
  const { name, version, contributions } = readJson(packageJson['web-types']);
  assert.deepEqual([name, version], [packageJson.name, packageJson.version]);
  const fieldsOf = ({ members }) =>
    members.filter(({ kind, static: isStatic }) => kind === 'field' && !isStatic);
  assert.deepEqual(
    contributions.html.elements.map((element) => [
      element.name,
      element.source.symbol,
      names(element.attributes),
      names(element.js.properties),
      names(element.js.events),
      names(element.slots),
    ]),
    elements.map((element) => [
      element.tagName,
      element.name,
      names(element.attributes),
      names(fieldsOf(element)),
      names(element.events),
      names(element.slots),
    ]),
  );
  for (const { source } of contributions.html.elements) assert.ok(import.meta.resolve(source.module));
  assert.ok(names(contributions.css.properties).includes('--dvc-accent'));
});

test('llms.txt tells every entry of the package, every element and all that it documents', () => {
  const text = readText('dist/llms.txt');
  for (const path of Object.keys(packageJson.exports).filter((entry) => entry !== './package.json')) {
    const [before, after] = `\`dvc-widgets${path.slice(1)}`.split('*');
    assert.ok(text.includes(before), path);
    if (after) assert.ok(text.split(before)[1].split('`')[0].endsWith(after), path);
  }
  for (const element of elements) {
    const [, own] = text.split(`\n## <${element.tagName}>\n`);
    const about = own.split('\n## ')[0];
    for (const name of [
      `<${element.tagName}`,
      ...names(element.attributes),
      ...names(element.members),
      ...names(element.events),
      ...names(element.cssParts),
      ...names(element.cssProperties),
    ])
      assert.ok(about.includes(name), `${element.tagName} ${name}`);
  }
});

test('package.json leads to what is generated', () => {
  for (const path of [packageJson.customElements, packageJson['web-types']])
    assert.ok(existsSync(join(root, path)), path);
  for (const entry of ['vscode.html-custom-data.json', 'vscode.css-custom-data.json', 'web-types.json'])
    assert.ok(existsSync(new URL(import.meta.resolve(`dvc-widgets/${entry}`))), entry);
});

/* Each page holds what must pass, and what must not: an expected error that does not come is an error. */
for (const [framework, checker] of Object.entries({
  react: 'typescript/bin/tsc',
  preact: 'typescript/bin/tsc',
  solid: 'typescript/bin/tsc',
  vue: 'vue-tsc/bin/vue-tsc.js',
}))
  test(`in ${framework} right values and listeners pass, wrong ones do not`, () => {
    const { status, stdout } = run(`node_modules/${checker}`, '-p', `test/frameworks/${framework}`);
    assert.equal(status, 0, stdout);
  });

test('in svelte right values and listeners pass, wrong ones do not', () => {
  const { stdout } = run(
    'node_modules/svelte-check/bin/svelte-check',
    '--workspace',
    'test/frameworks/svelte',
    '--tsconfig',
    'tsconfig.json',
    '--output',
    'machine-verbose',
  );
  const found = [...stdout.matchAll(/^\d+ (\{.+\})$/gmu)].map(([, line]) => JSON.parse(line));
  const wrong = readText('test/frameworks/svelte/Wrong.svelte')
    .split('\n')
    .flatMap((line, number) => (line.startsWith('<dvc-') ? [`Wrong.svelte:${number}`] : []));
  assert.deepEqual(
    found.map(({ filename, start }) => `${filename}:${start.line}`),
    wrong,
    stdout,
  );
});
