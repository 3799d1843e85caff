import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { GENERAL_SUBMISSION } from '../support/sample-form.mjs';

/* The built package, as those who import it meet it. It imports itself by name, through its own exports. */

const root = fileURLToPath(new URL('../..', import.meta.url));

test('catalog.js reads and searches the sample catalogue in plain Node', async () => {
  const { parseCatalog, createCatalogSearch } = await import('dvc-widgets/catalog.js');
  const { catalog, problems } = parseCatalog(
    JSON.parse(readFileSync(join(root, 'examples/commune/data/catalog.json'), 'utf8')),
  );
  assert.deepEqual(problems, []);
  assert.equal(catalog.procedures.length, 284);
  const { hits, confidence, facets, total } = createCatalogSearch(catalog).search('lam lai giay khai sinh', {
    limit: 3,
  });
  assert.ok(hits.some(({ procedure }) => procedure.code === '1.004884'));
  assert.ok(['high', 'several'].includes(confidence));
  assert.ok(total >= hits.length && facets.tier.get('commune') > 0);
  assert.equal(catalog.byCode('1.001193.H47')?.code, '1.001193');
});

test('sheet.js makes a catalogue of a spreadsheet in plain Node, and no element carries a byte of it', async () => {
  const { buildCatalog, filesOf } = await import('dvc-widgets/sheet.js');
  const bytes = readFileSync(join(root, 'examples/commune/data/mau-danh-muc.csv'));
  const built = await buildCatalog(new Uint8Array(bytes), { today: '2026-11-26' });
  assert.deepEqual(Object.keys(filesOf(built)), ['catalog.json', 'levels.json']);
  const { parseCatalog } = await import('dvc-widgets/catalog.js');
  const { catalog, problems } = parseCatalog(JSON.parse(filesOf(built)['catalog.json']));
  assert.deepEqual([catalog.procedures.length, problems], [3, []]);
  for (const folder of ['elements', 'chunks']) {
    const scripts = readdirSync(join(root, 'dist/cdn', folder)).filter((name) => name.endsWith('.js'));
    for (const name of scripts)
      assert.doesNotMatch(
        readFileSync(join(root, 'dist/cdn', folder, name), 'utf8'),
        /sharedStrings|column-unknown/u,
      );
  }
});

test('levels.js joins a list in plain Node', async () => {
  const { parseLevelList, joinLevels } = await import('dvc-widgets/levels.js');
  const { list } = parseLevelList(
    JSON.parse(readFileSync(join(root, 'examples/commune/data/levels.illustration.json'), 'utf8')),
  );
  const levels = joinLevels([list], '2026-11-23');
  assert.equal(levels.of({ code: '1.001193', normalisedCode: '1.001193' })?.list.illustration, true);
  assert.equal(levels.of({ code: '9.999999', normalisedCode: undefined }), undefined);
});

