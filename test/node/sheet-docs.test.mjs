import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readText, root } from '../../scripts/files.mjs';
import { importSource } from '../../scripts/import-source.mjs';
import { build, sheet, sheetWords } from '../support/sheets.mjs';

const { COLUMN_NAMES } = await importSource('src/sheet/column-names.ts');

/* What is said about spreadsheets is what is so. */

test('the page of columns names each column under the name that is written, in the order of the file', () => {
  const rows = [...readText('docs/catalog-from-spreadsheet.md').matchAll(/^\| ([^|]+?) +\| /gmu)].map(
    ([, name]) => name,
  );
  assert.deepEqual(
    rows.filter((name) => name !== 'Tên cột' && !/^-+$/u.test(name)),
    sheet.COLUMN_IDS.map(sheet.headerOf),
  );
});

test('no name means two columns, and every column is known by all of its names', () => {
  const all = Object.entries(COLUMN_NAMES);
  for (const [column, names] of all)
    for (const name of names) assert.equal(sheet.columnIdOf(name), column, name);
});

test('the sample spreadsheet has nothing to mend, levels, and says that it is a sample', async () => {
  const bytes = readFileSync(join(root, 'examples/commune/data/mau-danh-muc.csv'));
  const { catalog, levels, problems } = await build(new Uint8Array(bytes), { head: {} });
  assert.deepEqual(
    problems.filter(({ weight }) => weight !== 'note').map(({ code }) => code),
    [],
  );
  assert.deepEqual([catalog.sample, catalog.procedures.length, levels[0].entries.length], [true, 3, 3]);
});

for (const language of ['vi', 'en'])
  test(`each problem has words and a fix: ${language}`, async () => {
    const { tell } = await sheetWords(language);
    for (const [code, weight] of Object.entries(sheet.SHEET_PROBLEMS)) {
      const params = { found: 'xyz', count: 3, names: 'abc', first: 7, path: 'fees' };
      const { what, fix, kind } = tell({ code, weight, row: 2, column: 'C', params });
      for (const words of [what, fix, kind]) assert.match(words, /\S/u, code);
      assert.doesNotMatch(what + fix, /\{\{|undefined/u, code);
    }
  });
