import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiChanges, newestRelease, untoldChanges } from '../../scripts/api/api-changes.mjs';
import { publicApi } from '../../scripts/api/public-api.mjs';
import { readJson, readText } from '../../scripts/files.mjs';

/* Whoever embeds the elements learns of every change from the changelog. */

const BEFORE = {
  elements: { 'dvc-badge': 'Badge' },
  '<dvc-badge> attributes': { kind: "'half' | 'full' | undefined", level: 'string' },
  '<dvc-badge> events': { 'dvc-opened': 'OpenedEvent; code: string' },
  '<dvc-badge> parts': { base: '' },
  entries: { './catalog.js': '' },
  'catalog.js': {
    CODES: 'CODES: readonly [ "broken", "absent" ]',
    Found: 'interface',
    find: 'function find(text: string): Found;',
    KINDS: 'const',
  },
  'catalog.js: Found': { code: 'readonly code: string;' },
  'catalog.js: KINDS': { paper: 'readonly paper: 1;' },
  'catalog.schema.json': { 'fee.kind': '"known" | "free"', 'fee.amount': 'number?' },
  tokens: { '--dvc-accent': 'color' },
  'script tag': { 'data-catalog': '' },
};
const copy = () => JSON.parse(JSON.stringify(BEFORE));
const RELEASED =
  '\n## 1.0.0\n\n- `<dvc-badge>` with `tone`, `code`.\n\n### Breaking\n\n- `dvc-badge` has no `level`.\n';
const notes = (...lines) => `# Changelog\n\n## Unreleased\n\n${lines.join('\n')}\n${RELEASED}`;
const after = (change) => {
  const now = copy();
  change(now);
  return now;
};
const untold = (now, changelog) => untoldChanges(apiChanges(BEFORE, now), changelog, '1.0.0');

test('what did not change need not be named', () => {
  assert.deepEqual(untold(copy(), notes()), []);
});

/** Each: what is changed, an entry that tells it, and one that does not. */
const added = {
  'an attribute': [
    (api) => (api['<dvc-badge> attributes'].tone = 'string'),
    '- `<dvc-badge tone="soft">` is quieter.',
    '- `dvc-badge` has another attribute, tone. `tone-of-voice` is not it.',
  ],
  'an attribute that another element has': [
    (api) => (api['<dvc-badge> attributes'].code = 'string'),
    '- `code` of `dvc-badge`.',
    '- `code` of `dvc-portal`.\n- `dvc-badge` is prettier.',
  ],
  'a value of an attribute': [
    (api) => (api['<dvc-badge> attributes'].kind = "'half' | 'full' | 'short' | undefined"),
    '- `kind="short"` of `dvc-badge`.',
    '- `dvc-badge` may be short.',
  ],
  'an event': [
    (api) => (api['<dvc-badge> events']['dvc-closed'] = 'ClosedEvent'),
    '- `dvc-badge` fires `dvc-closed`.',
    '- `dvc-badge` fires `dvc-closed-again`.',
  ],
  'an element, which stands for all that it has': [
    (api) => {
      api.elements['dvc-poster'] = 'Poster';
      api['<dvc-poster> attributes'] = { code: 'string' };
    },
    '- `dvc-poster` prints.',
    '- `dvc-poster-a4` prints.',
  ],
  'an entry': [
    (api) => {
      api.entries['./posters.js'] = '';
      api['posters.js'] = { poster: 'function poster(): string;' };
    },
    '- `posters.js` for programs.',
    '- Posters for programs.',
  ],
  'a function': [
    (api) => (api['catalog.js'].sort = 'function sort(): void;'),
    '- `sort()` of `catalog.js`.',
    '- `sorted()` of `catalog.js`.',
  ],
  'a member that may be left out': [
    (api) => (api['catalog.js: Found'].note = 'readonly note?: string;'),
    '- `Found` may have a `note`.',
    '- Something found may have a `note`.',
  ],
  'a code in a list': [
    (api) => (api['catalog.js'].CODES = 'CODES: readonly [ "broken", "late", "absent" ]'),
    '- `CODES`: `late`.',
    '- `late`.',
  ],
  'a line in a table': [
    (api) => (api['catalog.js: KINDS'].remark = 'readonly remark: 2;'),
    '- `KINDS.remark`.',
    '- `KINDS` are more.',
  ],
  'a member of a file': [
    (api) => (api['catalog.schema.json']['fee.note'] = 'string?'),
    '- A fee may have a `note`.',
    '- A fee may have a note.',
  ],
  'a token': [(api) => (api.tokens['--dvc-line'] = 'color'), '- `--dvc-line`.', '- `--dvc-line-quiet`.'],
  'an option of the script tag': [
    (api) => (api['script tag']['data-forms'] = ''),
    '- `data-forms="/forms.json"`.',
    '- `forms`.',
  ],
};
for (const [what, [change, telling, silent]] of Object.entries(added))
  test(`what is new is named: ${what}`, () => {
    assert.equal(untold(after(change), notes()).length, 1);
    assert.equal(untold(after(change), notes(silent)).length, 1);
    assert.deepEqual(untold(after(change), notes(telling)), []);
    // What a release before told is no news.
    assert.equal(untold(after(change), notes() + telling).length, 1);
  });

