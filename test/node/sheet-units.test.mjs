import assert from 'node:assert/strict';
import { test } from 'node:test';
import { across, build, workbook } from '../support/sheets.mjs';

/* In which unit sums are, said somewhere else than above the column: a bare number below it is no sum. */

const HEADER = 'Mã TTHC,Tên thủ tục,Lệ phí';
const ROWS = ['1.001193,Cấp phép lớn,1500', '1.000656,Cấp phép hai,1.500', '1.000894,Cấp phép ba,2.000 đồng'];
const feesOf = ({ catalog }) =>
  catalog.procedures.map(({ fees: [{ kind, amount, published }] }) => amount ?? `${kind} ${published}`);
const told = ({ problems }) => problems.map(({ code, row, column }) => [code, row, column].join(' ').trim());

for (const [where, lines, unitRow] of [
  ['above the table', ['Đơn vị tính: 1.000 đồng,,', HEADER, ...ROWS], 1],
  ['below the header, under the fees', [HEADER, ',,ĐVT: nghìn đồng', ...ROWS], 2],
  ['below the header, under the names', [HEADER, ',Đơn vị tính: nghìn đồng,', ...ROWS], 2],
  ['between the rows', [HEADER, ROWS[0], ',,(Đơn vị: triệu đồng)', ROWS[1], ROWS[2]], 3],
  ['below the table', [HEADER, ...ROWS, 'Đơn vị tính: 1.000 đồng,,'], 5],
  ['in two cells', ['Đơn vị tính,1.000 đồng,', HEADER, ...ROWS], 1],
  ['in two cells of the table', [HEADER, 'ĐVT,nghìn đồng,', ...ROWS], 2],
  ['below the header as nothing but a unit', [HEADER, ',,(nghìn đồng)', ...ROWS], 2],
  ['below the header as nothing but a sum in brackets', [HEADER, ',,(1.000đ)', ...ROWS], 2],
  ['below the header as nothing but a sum', [HEADER, ',,1.000 đồng', ...ROWS], 2],
  ['between the rows as nothing but a unit', [HEADER, ROWS[0], ',,Nghìn đồng', ROWS[1], ROWS[2]], 3],
  ['above the table as nothing but a unit', [',,1.000 đồng', HEADER, ...ROWS], 1],
  ['as “Đv tính”', ['Đv tính: 1.000 đồng,,', HEADER, ...ROWS], 1],
  ['as “ĐV”', ['ĐV: 1.000 đồng,,', HEADER, ...ROWS], 1],
  ['as “Đ.V.T”', ['Đ.V.T: 1.000 đồng,,', HEADER, ...ROWS], 1],
  ['as an agency is', ['Đơn vị: 1.000đ,,', HEADER, ...ROWS], 1],
  ['as an agency is, in words', ['Đơn vị: nghìn đ,,', HEADER, ...ROWS], 1],
  ['without accents', ['DON VI TINH: nghin dong', HEADER, ...ROWS], 1],
])
  test(`a unit said ${where} makes bare numbers unknown, and is no heading, procedure or publisher`, async () => {
    const built = await build(lines.join('\n'));
    assert.deepEqual(feesOf(built), ['unknown 1500', 'unknown 1.500', 2000]);
    assert.deepEqual(
      built.catalog.procedures.map(({ field }) => field),
      [undefined, undefined, undefined],
    );
    const rowOf = (row) => lines.indexOf(row) + 1;
    assert.deepEqual(told(built), [
      `fee-unit ${rowOf(ROWS[0])} C`,
      `fee-unit ${rowOf(ROWS[1])} C`,
      `row-unit ${unitRow}`,
    ]);
  });

for (const unit of ['nđ', 'ng.đ', 'ngđ', 'tr đồng', 'trđ', 'K', 'kđ', 'x 1000', 'ngan dong'])
  test(`“(${unit})” in the name of the column, or below it, is a unit in which bare numbers are unknown`, async () => {
    const inName = await build([`Mã thủ tục,Tên thủ tục,Lệ phí (${unit})`, ...ROWS].join('\n'));
    assert.deepEqual(feesOf(inName), ['unknown 1500', 'unknown 1.500', 2000]);
    const below = await build([HEADER, `,,(${unit})`, ...ROWS].join('\n'));
    assert.deepEqual(feesOf(below), ['unknown 1500', 'unknown 1.500', 2000]);
  });

test('a decree in the name of the column is no unit; “nđ” is one, alone and said as a unit', async () => {
  for (const name of ['Lệ phí (theo NĐ 82/2020)', 'Lệ phí (NĐ 82/2020/NĐ-CP)']) {
    const built = await build([`Mã thủ tục,Tên thủ tục,${name}`, '1.001193,Một,8000'].join('\n'));
    assert.deepEqual([feesOf(built), told(built)], [[8000], []], name);
  }
  for (const line of ['Đơn vị tính: nđ', 'ĐVT: n.đ/hồ sơ'])
    assert.deepEqual(feesOf(await build([line, HEADER, ROWS[0]].join('\n'))), ['unknown 1500'], line);
});

