import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { filesBelow, readJson, readText, root } from '../../scripts/files.mjs';
import { importSource } from '../../scripts/import-source.mjs';

/*
 * The published JSON Schemas, by a validator that knows nothing of us, beside the check that runs in a page. An editor
 * that marks what a page takes, or is silent about what a page refuses, has told a publisher something untrue.
 */

// Ajv comes with the gateway, whose contract is proved with it.
const require = createRequire(join(root, 'examples/gateway/package.json'));
const { default: Ajv } = require('ajv/dist/2020.js');
const { default: addFormats } = require('ajv-formats');

const { parseCatalog } = await importSource('src/catalog/index.ts');
const { parseLevelList, parseLevelSchemes } = await importSource('src/levels/index.ts');
const { parseForm, parseFormIndex } = await importSource('src/forms/index.ts');
const { parseStages } = await importSource('src/dossiers/parse-stages.ts');
const { parseWorkCalendar } = await importSource('src/dossiers/work-calendar.ts');

const faultsOf = ({ ok, problem }) => (ok ? [] : [problem.code]);

/** A misspelt keyword in a schema would check nothing: strict, so that it throws here. */
const ajv = addFormats(
  new Ajv({ strict: true, strictTypes: false, strictRequired: false, strictTuples: false }),
);

const KINDS = {
  catalog: (json) => parseCatalog(json).problems.map(({ code }) => code),
  'level-list': (json) => parseLevelList(json).problems.map(({ code }) => code),
  'level-schemes': (json) => parseLevelSchemes(json).problems.map(({ code }) => code),
  form: (json) => parseForm(json).problems.map(({ code }) => code),
  'form-index': (json) => (parseFormIndex(json) ? [] : ['form-index-invalid']),
  stages: (json) => faultsOf(parseStages(json)),
  calendar: (json) => faultsOf(parseWorkCalendar(json)),
};
for (const kind of Object.keys(KINDS)) ajv.addSchema(readJson(`dist/schemas/${kind}.schema.json`), kind);

const bySchema = (kind, json) => {
  const validate = ajv.getSchema(kind);
  return validate(json)
    ? []
    : validate.errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
};
/** Whether schema and page take a file. */
const verdicts = (kind, json) => ({
  schema: bySchema(kind, json).length === 0,
  page: KINDS[kind](json).length === 0,
});

const examplesOf = (path) =>
  [...readText(path).matchAll(/```json\n(.*?)```/gsu)].map(([, json]) => JSON.parse(json));
const [shownCatalog, shownList, shownSchemes] = examplesOf('docs/catalog-format.md');
const [shownForm, shownIndex] = examplesOf('docs/form-format.md');
const data = 'examples/commune/data';
const lists = [`${data}/levels.illustration.json`, ...filesBelow(`${data}/levels`, '.json')];
const forms = filesBelow(`${data}/forms`, '.json');

const files = [
  ['catalog', `${data}/catalog.json`],
  ['catalog', 'examples/csp/data/catalog.json'],
  ...lists.map((path) => ['level-list', path]),
  ['level-list', 'examples/csp/data/levels.json'],
  ['level-schemes', 'src/levels/schemes.json'],
  ...forms.map((path) => ['form', path]),
  ['form-index', `${data}/forms.json`],
  // What is published is what is built in.
  ['stages', 'dist/data/stages.json'],
  ['calendar', 'dist/data/calendar.json'],
];

test('every kind of file has a sample', () => {
  assert.deepEqual(new Set(files.map(([kind]) => kind)), new Set(Object.keys(KINDS)));
  assert.ok(lists.length >= 7 && forms.length >= 8);
});
for (const [kind, path] of files)
  test(`${path} follows ${kind}.schema.json`, () => assert.deepEqual(bySchema(kind, readJson(path)), []));

const shown = {
  catalog: shownCatalog,
  'level-list': shownList,
  'level-schemes': shownSchemes,
  form: shownForm,
  'form-index': shownIndex,
};
for (const [kind, json] of Object.entries(shown))
  test(`the ${kind} that the documentation shows follows its schema`, () =>
    assert.deepEqual(bySchema(kind, json), []));