const breaking = {
  'an attribute is gone': [(api) => delete api['<dvc-badge> attributes'].level, '`dvc-badge`, `level`'],
  'a value of an attribute is gone': [
    (api) => (api['<dvc-badge> attributes'].kind = "'full' | undefined"),
    '`dvc-badge`, `kind`',
  ],
  'an event carries something else': [
    (api) => (api['<dvc-badge> events']['dvc-opened'] = 'OpenedEvent; name: string'),
    '`dvc-badge`, `dvc-opened`',
  ],
  'a part is gone': [(api) => delete api['<dvc-badge> parts'].base, '`dvc-badge::part(base)`'],
  'an element is gone': [
    (api) => {
      delete api.elements['dvc-badge'];
      for (const kind of ['attributes', 'events', 'parts']) delete api[`<dvc-badge> ${kind}`];
    },
    '`dvc-badge`',
  ],
  'a function gives something else': [
    (api) => (api['catalog.js'].find = 'function find(text: string): Found | undefined;'),
    '`find`',
  ],
  'a type is gone, with its members': [
    (api) => {
      delete api['catalog.js'].Found;
      delete api['catalog.js: Found'];
    },
    '`Found`',
  ],
  'a member must be there now': [
    (api) => (api['catalog.js: Found'].name = 'readonly name: string;'),
    '`Found`, `name`',
  ],
  'a member of a file must be there now': [
    (api) => (api['catalog.schema.json']['fee.amount'] = 'number'),
    '`amount`',
  ],
  'a token is gone': [(api) => delete api.tokens['--dvc-accent'], '`--dvc-accent`'],
  'an option is gone': [(api) => delete api['script tag']['data-catalog'], '`data-catalog`'],
};
for (const [what, [change, names]] of Object.entries(breaking))
  test(`what may break a page stands below its own heading: ${what}`, () => {
    const line = `- For you: ${names}.`;
    assert.equal(untold(after(change), notes()).length, 1);
    assert.match(untold(after(change), notes(line))[0], /“### Breaking”/u);
    assert.deepEqual(untold(after(change), notes('### Breaking', '', line)), []);
    assert.deepEqual(untold(after(change), notes('### Thay đổi phá vỡ', '', line)), []);
    assert.equal(untold(after(change), notes('### Breaking', '', '### Fixed', '', line)).length, 1);
  });

test('a union in another order is the same, and so is what another entry tells again', () => {
  const same = after((api) => (api['<dvc-badge> attributes'].kind = "'full' | 'half' | undefined"));
  assert.deepEqual(apiChanges(BEFORE, same), []);
});

test('the newest release is the first one below what is unreleased', () => {
  assert.equal(newestRelease(notes()), '1.0.0');
  assert.equal(newestRelease('# Changelog\n\n## Unreleased\n\n- `a`.\n'), null);
  assert.equal(newestRelease('# Changelog\n\n## 2.1.0 (2027-01-02)\n\n## 2.0.0\n'), '2.1.0');
});

test('everything public of the built package is compared', async () => {
  const api = await publicApi();
  for (const [group, name, text] of [
    ['elements', 'dvc-form-steps', /^FormSteps$/u],
    ['<dvc-form-steps> attributes', 'destination', /'practice'/u],
    ['<dvc-portal> properties', 'catalog', /Catalog/u],
    ['<dvc-procedure-lookup> methods', 'reset', /^\(\)$/u],
    ['<dvc-procedure-lookup> events', 'dvc-procedure-open', /code: string/u],
    ['<dvc-procedure-lookup> slots', '(default)', /^$/u],
    ['<dvc-level-badge> parts', 'base', /^$/u],
    ['<dvc-level-badge> custom properties', '--dvc-accent', /^$/u],
    ['entries', './forms.js', /^$/u],
    ['dvc-widgets', 'configure', /PortalSettings/u],
    ['dvc-widgets: PortalSettings', 'catalog', /\?: string/u],
    ['catalog.js', 'parseCatalog', /unknown/u],
    ['dossiers.js: DOSSIER_ACTS', 'withdraw', /applicant/u],
    ['gateway.js: Network', 'fetch', /typeof fetch/u],
    ['catalog.schema.json', 'fee.kind', /"by-province"/u],
    ['tokens', '--dvc-radius', /^dimension$/u],
    ['script tag', 'data-detail-url', /^$/u],
  ])
    assert.match(api[group]?.[name] ?? 'not there', text, `${group}: ${name}`);
  // Nobody can write what is private, and what an element has by its base class is no promise.
  assert.ok(!('connectedCallback' in api['<dvc-portal> methods']));
});

test('a change of the built package that no release knew of is found by name', async () => {
  const { api: released } = readJson('docs/api.json');
  const api = await publicApi();
  delete released['<dvc-portal> attributes'].theme;
  released['forms.js'].parseForm = 'function parseForm(text: string): ParsedForm;';
  const changelog = readText('CHANGELOG.md').replace(/`parseForm`|theme/gu, '');
  const faults = untoldChanges(apiChanges(released, api), changelog, null).join('\n');
  assert.match(faults, /<dvc-portal> attributes: theme is added/u);
  assert.match(faults, /forms\.js: parseForm is changed/u);
});
