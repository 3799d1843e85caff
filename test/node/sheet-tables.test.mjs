import assert from 'node:assert/strict';
import { test } from 'node:test';
import { across, build, workbook } from '../support/sheets.mjs';

/* Where one table ends and another begins: each row is read under the names of its own columns. */

const told = ({ problems }, weight) =>
  problems
    .filter((one) => !weight || one.weight === weight)
    .map(({ code, row, column }) => [code, row, column].filter((part) => part !== undefined).join(' '));
const only = ({ catalog }, ...members) =>
  catalog.procedures.map((procedure) => members.map((member) => procedure[member]));
const sums = ({ catalog }) => catalog.procedures.map(({ fees = [] }) => fees.map(({ amount }) => amount));

test('of two tables side by side the second is not read, so that no procedure has the fee of another', async () => {
  const built = await build(
    await workbook([
      ['Mã TTHC', 'Tên thủ tục', 'Lệ phí', null, 'Lĩnh vực', 'Mã TTHC', 'Tên thủ tục', 'Lệ phí', 'Cán bộ'],
      [
        '1.001193',
        'Khai sinh',
        '5.000 đồng',
        null,
        'Đất đai',
        '1.012753',
        'Đăng ký đất',
        '10.000 đồng',
        'Ông A',
      ],
    ]),
  );
  assert.deepEqual(only(built, 'code', 'field'), [['1.001193', undefined]]);
  assert.deepEqual(sums(built), [[5000]]);
  assert.deepEqual(told(built), [
    'column-beside 1 E',
    'column-twice 1 F',
    'column-twice 1 G',
    'column-beside 1 H',
    'column-beside 1 I',
  ]);
  assert.deepEqual(
    built.problems.filter(({ code }) => code === 'column-beside').map(({ params }) => params),
    [
      { found: 'Lĩnh vực', count: 1, names: 'Mã TTHC' },
      { found: 'Lệ phí', count: 1, names: 'Mã TTHC' },
      { found: 'Cán bộ', count: 1, names: 'Mã TTHC' },
    ],
  );
  // Nobody is asked what a column is that is not read.
  assert.deepEqual(
    built.columns.map(({ letters }) => letters),
    ['A', 'B', 'C'],
  );
});

test('a second table with its columns in another order begins where the first column is again', async () => {
  const built = await build(
    'STT,Mã,Tên,Lệ phí,STT,Lệ phí,Tên,Mã\n1,1.001193,Khai sinh,5.000 đồng,1,9.000 đồng,Đất,1.012753',
  );
  assert.deepEqual(sums(built), [[5000]]);
  assert.deepEqual(told(built, 'error'), ['column-beside 1 F', 'column-twice 1 G', 'column-twice 1 H']);
});

test('who says that the second code is none of a procedure gets the columns right of it', async () => {
  const text = 'Mã TTHC,Tên TTHC,Mã DVC,Lệ phí\n1.001193,Khai sinh,1.001193.01,5.000 đồng';
  const asked = await build(text);
  assert.deepEqual([sums(asked), told(asked)], [[[]], ['column-twice 1 C', 'column-beside 1 D']]);
  const said = await build(text, { columns: { 'Mã DVC': '-' } });
  assert.deepEqual([sums(said), told(said)], [[[5000]], ['column-left-out 1 C']]);
});

test('a name that is joined over two columns is one name, and two columns of fees are one table', async () => {
  const built = await build(
    await workbook([
      ['Phí', 'Lệ phí', 'Mã TTHC', across('Tên TTHC', 2), null, 'Lĩnh vực'],
      ['5.000 đồng', '8.000 đồng', '1.001193', across('Khai sinh', 2), null, 'Hộ tịch'],
    ]),
  );
  assert.deepEqual([only(built, 'field'), sums(built)], [[['Hộ tịch']], [[5000, 8000]]]);
});