/** A file with as much in it as there is, of each kind, small enough to be broken in every place. */
const samples = {
  catalog: (() => {
    const file = readJson('examples/csp/data/catalog.json');
    return { ...file, procedures: file.procedures.slice(0, 2) };
  })(),
  'level-list': shownList,
  'level-schemes': readJson('src/levels/schemes.json'),
  form: readJson(`${data}/forms/1.004873.json`),
  'form-index': shownIndex,
};
/** A copy with another value at a path; undefined takes the member away. */
function changed(json, path, value) {
  const copy = JSON.parse(JSON.stringify(json));
  const name = path.at(-1);
  const holder = path.slice(0, -1).reduce((part, key) => part[key], copy);
  if (value !== undefined) holder[name] = value;
  else if (Array.isArray(holder)) holder.splice(name, 1);
  else delete holder[name];
  return copy;
}

const first = (list) => ['procedures', 0, ...list];
const field = (list) => ['steps', 0, 'groups', 0, 'fields', 0, ...list];
const level = (list) => ['schemes', 0, 'levels', 0, ...list];
const BROKEN = [
  ['a catalogue of another version', 'catalog', ['formatVersion'], 2],
  ['a catalogue that nobody answers for', 'catalog', ['publisher'], undefined],
  ['a catalogue of a blank place', 'catalog', ['place'], ' \t'],
  ['a catalogue of the thirtieth of February', 'catalog', ['publishedOn'], '2026-02-30'],
  ['procedures that are no list', 'catalog', ['procedures'], {}],
  ['a procedure without a code', 'catalog', first(['code']), undefined],
  ['a procedure with a number for a name', 'catalog', first(['name']), 5],
  ['a tier nobody knows', 'catalog', first(['tiers']), [{ tier: 'hamlet' }]],
  ['a known fee of 0', 'catalog', first(['fees']), [{ kind: 'known', amount: 0 }]],
  ['a known fee without its amount', 'catalog', first(['fees']), [{ kind: 'known' }]],
  ['a negative fee', 'catalog', first(['fees']), [{ kind: 'known', amount: -1 }]],
  ['a fee beyond counting', 'catalog', first(['fees']), [{ kind: 'known', amount: 1e308 }]],
  ['half a copy', 'catalog', first(['paperGroups']), [{ papers: [{ name: 'A', copies: 0.5 }] }]],
  ['a link that is a script', 'catalog', first(['applyUrl']), 'javascript:alert(1)'],
  ['a link with markup', 'catalog', first(['applyUrl']), 'https://a/"><b>'],
  ['a level list without a place', 'level-list', ['place'], undefined],
  ['a level list without a scheme', 'level-list', ['scheme'], undefined],
  ['a level list of the thirteenth month, in words', 'level-list', ['publishedOn'], 'tháng 13'],
  ['an entry with a number for a level', 'level-list', ['entries', 0, 'level'], 4],
  ['an entry from a day that is none', 'level-list', ['entries', 0, 'validFrom'], 'tomorrow'],
  ['a scheme without a Vietnamese name', 'level-schemes', ['schemes', 0, 'name'], { en: 'Levels' }],
  ['a scheme without levels', 'level-schemes', ['schemes', 0, 'levels'], []],
  ['a tone nobody can draw', 'level-schemes', level(['tone']), 'gold'],
  ['an ability nobody has', 'level-schemes', level(['abilities']), ['fly']],
  ['trips with one end', 'level-schemes', level(['trips']), [1]],
  ['mappings that are no list', 'level-schemes', ['mappings'], { 4: 'full' }],
  ['a form of another version', 'form', ['formatVersion'], 2],
  ['a form without steps', 'form', ['steps'], []],
  ['a form for no procedure', 'form', ['procedures'], []],
  ['a misspelt member of a form', 'form', field(['requird']), true],
  ['a kind of field nobody knows', 'form', field(['kind']), 'hologram'],
  ['a name that reaches a prototype', 'form', field(['name']), '__proto__'],
  ['a rule that is code', 'form', field(['when']), 'alert(1)'],
  ['a rule with a misspelt member', 'form', field(['when']), { field: 'a', iss: 1 }],
  ['an index of another version', 'form-index', ['formatVersion'], 2],
  ['an index without an address', 'form-index', ['forms', '1.001193'], ''],
];
for (const [why, kind, path, value] of BROKEN)
  test(`schema and page both refuse ${why}`, () =>
    assert.deepEqual(verdicts(kind, changed(samples[kind], path, value)), { schema: false, page: false }));

