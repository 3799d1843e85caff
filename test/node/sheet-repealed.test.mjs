import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build, one, workbookOf } from '../support/sheets.mjs';

/* Words that say that procedures are no longer in force: they stay in the catalogue, and are told. */

/** A CSV of these cells. */
const csv = (...rows) => rows.map((row) => row.map((cell) => `"${String(cell)}"`).join(',')).join('\n');

const LIST = ['STT', 'Mã TTHC', 'Tên thủ tục', 'Ghi chú', 'Ngày hết hiệu lực'];
const procedure = (code, note = '', validTo = '') => [1, code, 'Khai sinh', note, validTo];
for (const [name, rows, expected] of [
  [
    'a heading, until the next beside it',
    [
      ['I', '', 'Thủ tục mới ban hành'],
      procedure('1.000001'),
      ['II', '', 'Thủ tục hành chính bị bãi bỏ'],
      ['', '', 'Lĩnh vực hộ tịch'],
      procedure('1.000002'),
      procedure('1.000003'),
      ['III', '', 'Thủ tục sửa đổi'],
      procedure('1.000004'),
    ],
    [['repealed-part', 4, '6–7', 2]],
  ],
  [
    'a heading above one with another kind of number',
    [
      ['A', '', 'Cấp tỉnh'],
      ['I', '', 'Thủ tục hết hiệu lực'],
      procedure('1.000001'),
      ['B', '', 'Cấp xã'],
      procedure('1.000002'),
    ],
    [['repealed-part', 3, '4', 1]],
  ],
  [
    'fields below a heading without a number',
    [
      ['TTHC BỊ HỦY BỎ'],
      ['Lĩnh vực hộ tịch'],
      procedure('1.000001'),
      ['Lĩnh vực đất đai'],
      procedure('1.000002'),
    ],
    [['repealed-part', 2, '4–6', 2]],
  ],
  [
    'a last day says it all',
    [['II', '', 'Thủ tục bị bãi bỏ'], procedure('1.000001', 'Bãi bỏ', '30/06/2025')],
    [],
  ],
  [
    'a note',
    [procedure('1.000001', 'Đã bãi bỏ theo QĐ 12'), procedure('1.000002', 'Nộp sớm')],
    [['repealed-words', 2]],
  ],
  [
    'a name in brackets, and none that does it',
    [
      [1, '1.000001', 'Khai sinh (hết hiệu lực)', '', ''],
      [2, '1.000002', 'Hủy bỏ quyết định cấm tiếp xúc', '', ''],
    ],
    [['repealed-words', 2]],
  ],
])
  test(`procedures that may be repealed are in the catalogue, with a warning: ${name}`, async () => {
    const built = await build(csv(LIST, ...rows));
    assert.equal(built.catalog.procedures.length, rows.filter(([, code]) => /^1\.0/u.test(code)).length);
    assert.deepEqual(
      built.problems
        .filter(({ weight }) => weight !== 'note')
        .map(({ code, row, params }) =>
          [code, row, params.names, params.count].filter((part) => part !== undefined),
        ),
      expected,
    );
  });

test('a title that repeals holds for its table, one of a mixed list until a heading tells more', async () => {
  const header = ['Mã TTHC', 'Tên thủ tục'];
  const built = await build(
    csv(
      ['DANH MỤC THỦ TỤC MỚI BAN HÀNH VÀ BỊ BÃI BỎ'],
      header,
      ['I. Thủ tục mới ban hành'],
      ['1.000001', 'Một'],
      ['II. Thủ tục bị bãi bỏ'],
      ['1.000002', 'Hai'],
      [],
      ['B. DANH MỤC BỊ BÃI BỎ'],
      header.toReversed(),
      ['Ba', '1.000003'],
      [],
      ['C. DANH MỤC CÒN LẠI'],
      header,
      ['1.000004', 'Bốn'],
    ),
  );
  assert.deepEqual(
    built.problems
      .filter(({ weight }) => weight !== 'note')
      .map(({ code, row, params }) => [code, row, params.names]),
    [
      ['repealed-part', 5, '6'],
      ['repealed-part', 8, '10'],
    ],
  );
});

test('a sheet whose name repeals is warned of as a whole', async () => {
  const rows = (code) => [
    ['Mã TTHC', 'Tên thủ tục'],
    [code, 'Khai sinh'],
  ];
  const { catalog, problems } = await build(
    await workbookOf({ 'Còn hiệu lực': rows('1.000001'), 'Bãi bỏ': rows('1.000002') }),
  );
  assert.equal(catalog.procedures.length, 2);
  assert.deepEqual(
    problems.map(({ code, sheet, params }) => [code, sheet, params.names]),
    [['repealed-part', 'Bãi bỏ', '2']],
  );
});

test('a decision that makes known what is new and what is repealed repeals no procedure by itself', async () => {
  for (const [decision, expected] of [
    ['QĐ 12/QĐ-UBND công bố TTHC mới ban hành, sửa đổi, bổ sung, bãi bỏ', []],
    ['QĐ 12/QĐ-UBND công bố TTHC được sửa đổi, bị bãi bỏ', []],
    ['QĐ 12/QĐ-UBND công bố TTHC bị bãi bỏ', ['repealed-words']],
    ['QĐ 12/QĐ-UBND bãi bỏ TTHC ban hành kèm theo QĐ 5/QĐ-UBND', ['repealed-words']],
  ])
    assert.deepEqual((await one({ 'Quyết định công bố': decision })).problems, expected, decision);
});
