import assert from 'node:assert/strict';
import { test } from 'node:test';
import { across, build, down, only, told, workbook } from '../support/sheets.mjs';

/* Where one table ends and another begins: each row is read under the names of its own columns. */

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

test('a second number of rows, or an empty column before a second name, begins another table', async () => {
  for (const [header, row, expected] of [
    [
      'STT,Mã TTHC,Tên thủ tục,Lệ phí,,STT,Tên thủ tục,Thời hạn,Ghi chú',
      '1,1.001193,Khai sinh,5.000 đồng,,1,Kết hôn,3 ngày,chỉ cho kết hôn',
      ['column-twice 1 G', 'column-beside 1 H', 'column-beside 1 I'],
    ],
    [
      'STT,Mã TTHC,Tên thủ tục,Lệ phí,STT,Tên thủ tục,Thời hạn',
      '1,1.001193,Khai sinh,5.000 đồng,1,Kết hôn,3 ngày',
      ['column-twice 1 F', 'column-beside 1 G'],
    ],
    [
      'Mã TTHC,Tên thủ tục,Lệ phí,,Lĩnh vực,Tên thủ tục,Thời hạn',
      '1.001193,Khai sinh,5.000 đồng,,Hộ tịch,Kết hôn,3 ngày',
      ['column-beside 1 E', 'column-twice 1 F', 'column-beside 1 G'],
    ],
  ]) {
    const built = await build(`${header}\n${row}`);
    assert.deepEqual(only(built, 'name', 'field', 'timeLimit', 'note'), [
      ['Khai sinh', undefined, undefined, undefined],
    ]);
    assert.deepEqual([sums(built), told(built, 'error')], [[[5000]], expected], header);
  }
});

test('numbers of papers behind the name are of the same table', async () => {
  const built = await build(
    'STT,Mã TTHC,Tên thủ tục,TT,Giấy tờ,Lệ phí\n1,1.001193,Khai sinh,1,Tờ khai,5.000 đồng\n,,,2,Ảnh,',
  );
  assert.deepEqual([sums(built), told(built, 'error')], [[[5000]], []]);
  assert.equal(built.catalog.procedures[0].paperGroups[0].papers.length, 2);
});