test('a sentence that says the unit makes bare numbers unknown, and a column that is called like a unit', async () => {
  const sentence = await build(['Lệ phí tính bằng nghìn đồng,,', HEADER, ...ROWS].join('\n'));
  assert.deepEqual(feesOf(sentence), ['unknown 1500', 'unknown 1.500', 2000]);
  const beside = await build([`${HEADER},(1.000đ)`, ...ROWS].join('\n'));
  assert.deepEqual(feesOf(beside), ['unknown 1500', 'unknown 1.500', 2000]);
});

test('below the header of the next page a unit is a unit again, and no fee of the procedure before', async () => {
  const built = await build([HEADER, ',,(1.000đ)', ROWS[0], HEADER, ',,(1.000đ)', ROWS[1]].join('\n'));
  assert.deepEqual(
    built.catalog.procedures.map(({ fees }) => fees.map(({ kind, published }) => [kind, published])),
    [[['unknown', '1500']], [['unknown', '1.500']]],
  );
});

test('a fee of 1.000 đồng is a fee in the row of a procedure and in one that goes on with it', async () => {
  const built = await build([HEADER, '1.001193,Một,1.000 đồng', ',,1.000 đồng', ROWS[2]].join('\n'));
  assert.deepEqual(
    built.catalog.procedures.map(({ fees }) => fees.map(({ amount }) => amount)),
    [[1000, 1000], [2000]],
  );
  assert.deepEqual(told(built), []);
});

test('the unit of the whole table may be said in its title, which stays the title', async () => {
  const built = await build(
    await workbook([
      [across('BIỂU PHÍ (Đơn vị tính: 1.000 đồng)', 3), null, null],
      [],
      ['Mã thủ tục', 'Tên thủ tục', 'Lệ phí'],
      ['1.001193', 'Cấp phép', 1500],
    ]),
  );
  assert.deepEqual(feesOf(built), ['unknown 1500']);
  assert.deepEqual(
    built.problems.map(({ code, row, params }) => [code, row, params.found]),
    [
      ['fee-unit', 4, '1500'],
      ['row-unit', 1, '(Đơn vị tính: 1.000 đồng)'],
      ['row-above-header', 1, 'BIỂU PHÍ'],
    ],
  );
});

test('a heading that says a unit as well stays the field of what is below it', async () => {
  const built = await build(
    [HEADER, 'I. Hộ tịch,,', ROWS[2], 'II. Lĩnh vực đất đai (ĐVT: 1.000 đồng),,', ROWS[0]].join('\n'),
  );
  assert.deepEqual(
    built.catalog.procedures.map(({ field }) => field),
    ['Hộ tịch', 'đất đai'],
  );
  assert.deepEqual(feesOf(built), [2000, 'unknown 1500']);
  assert.deepEqual(told(built), ['fee-unit 5 C', 'row-heading 2', 'row-unit 4', 'row-heading 4']);
});

test('a column of units, and a unit in a procedure’s own row, speak of that procedure', async () => {
  const built = await build(
    [
      `${HEADER},Đơn vị tính,Ghi chú`,
      '1.001193,Một,1500,1.000 đồng/hồ sơ,',
      '1.000656,Hai,1500,đồng/hồ sơ,',
      '1.000894,Ba,1500,,ĐVT: nghìn đồng',
      '1.004194,Bốn,1500,hồ sơ,',
    ].join('\n'),
  );
  assert.deepEqual(feesOf(built), ['unknown 1500', 1500, 'unknown 1500', 1500]);
});

test('the unit in the cell of a fee is no fee', async () => {
  for (const [words, expected] of [
    ['"Đơn vị tính: 1.000 đồng\n1500"', ['unknown Đơn vị tính: 1.000 đồng', 'unknown 1500']],
    ['15 (ĐVT: nghìn đồng)', ['unknown 15 (ĐVT: nghìn đồng)']],
    ['1.500 (ĐVT: 1.000 đồng)', ['unknown 1.500 (ĐVT: 1.000 đồng)']],
    ['15.000 đồng (đơn vị tính: hồ sơ)', [15_000]],
  ]) {
    const { catalog } = await build(`${HEADER}\n1.001193,Cấp phép,${words}`);
    const fees = catalog.procedures[0].fees.map(
      ({ kind, amount, published }) => amount ?? `${kind} ${published}`,
    );
    assert.deepEqual(fees, expected, words);
  }
});

test('đồng as the unit changes no sum, and an agency is no unit', async () => {
  for (const line of ['Đơn vị tính: đồng', '(ĐVT: VNĐ)', 'Đơn vị tính: hồ sơ']) {
    const built = await build(`${line}\n${HEADER}\n${ROWS[0]}`);
    assert.deepEqual([feesOf(built), told(built)], [[1500], ['row-unit 1']], line);
  }
  for (const name of ['Triệu Phong', 'xã Đồng Tháp', 'Đồng Tâm', 'xã Ngàn Trươi', '12']) {
    const { catalog } = await build(`Đơn vị: ${name}\nXã: Mẫu\n${HEADER}\n${ROWS[0]}`, { head: {} });
    assert.deepEqual([catalog.publisher, catalog.procedures[0].fees[0].amount], [name, 1500]);
  }
});
