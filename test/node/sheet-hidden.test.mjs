import assert from 'node:assert/strict';
import { test } from 'node:test';
import { across, build, down, withHidden, workbook } from '../support/sheets.mjs';

/* What people do not see in the spreadsheet: columns wait until somebody says what they are, rows are read and told. */

const TABLE = await workbook([
  ['Mã TTHC', 'Ghi chú', 'Tên thủ tục', 'Lệ phí'],
  ['1.001193', 'Cán bộ thụ lý: Nguyễn Văn A 0912345678', 'Khai sinh', '5.000 đồng'],
  ['1.000894', null, 'Kết hôn', '8.000 đồng'],
]);
const told = ({ problems }) =>
  problems.map(({ code, weight, row, column }) => [weight, code, row, column].join(' ').trim());

for (const [as, words] of [
  ['hidden="1"', 'hidden'],
  ['hidden="true"', 'hidden in the words of another program'],
  ['width="0" customWidth="1"', 'without width'],
])
  test(`a column that is ${words} is not in the catalogue, and is told with its fix`, async () => {
    const built = await build(withHidden(TABLE, { columns: [[2, 2]], as }));
    assert.equal(JSON.stringify(built.catalog).includes('Nguyễn Văn A'), false);
    assert.deepEqual(
      built.catalog.procedures.map(({ name, fees }) => [name, fees[0].amount]),
      [
        ['Khai sinh', 5000],
        ['Kết hôn', 8000],
      ],
    );
    assert.deepEqual(told(built), ['warning column-hidden 1 B']);
    assert.deepEqual(built.problems[0].params, { found: 'Ghi chú', count: 1 });
    assert.deepEqual(
      built.columns.map(({ column, isHidden }) => [column, isHidden]),
      [
        ['code', false],
        [undefined, true],
        ['name', false],
        ['fees', false],
      ],
    );
  });

test('a hidden column is read once somebody says what it is, or left out as they say', async () => {
  const bytes = withHidden(TABLE, { columns: [[2, 2]] });
  const read = await build(bytes, { columns: { 'ghi chu': 'note' } });
  assert.deepEqual([read.catalog.procedures[0].note.slice(0, 6), told(read)], ['Cán bộ', []]);
  const left = await build(bytes, { columns: { 'Ghi chú': '-' } });
  assert.deepEqual([left.catalog.procedures[0].note, told(left)], [undefined, ['note column-left-out 1 B']]);
});

test('a hidden column of codes is found again, and unused columns to the right are nothing', async () => {
  const bytes = withHidden(TABLE, {
    columns: [
      [1, 1],
      [5, 16_384],
    ],
  });
  const built = await build(bytes);
  assert.equal(built.catalog, undefined);
  assert.deepEqual(told(built), [
    'error no-rows',
    'error code-missing 2',
    'error code-missing 3',
    'warning column-hidden 1 A',
  ]);
  const said = await build(bytes, { columns: { 'Mã TTHC': 'code' } });
  assert.deepEqual([said.catalog.procedures.length, told(said)], [2, []]);
});

test('a hidden column is no second one: the one that people see is read', async () => {
  const built = await build(
    withHidden(
      await workbook([
        ['Mã TTHC', 'Mã TTHC', 'Tên cũ', 'Tên thủ tục', 'Thời hạn', 'Thời hạn', 'Lệ phí'],
        ['1.000001', '1.001193', 'Cũ', 'Khai sinh', '9 ngày', '3 ngày', '5.000 đồng'],
      ]),
      {
        columns: [
          [1, 1],
          [5, 5],
        ],
      },
    ),
  );
  const [{ code, timeLimit, fees }] = built.catalog.procedures;
  assert.deepEqual([code, timeLimit.value, fees[0].amount], ['1.001193', 3, 5000]);
  assert.deepEqual(told(built), [
    'warning column-hidden 1 A',
    'warning column-unknown 1 C',
    'warning column-hidden 1 E',
  ]);
});

test('the hidden half of a second table beside does not give its fee away', async () => {
  const built = await build(
    withHidden(
      await workbook([
        ['Mã TTHC', 'Tên thủ tục', 'Lệ phí', null, 'Mã TTHC', 'Tên thủ tục', 'Lệ phí'],
        ['1.001193', 'Khai sinh', '5.000 đồng', null, '1.012753', 'Đất', '9.000 đồng'],
      ]),
      { columns: [[5, 6]] },
    ),
  );
  assert.deepEqual(
    built.catalog.procedures[0].fees.map(({ amount }) => amount),
    [5000],
  );
  assert.deepEqual(told(built), [
    'error column-beside 1 E',
    'error column-beside 1 F',
    'error column-beside 1 G',
  ]);
});

test('what is joined over a hidden column and one that people see is said under the latter', async () => {
  const built = await build(
    withHidden(
      await workbook([
        ['Mã TTHC', 'Tên thủ tục', 'Lưu ý', 'Lệ phí'],
        ['1.001193', 'Khai sinh', across('5.000 đồng', 2), null],
      ]),
      { columns: [[3, 3]] },
    ),
  );
  assert.equal(built.catalog.procedures[0].fees[0].amount, 5000);
});

test('hidden rows are read, for a filter hides rows as well, and each is told', async () => {
  const rows = [
    ['Mã TTHC', 'Tên thủ tục', 'Thành phần hồ sơ'],
    [down('1.001193', 2), down('Khai sinh', 2), 'Tờ khai'],
    [null, null, 'Giấy chứng sinh'],
    ['1.000894', 'Kết hôn', 'Tờ khai'],
    [],
  ];
  for (const as of ['hidden="1"', 'ht="0" customHeight="1"']) {
    const built = await build(withHidden(await workbook(rows), { rows: [3, 4, 5], as }));
    assert.deepEqual(
      built.catalog.procedures.map(({ name, paperGroups }) => [name, paperGroups[0].papers.length]),
      [
        ['Khai sinh', 2],
        ['Kết hôn', 1],
      ],
    );
    assert.deepEqual(told(built), ['warning row-hidden 3', 'warning row-hidden 4']);
    assert.equal(built.problems[1].params.found, '1.000894 | Kết hôn | Tờ khai');
  }
});
