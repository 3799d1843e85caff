import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readJson } from '../../scripts/files.mjs';
import { importSource } from '../../scripts/import-source.mjs';
import { elementsOf } from '../../scripts/metadata/manifest.mjs';

/* What the doctor holds pages to is what the elements say of themselves. */

const elements = elementsOf(readJson('dist/custom-elements.json'));
const { CHOICES, ELEMENTS } = await importSource('src/doctor/element-checks.ts');
const { TAGS } = await importSource('src/ui/tell-unknown.ts');

test('the doctor and the one script know every element', () => {
  const tags = elements.map(({ tagName }) => tagName).toSorted();
  assert.deepEqual(ELEMENTS.map((name) => `dvc-${name}`).toSorted(), tags);
  assert.deepEqual(TAGS.toSorted(), tags);
});

test('the doctor knows every attribute that is a choice, and what each may be', () => {
  const told = elements.flatMap(({ attributes = [] }) =>
    attributes.flatMap(({ name, type }) => {
      const choices = [...(type?.text ?? '').matchAll(/'([^']+)'/gu)].map(([, choice]) => choice);
      return choices.length > 1 ? [[name, choices.toSorted()]] : [];
    }),
  );
  assert.deepEqual(
    Object.fromEntries(told),
    Object.fromEntries(Object.entries(CHOICES).map(([name, choices]) => [name, choices.toSorted()])),
  );
});
