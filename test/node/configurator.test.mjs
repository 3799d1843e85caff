import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elementFacts, helpFaults } from '../../scripts/configurator/element-facts.mjs';
import { readJson } from '../../scripts/files.mjs';
import { elementsOf } from '../../scripts/metadata/manifest.mjs';

/* What the configurator says of the elements is whole, and what it says is there. */

const elements = elementsOf(readJson('dist/custom-elements.json'));
const withAttribute = (attribute) =>
  elements.map((one) =>
    one.tagName === 'dvc-level-badge' ? { ...one, attributes: [...one.attributes, attribute] } : one,
  );

test('every element and attribute of the manifest is explained in Vietnamese, and nothing else is', () => {
  assert.deepEqual(helpFaults(elements), []);
});

test('a new attribute, a new value and an attribute that is gone are faults until somebody explains them', () => {
  const added = withAttribute({ name: 'new-thing', type: { text: 'string' }, description: 'A thing.' });
  assert.match(helpFaults(added).join('\n'), /new-thing/u);
  const device = { name: 'device', type: { text: "'own' | 'shared' | 'lent'" }, description: 'Whose.' };
  assert.match(helpFaults(withAttribute(device)).join('\n'), /lent/u);
  const without = elements.filter(({ tagName }) => tagName !== 'dvc-status-tracker');
  assert.match(helpFaults(without).join('\n'), /stages is explained and is not there/u);
});

test('the built page knows every attribute that a webmaster may set, and never asks for the code of a dossier', () => {
  const { elements: known, version } = readJson('dist/cdn/tools/elements.json');
  assert.deepEqual(known, JSON.parse(JSON.stringify(elementFacts(elements))));
  assert.equal(version, readJson('package.json').version);
  assert.deepEqual(Object.keys(known).slice(0, 4), [
    'procedure-lookup',
    'procedure-detail',
    'form-steps',
    'status-tracker',
  ]);
  assert.equal('code' in known['status-tracker'].attributes, false);
  for (const { tagName, attributes } of elements.filter((one) => one.tagName !== 'dvc-portal'))
    for (const { name } of attributes)
      if (!['code', 'unread'].includes(name))
        assert.ok(known[tagName.slice(4)].attributes[name], `${tagName} ${name}`);
});

test('the hashes that a snippet tells are those of the files, themes and tools among them', () => {
  const { files } = readJson('dist/cdn/integrity.json');
  for (const name of [
    'dvc.min.js',
    'dvc.css',
    'themes/dark.css',
    'tools/configurator.js',
    'tools/elements.json',
  ])
    assert.match(files[name] ?? '', /^sha384-/u, name);
});
