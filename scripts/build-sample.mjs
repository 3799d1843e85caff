import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { importSource } from './import-source.mjs';
import { announcedLevels, illustrationLevels } from './sample/levels.mjs';
import { toProcedure } from './sample/procedure.mjs';

/*
 * Makes the catalogue and the lists of levels of the sample commune out of what stands in examples/commune/source.
 * With --check nothing is written; it fails when a file there is not what this script would write.
 */
const root = new URL('../', import.meta.url);
const source = new URL('examples/commune/source/', root);
const data = new URL('examples/commune/data/', root);
const readJson = async (url) => JSON.parse(await readFile(url, 'utf8'));

const PUBLISHER = 'dvc-widgets – dữ liệu mẫu';
const PLACE = 'Xã Mẫu (trang mẫu)';
/** The day on which the source was compiled. */
const COMPILED_ON = '2026-11-23';

const { meta, procedures: records } = await readJson(new URL('procedures.json', source));
const illustration = await readJson(new URL('levels.illustration.source.json', source));

const files = {
  'catalog.json': lines(
    {
      formatVersion: 1,
      publisher: PUBLISHER,
      place: PLACE,
      publishedOn: COMPILED_ON,
      sample: true,
      source: {
        name: 'Danh mục công khai Cổng Dịch vụ công quốc gia',
        url: 'https://dichvucong.gov.vn/',
        collectedOn: '2026-07-18',
        via: meta.compiledFrom,
      },
    },
    'procedures',
    records.map(toProcedure),
  ),
  ...Object.fromEntries(
    announcedLevels(records).map(({ file, head, entries }) => [
      file,
      lines({ formatVersion: 1, ...head, scheme: 'vn-2022' }, 'entries', entries),
    ]),
  ),
  'levels.illustration.json': lines(
    {
      formatVersion: 1,
      publisher: PUBLISHER,
      place: PLACE,
      publishedOn: COMPILED_ON,
      scheme: illustration.scheme,
      illustration: true,
      source: { name: illustration.about },
    },
    'entries',
    illustrationLevels(illustration),
  ),
};

const complaints = await check(files);
for (const [name, text] of Object.entries(files)) {
  const url = new URL(name, data);
  if (!process.argv.includes('--check')) await writeFile(url, text);
  else if ((await readFile(url, 'utf8').catch(() => '')) !== text) {
    complaints.push(`${fileURLToPath(url)} is not what its source makes; run: node scripts/build-sample.mjs`);
  }
}
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length > 0 ? 1 : 0;

/** One record a line: a change of one procedure is a change of one line. */
function lines(head, name, list) {
  const members = Object.entries(head).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`,
  );
  const rows = list.map((record) => `    ${JSON.stringify(record)}`);
  return `{\n${members.join('\n')}\n  ${JSON.stringify(name)}: [\n${rows.join(',\n')}\n  ]\n}\n`;
}

/** The files are read as a page reads them: nothing may be left out or unusual. */
async function check(made) {
  const { parseCatalog } = await importSource('src/catalog/parse-catalog.ts');
  const { parseLevelList } = await importSource('src/levels/parse-level-list.ts');
  const { catalog, problems } = parseCatalog(JSON.parse(made['catalog.json']));
  const found = [...problems];
  const seen = new Set();
  for (const name of Object.keys(made).filter((file) => file.startsWith('levels'))) {
    const list = parseLevelList(JSON.parse(made[name]));
    found.push(...list.problems);
    for (const { code } of JSON.parse(made[name]).entries) {
      if (!catalog.byCode(code)) found.push({ code: 'not-in-the-catalogue', file: name, procedure: code });
      if (seen.has(code)) found.push({ code: 'has-a-level-already', file: name, procedure: code });
      seen.add(code);
    }
  }
  if (catalog.procedures.length !== records.length) found.push({ code: 'records-missing' });
  return found.map((problem) => JSON.stringify(problem));
}