test('forms.js checks answers in plain Node, by the form of its own documentation', async () => {
  const { parseForm, checkAnswers, stepsOf } = await import('dvc-widgets/forms.js');
  const [, example] = /```json\n([^`]+)```/u.exec(readFileSync(join(root, 'docs/form-format.md'), 'utf8'));
  const { form, problems } = parseForm(JSON.parse(example));
  assert.deepEqual(problems, []);
  const answers = { child: { name: 'Lê Văn Mẫu', birth: '5/3/2026', sex: 'male' }, abroad: true };
  const { errors } = checkAnswers(form, answers, '2026-11-23');
  assert.deepEqual(errors, [{ path: 'country', code: 'required' }]);
  const abilities = ['read', 'download', 'submit'];
  const steps = stepsOf({ abilities, destination: 'hand-off', hasForm: true, hasPapers: true, due: 0 });
  assert.equal(steps.at(-1), 'hand-off');
});

test('forms.js reads an address in plain Node, and holds no commune before its province is asked for', async () => {
  const { loadPlaces, provinceIn, readAddress } = await import('dvc-widgets/forms.js');
  const text = 'Thôn Đông, xã Tam Hiệp, huyện Núi Thành, tỉnh Quảng Nam';
  const places = await loadPlaces(provinceIn(text).code);
  assert.deepEqual(readAddress(text, places).candidates, ['Xã Núi Thành']);
  assert.equal(readFileSync(join(root, 'dist/forms.js'), 'utf8').includes('Tam Hiệp'), false);
});

test('gateway.js does nothing when it is imported, and tries a system in plain Node', async () => {
  const handles = process.getActiveResourcesInfo().length;
  const { CONTRACT_CASES, createFormGateway, createMemoryGateway, tryContract } =
    await import('dvc-widgets/gateway.js');
  assert.equal(process.getActiveResourcesInfo().length, handles);
  const calendar = { years: [2026], holidays: [], workingWeekends: [] };
  const office = { name: 'Mẫu', code: 'H00.00' };
  const fetch = createMemoryGateway({ forms: [], clock: () => new Date('2026-11-23'), calendar, office });
  const submission = GENERAL_SUBMISSION;
  const url = 'https://example.test';
  const reports = await tryContract({ url, fetch, submission, free: submission, newId: randomUUID });
  assert.equal(reports.length, CONTRACT_CASES.length);
  assert.deepEqual(
    reports.filter(({ outcome }) => outcome === 'broken'),
    [],
  );
  const network = { fetch, timeout: () => new AbortController().signal };
  const sent = await createFormGateway(url, network).send(randomUUID(), submission);
  assert.equal(sent.kind, 'received');
});

test('every member of a form is described in the published schema, rules included', () => {
  const { $defs } = JSON.parse(readFileSync(join(root, 'dist/schemas/form.schema.json'), 'utf8'));
  assert.deepEqual(Object.keys($defs).sort(), ['computed', 'field', 'group', 'rule', 'step']);
  for (const field of $defs.field.oneOf)
    assert.equal(field.properties.item.description, 'Number of the item on the official form.');
  assert.ok(JSON.stringify($defs.rule).includes('"#/$defs/rule"'));
});

test('the tables that a place may replace are in the package as they are built in, each with its schema', async () => {
  const { builtInStages, builtInCalendar } = await import('dvc-widgets/dossiers.js');
  for (const [table, builtIn] of Object.entries({ stages: builtInStages, calendar: builtInCalendar })) {
    const published = await import(`dvc-widgets/data/${table}.json`, { with: { type: 'json' } });
    assert.deepEqual(published.default, builtIn);
    const schema = await import(`dvc-widgets/schemas/${table}.schema.json`, { with: { type: 'json' } });
    assert.match(schema.default.$id, new RegExp(`:${table}:1$`, 'u'));
  }
});

test('a catalogue file follows the published schema’s head', () => {
  const schema = JSON.parse(readFileSync(join(root, 'dist/schemas/catalog.schema.json'), 'utf8'));
  assert.deepEqual(schema.required.sort(), [
    'formatVersion',
    'place',
    'procedures',
    'publishedOn',
    'publisher',
  ]);
});

test('dossiers.js counts working days and knows the states in plain Node', async () => {
  const { actsFrom, builtInCalendar, dueDate, readDossierCode, stageOf, builtInStages, NEWLY_SENT } =
    await import('dvc-widgets/dossiers.js');
  const due = dueDate(new Date('2026-04-24T08:00:00+07:00'), 5, 'working-day', builtInCalendar);
  assert.ok(due.skipped.includes('2026-04-30'), JSON.stringify(due));
  assert.equal(stageOf(NEWLY_SENT, builtInStages).stage, 'sent');
  assert.ok(actsFrom(NEWLY_SENT, 'officer').includes('receive'));
  assert.equal(readDossierCode('h99.99.01-261126-0001'), 'H99.99.01-261126-0001');
});

test('the same sources make the same script in one file, byte for byte, so that its hash can be checked', async (t) => {
  const { oneScript } = await import('../../rollup.config.js');
  const { writeOneScript } = await import('../../scripts/one-script.mjs');
  const folder = mkdtempSync(join(tmpdir(), 'dvc-one-script-'));
  t.after(() => rmSync(folder, { recursive: true }));
  await writeOneScript({ ...oneScript, entry: join(root, oneScript.entry), folder });
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.js'));
  assert.ok(files.length > 50);
  for (const name of files)
    assert.ok(readFileSync(join(folder, name)).equals(readFileSync(join(root, 'dist/cdn', name))), name);
});

test('the types of every entry are found by those who import modules', () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      'node_modules/@arethetypeswrong/cli/dist/index.js',
      '--pack',
      '.',
      '--profile',
      'esm-only',
      '--no-color',
    ],
    { cwd: root, encoding: 'utf8' },
  );
  assert.equal(status, 0, stdout);
});

test('the package passes publint without a remark', () => {
  const { status, stdout } = spawnSync(process.execPath, ['node_modules/publint/src/cli.js', '--strict'], {
    cwd: root,
    encoding: 'utf8',
  });
  assert.equal(status, 0, stdout);
});

test('the files of data that a first page asks for are in the samples and in the zip', () => {
  const packed = Object.keys(unzipSync(readFileSync(join(root, 'dist/dvc-widgets.zip'))));
  for (const page of ['README.md', 'stories/embedding.mdx']) {
    const [first] = /<dvc-portal.*?<\/dvc-portal>/su.exec(readFileSync(join(root, page), 'utf8'));
    const files = [...first.matchAll(/\/(data\/[\w.-]+\.json)/gu)].map(([, file]) => file);
    assert.ok(files.length > 0);
    for (const file of files) {
      assert.ok(existsSync(join(root, 'examples/commune', file)), `${page}: ${file}`);
      assert.ok(packed.includes(file), `${page}: ${file}`);
    }
  }
});

test('the sample page of one procedure has one heading of the first level, whatever it shows', () => {
  for (const page of ['chi-tiet.html', 'en/chi-tiet.html'])
    assert.doesNotMatch(readFileSync(join(root, 'examples/commune', page), 'utf8'), /<h1/u);
});