/*
 * What a JSON Schema cannot say, or says for editors better not: members that must fit one another, and days of a
 * part-day. The page checks them, and its words tell the publisher.
 */
const LOOSER = [
  ['a level list without a real day', 'level-list', ['publishedOn'], '2025-02-30', 'head-invalid'],
  ['two levels of one code', 'level-schemes', level(['code']), '2', 'scheme-invalid'],
  ['trips the wrong way round', 'level-schemes', level(['trips']), [2, 1], 'scheme-invalid'],
  ['an ability sure and not sure', 'level-schemes', level(['depends']), ['read'], 'scheme-invalid'],
  ['a mapping from no scheme', 'level-schemes', ['mappings', 0, 'from'], 'vn-1999', 'mapping-unknown'],
  ['a rule about nothing', 'form', field(['when']), { field: 'nothing', is: 1 }, 'form-field-missing'],
  ['one step twice', 'form', ['steps', 1], samples.form.steps[0], 'form-name-twice'],
  ['one code twice', 'catalog', ['procedures', 1], samples.catalog.procedures[0], 'code-duplicate'],
  ['a code that nobody can read, which is kept', 'catalog', first(['code']), 'x', 'code-unusual'],
];
for (const [why, kind, path, value, code] of LOOSER)
  test(`the page alone finds ${why}`, () => {
    const file = changed(samples[kind], path, value);
    assert.deepEqual(bySchema(kind, file), []);
    assert.ok(KINDS[kind](file).includes(code));
  });

const VALUES = [undefined, null, 5, -1, 1.5, 1e308, '', '  ', 'x', '2026-02-30', true, [], {}, ['x'], [{}]];
/** Faults between members; `scheme-invalid` and `head-invalid` only where the table above has them. */
const BETWEEN = ['code-unusual', 'form-field-missing', 'form-name-twice', 'mapping-unknown'];
const ALONE = [
  ['level-list', /^publishedOn$/u],
  ['level-schemes', /\.trips\.\d$/u],
];

function* pathsOf(value, above = []) {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    yield [...above, name];
    yield* pathsOf(inner, [...above, name]);
  }
}
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

for (const [kind, sample] of Object.entries(samples))
  test(`schema and page say the same of a ${kind} with anything in any place`, () => {
    const differing = [];
    let refused = 0;
    for (const path of pathsOf(sample))
      for (const value of VALUES) {
        const file = changed(sample, path, value);
        const { schema, page } = verdicts(kind, file);
        if (!schema && !page) refused += 1;
        if (schema === page) continue;
        const where = path.join('.');
        const old = path.reduce((part, name) => part[name], sample);
        const isKnown = schema
          ? KINDS[kind](file).every((code) => BETWEEN.includes(code)) ||
            ALONE.some(([of, at]) => of === kind && at.test(where))
          : // Databases write null for absent; a list where members were wanted is read as one that has none of them.
            value === null ||
            (Array.isArray(value) && isObject(old)) ||
            // Spreadsheets write an empty text for absent; an editor tells the publisher to leave it out.
            (['catalog', 'level-list'].includes(kind) && typeof value === 'string' && value.trim() === '');
        if (!isKnown)
          differing.push(
            `${where} = ${JSON.stringify(value)}: only the ${schema ? 'page' : 'schema'} refuses`,
          );
      }
    assert.deepEqual(differing, []);
    assert.ok(refused > 10, `${refused} refused`);
  });