test('a second code alone is one more column, which takes no fee from what stands right of it', async () => {
  const text = 'Mã TTHC,Tên TTHC,Mã DVC,Lệ phí\n1.001193,Khai sinh,1.001193.01,5.000 đồng';
  const asked = await build(text);
  assert.deepEqual([sums(asked), told(asked)], [[[5000]], ['column-twice 1 C']]);
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

test('the same header on the next printed page is no procedure, and what goes on over the page goes on', async () => {
  const header = 'STT,Mã TTHC,Tên thủ tục,Thành phần hồ sơ,Cán bộ';
  const built = await build(
    [
      header,
      'I,Hộ tịch,,,',
      '1,1.001193,Khai sinh,Tờ khai,Ông A',
      header,
      '(1),(2),(3),(4),',
      ',,,Giấy chứng sinh,',
      '2,1.000894,Kết hôn,Tờ khai,Bà B',
    ].join('\n'),
  );
  assert.deepEqual(only(built, 'code', 'field'), [
    ['1.001193', 'Hộ tịch'],
    ['1.000894', 'Hộ tịch'],
  ]);
  assert.deepEqual(
    built.catalog.procedures[0].paperGroups[0].papers.map(({ name }) => name),
    ['Tờ khai', 'Giấy chứng sinh'],
  );
  assert.deepEqual(told(built), [
    'column-unknown 1 E',
    'column-count-only 1 A',
    'row-heading 2',
    'row-header 4',
    'row-numbering 5',
  ]);
  assert.equal(built.problems[0].params.count, 2);
  assert.equal(built.columns.length, 5);
});

test('a second table is read under its own columns, its title is no field, and its field no title', async () => {
  const built = await build(
    [
      'Mã thủ tục,Tên thủ tục,Lệ phí,',
      'I. Hộ tịch,,,',
      '1.001193,Khai sinh,5.000 đồng,',
      ',,,',
      ',,BẢNG 2: CẤP TỈNH,',
      'STT,Tên thủ tục,Mã thủ tục,Cán bộ',
      '1,Đăng ký đất,1.012753,Ông A',
      'II. LĨNH VỰC ĐẤT ĐAI,,,',
      'Cán bộ,Lệ phí,Tên thủ tục,Mã thủ tục',
      'Bà B,20.000 đồng,Tách thửa,1.012784',
    ].join('\n'),
  );
  assert.deepEqual(only(built, 'code', 'name', 'field'), [
    ['1.001193', 'Khai sinh', 'Hộ tịch'],
    ['1.012753', 'Đăng ký đất', undefined],
    ['1.012784', 'Tách thửa', 'ĐẤT ĐAI'],
  ]);
  assert.deepEqual(sums(built), [[5000], [], [20_000]]);
  assert.equal(JSON.stringify(built.catalog).includes('Ông A'), false);
  assert.deepEqual(told(built), [
    'column-unknown 6 D',
    'column-unknown 9 A',
    'row-heading 2',
    'row-above-header 5',
    'column-count-only 6 A',
    'row-header 6',
    'row-heading 8',
    'row-header 9',
  ]);
});

test('a table is read though the one below it has more columns', async () => {
  const built = await build(
    [
      'Mã thủ tục,Tên thủ tục',
      '1.001193,Khai sinh',
      'Mã thủ tục,Tên thủ tục,Lệ phí,Thời hạn',
      '1.000894,Kết hôn,5.000 đồng,3 ngày',
    ].join('\n'),
  );
  assert.deepEqual(only(built, 'code'), [['1.001193'], ['1.000894']]);
  assert.deepEqual(told(built), ['row-header 3']);
});

test('far below, a contact table begins; its people are no procedures and no rows of one', async () => {
  const rows = Array.from({ length: 60 }, (_, at) => `,,Giấy tờ ${at + 1}`);
  const built = await build(
    ['Mã TTHC,Tên,Giấy tờ', '1.001193,Khai sinh,', ...rows, 'STT,Tên,Điện thoại', '1,Ông A,0912'].join('\n'),
  );
  assert.equal(built.catalog.procedures[0].paperGroups[0].papers.length, 60);
  assert.equal(JSON.stringify(built.catalog).includes('Ông A'), false);
  assert.deepEqual(told(built, 'error'), ['code-missing 64']);
});

test('names of columns in two languages are of one table; a title joined above them is told', async () => {
  const built = await build(
    await workbook([
      [across('DANH MỤC THỦ TỤC', 3), null, null],
      ['Mã thủ tục', 'Tên thủ tục', 'Lệ phí'],
      ['Code', 'Name', 'Fee'],
      ['1.001193', 'Khai sinh', '5.000 đồng'],
      [across('II. Lĩnh vực đất đai', 3), null, null],
      ['Mã thủ tục', 'Tên thủ tục', 'Lệ phí'],
      ['1.012753', 'Đăng ký đất', '9.000 đồng'],
    ]),
  );
  assert.deepEqual(
    [only(built, 'code', 'field'), sums(built)],
    [
      [
        ['1.001193', undefined],
        ['1.012753', 'đất đai'],
      ],
      [[5000], [9000]],
    ],
  );
  assert.deepEqual(told(built), ['row-above-header 1', 'row-header 3', 'row-heading 5', 'row-header 6']);
});

test('a procedure whose name is that of a column stays one', async () => {
  const built = await build('Mã,Tên,Giấy tờ\n1.001193,Thủ tục hành chính,Tờ khai\n1.000894,Kết hôn,Hồ sơ');
  assert.deepEqual(only(built, 'name'), [['Thủ tục hành chính'], ['Kết hôn']]);
});

test('the number and the name of a paper, below the name of its column, begin no second table', async () => {
  const built = await build(
    await workbook([
      [
        down('STT', 2),
        down('Mã TTHC', 2),
        down('Tên thủ tục', 2),
        across('Thành phần hồ sơ', 3),
        null,
        null,
        down('Lệ phí', 2),
        down('Thời hạn', 2),
      ],
      [null, null, null, 'TT', 'Tên', 'Bản chính', null, null],
      ['1', '1.001193', 'Khai sinh', '1', 'Tờ khai', '1', '8.000 đồng', '5 ngày'],
      [null, null, null, '2', 'Ảnh', '2', null, null],
    ]),
  );
  const [{ name, paperGroups, fees, timeLimit }] = built.catalog.procedures;
  assert.equal(name, 'Khai sinh');
  assert.deepEqual(
    paperGroups[0].papers.map((paper) => [paper.name, paper.originals]),
    [
      ['Tờ khai', 1],
      ['Ảnh', 2],
    ],
  );
  assert.deepEqual([fees[0].amount, timeLimit.value], [8000, 5]);
  assert.deepEqual(told(built), ['column-unknown 2 D', 'column-count-only 2 A']);
});

test('a name above several columns of a procedure leaves each what it is', async () => {
  const built = await build(
    await workbook([
      [across('Thủ tục hành chính', 3), null, null, down('Lệ phí', 2)],
      ['TT', 'Mã', 'Tên', null],
      ['1', '1.001193', 'Khai sinh', '8.000 đồng'],
    ]),
  );
  assert.deepEqual(only(built, 'code', 'name'), [['1.001193', 'Khai sinh']]);
  assert.deepEqual(sums(built), [[8000]]);
});
