import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import { filesBelow, readJson, root } from '../../scripts/files.mjs';
import { elementsOf } from '../../scripts/metadata/manifest.mjs';
import { elementsInPhp, rulesOf } from '../../scripts/wordpress/elements.mjs';

/* The plugin as it is built; `npm run test:wordpress` tries it on a real WordPress. */

const zip = unzipSync(readFileSync(join(root, 'dist/dvc-widgets-wordpress.zip')));
const text = (name) => Buffer.from(zip[`dvc-widgets/${name}`]).toString();
const elements = elementsOf(readJson('dist/custom-elements.json'));

test('the plugin has its own copy of what pages load, the licence, and the version of the package', () => {
  for (const file of filesBelow('dist/cdn'))
    assert.deepEqual(
      Buffer.from(zip[file.replace('dist/cdn', 'dvc-widgets/dvc')]),
      readFileSync(join(root, file)),
      file,
    );
  assert.match(text('LICENSE.txt'), /MIT License/u);
  const [, version] = /^ \* Version: +(\S+)$/mu.exec(text('dvc-widgets.php'));
  assert.equal(version, readJson('package.json').version);
  assert.equal(Object.keys(zip).filter((name) => !name.startsWith('dvc-widgets/')).length, 0);
});

test('authors may write every attribute of every element, and no other', () => {
  const rules = rulesOf(elements);
  assert.equal(text('includes/elements.php'), elementsInPhp(rules));
  for (const { tagName, attributes } of elements)
    assert.deepEqual(
      Object.keys(rules[tagName.slice(4)].attributes).sort(),
      attributes.map(({ name }) => name).sort(),
    );
  // Editors choose by these words.
  for (const [element, { label }] of Object.entries(rules)) assert.notEqual(label, `dvc-${element}`);
  const all = Object.values(rules).flatMap(({ attributes }) => Object.keys(attributes));
  assert.deepEqual(
    all.filter((name) => /^on|^style$|^src/u.test(name)),
    [],
  );
});

test('what leads somewhere is watched as an address, and a word of PHP stays a word', () => {
  const { 'form-steps': form, portal, 'procedure-lookup': lookup } = rulesOf(elements);
  for (const name of ['catalog', 'forms', 'gateway', 'portal-url', 'track-url'])
    assert.equal(form.attributes[name].type, 'address', name);
  assert.equal(portal.attributes.levels.type, 'addresses');
  assert.deepEqual(portal.attributes.theme, {
    label: 'Giao diện',
    type: 'choice',
    values: ['dark', 'high-contrast', 'auto'],
  });
  assert.equal(lookup.attributes['sync-address'].type, 'flag');
  const strange = { tagName: 'dvc-portal', attributes: [{ name: 'new-url', type: { text: 'string' } }] };
  assert.throws(() => rulesOf([strange]), /new-url looks like an address/u);
  assert.match(elementsInPhp({ a: "it's \\" }), /'it\\'s \\\\'/u);
});
