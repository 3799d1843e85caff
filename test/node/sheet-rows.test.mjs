import assert from 'node:assert/strict';
import { test } from 'node:test';
import { across, build, down, only, told, workbook, workbookOf } from '../support/sheets.mjs';

/* Which rows belong to a procedure, and which to nobody: what stands below a table is no part of the last one in it. */

const papersOf = ({ catalog }) =>
  catalog.procedures.map(({ paperGroups = [] }) =>
    paperGroups.map(({ case: name, papers }) => [name, ...papers.map((paper) => paper.name)]),
  );
/** A CSV of these cells. */
const csv = (...rows) =>
  rows.map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(',')).join('\n');

const HEADER = ['STT', 'Mã TTHC', 'Tên thủ tục', 'Kết quả', 'Cơ quan thực hiện', 'Ghi chú'];
const ROW = [1, '1.001193', 'Khai sinh', 'Giấy khai sinh', 'UBND xã', ''];
const AT = { results: 3, agency: 4, note: 5 };
/** A row with these words under the names of columns. */
const under = (cells) =>
  HEADER.map((_, at) => Object.entries(cells).find(([name]) => AT[name] === at)?.[1] ?? '');

for (const [name, rows, unread] of [
  [
    'under the agency',
    [
      [],
      under({ agency: 'TM. ỦY BAN NHÂN DÂN' }),
      under({ agency: 'CHỦ TỊCH' }),
      [],
      under({ agency: 'Nguyễn A' }),
    ],
    [4, 5, 7],
  ],
  ['under the notes', [[], under({ note: 'CHỦ TỊCH' }), under({ note: 'Nguyễn A' })], [4, 5]],
  ['with no empty row above', [under({ agency: 'CHỦ TỊCH' }), under({ agency: 'Nguyễn A' })], [3, 4]],
  [
    'of two people',
    [
      under({ results: 'NGƯỜI LẬP', note: 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH' }),
      under({ results: 'Trần B', note: 'Lê C' }),
    ],
    [3, 4],
  ],
  [
    'with the name of the commune',
    [under({ agency: 'Chủ tịch UBND xã Đồng Tâm' }), under({ agency: 'Nguyễn A' })],
    [3, 4],
  ],
  [
    'below the place and the day',
    [under({ note: 'Xã Mẫu, ngày 1 tháng 7 năm 2026\nCÔNG CHỨC' }), under({ note: 'Nguyễn A' })],
    [3, 4],
  ],
  ['below who gets the list', [under({ results: 'Nơi nhận:' }), under({ results: '- Lưu: VT.' })], [3, 4]],
  ['below the sum', [under({ results: 'Tổng số: 1 thủ tục' }), under({ results: 'Trần B' })], [3, 4]],
  ['of whom no word tells', [[], under({ agency: 'Nguyễn A' })], [4]],
])
  test(`signatures and other lines below the table are told and in no procedure: ${name}`, async () => {
    const built = await build(csv(HEADER, ROW, ...rows));
    assert.deepEqual(only(built, 'competentAgency', 'results', 'note'), [
      ['UBND xã', ['Giấy khai sinh'], undefined],
    ]);
    assert.deepEqual(
      told(built, 'error'),
      unread.map((row) => `row-unread ${row}`),
    );
  });

test('names below signatures are no field of what follows, numbered headings are', async () => {
  const built = await build(
    await workbook([
      ['STT', 'Mã TTHC', 'Tên thủ tục', 'Ghi chú'],
      [1, '1.001193', 'Khai sinh', null],
      [across('CHỦ TỊCH', 4), null, null, null],
      [across('Nguyễn Văn A', 4), null, null, null],
      [2, '1.000894', 'Kết hôn', null],
      [null, null, null, 'CHỦ TỊCH'],
      [across('II. Đất đai', 4), null, null, null],
      [1, '1.012753', 'Đăng ký đất', null],
    ]),
  );
  assert.deepEqual(only(built, 'code', 'field'), [
    ['1.001193', undefined],
    ['1.000894', undefined],
    ['1.012753', 'Đất đai'],
  ]);
  assert.deepEqual(told(built, 'error'), ['row-unread 3', 'row-unread 4', 'row-unread 6']);
});

for (const [name, rows, expected] of [
  [
    'beside another office',
    [
      ['', 'NGƯỜI LẬP BIỂU', 'TM. ỦY BAN NHÂN DÂN'],
      ['', 'Trần Thị B', 'Nguyễn Văn A'],
    ],
    ['row-unread 3', 'row-unread 4'],
  ],
  [
    'alone',
    [
      ['', 'CHỦ TỊCH', ''],
      ['', 'Nguyễn Văn A', ''],
    ],
    ['row-unread 3', 'row-unread 4'],
  ],
  [
    'of whom no word tells',
    [
      ['', 'Kế toán', 'Trưởng phòng'],
      ['', 'Trần Thị B', 'Nguyễn Văn A'],
    ],
    ['row-unread 3', 'row-unread 4'],
  ],
  [
    'below the day, with a telephone',
    [
      ['', 'Xã Mẫu, ngày 1 tháng 7 năm 2026', ''],
      ['', '0912345678', 'Nguyễn Văn A'],
    ],
    ['row-unread 3', 'row-unread 4'],
  ],
])
  test(`who signs under the codes is no procedure: ${name}`, async () => {
    const header = ['STT', 'Mã TTHC', 'Tên thủ tục'];
    const next = [2, '1.000894', 'Kết hôn'];
    const built = await build(csv(header, [1, '1.001193', 'Khai sinh'], ...rows, next));
    assert.deepEqual(only(built, 'code'), [['1.001193'], ['1.000894']]);
    assert.deepEqual(told(built, 'error'), expected);
    const again = await build(csv(header, next, ...rows, header, [1, 'TT-01', 'Khai sinh']));
    assert.deepEqual(only(again, 'code'), [['1.000894'], ['TT-01']]);
  });

for (const [name, rows] of [
  ['an office', [[across('CHỦ TỊCH UBND XÃ', 4)]]],
  [
    'an office, a name and a title',
    [[null, null, null, 'CHỦ TỊCH'], [null, null, null, 'Nguyễn Văn A'], [across('ĐẤT ĐAI', 4)]],
  ],
])
  test(`below signatures no field goes on, and a heading counts again: ${name}`, async () => {
    const built = await build(
      await workbook([
        ['STT', 'Mã TTHC', 'Tên thủ tục', 'Ghi chú'],
        ['I', across('Lĩnh vực hộ tịch', 3)],
        [1, '1.001193', 'Khai sinh', null],
        ...rows,
        [2, '1.012753', 'Đăng ký đất', null],
        ['II', across('Lĩnh vực cư trú', 3)],
        [3, '1.004222', 'Thường trú', null],
      ]),
    );
    assert.deepEqual(only(built, 'code', 'field'), [
      ['1.001193', 'hộ tịch'],
      ['1.012753', undefined],
      ['1.004222', 'cư trú'],
    ]);
    assert.deepEqual(
      told(built, 'error'),
      rows.map((_, at) => `row-unread ${at + 4}`),
    );
  });

for (const [name, advice, papers] of [
  ['alone', ['', '', '', '', '', 'Lưu ý: nộp sớm'], ['Tờ khai', 'Ảnh']],
  ['beside a fee', ['', '', '', '', '8.000 đồng', 'Lưu ý: nộp sớm'], ['Tờ khai', 'Ảnh']],
  ['beside another name', ['', '', 'Kết hôn', '', '', 'Lưu ý: nộp sớm'], ['Tờ khai']],
  ['beside another number', [2, '', '', '', '', 'Lưu ý: nộp sớm'], ['Tờ khai']],
])
  test(`papers go on below advice unless it is of another procedure: ${name}`, async () => {
    const built = await build(
      csv(
        ['STT', 'Mã TTHC', 'Tên thủ tục', 'Thành phần hồ sơ', 'Lệ phí', 'Ghi chú'],
        [1, '1.001193', 'Khai sinh', 'Tờ khai', '', ''],
        advice,
        ['', '', '', 'Ảnh', '', ''],
        ['', '', '', '', '9.000 đồng', ''],
      ),
    );
    assert.deepEqual(papersOf(built), [[[undefined, ...papers]]]);
    assert.equal(told(built, 'error')[0], 'row-unread 3');
  });

test('an agency that is an office stays where a procedure is, and so does advice among papers', async () => {
  const built = await build(
    csv(
      ['STT', 'Mã TTHC', 'Tên thủ tục', 'Thành phần hồ sơ', 'Cơ quan thực hiện', 'Trình tự', 'Căn cứ'],
      [1, '1.001193', 'Khai sinh', 'Tờ khai', 'Chủ tịch UBND xã', 'Nộp hồ sơ', ''],
      ['', '', '', 'Giấy chứng sinh', 'Phó Chủ tịch UBND xã', '', ''],
      ['', '', '', 'Lưu ý: mang bản gốc', '', '', ''],
      ['', '', '', 'Ảnh', '', '', ''],
      ['', '', '', '', '', 'Chủ tịch UBND xã ký giấy khai sinh', ''],
      ['', '', '', '', '', '', 'Luật Hộ tịch, ngày 20 tháng 11 năm 2014'],
      ['A', '', 'CHỦ TỊCH UBND XÃ', '', '', '', ''],
      [2, '1.000894', 'Kết hôn', 'Tờ khai', 'Chủ tịch UBND xã', '', ''],
    ),
  );
  assert.deepEqual(only(built, 'competentAgency', 'field'), [
    ['Chủ tịch UBND xã; Phó Chủ tịch UBND xã', undefined],
    ['Chủ tịch UBND xã', 'CHỦ TỊCH UBND XÃ'],
  ]);
  assert.deepEqual(papersOf(built)[0], [[undefined, 'Tờ khai', 'Giấy chứng sinh', 'Ảnh']]);
  const [{ steps, legalBasis }] = built.catalog.procedures;
  assert.deepEqual([steps.length, legalBasis[0].number], [2, 'Luật Hộ tịch, ngày 20 tháng 11 năm 2014']);
  assert.deepEqual(told(built, 'error'), ['row-unread 4']);
});

test('papers go on below an empty row and below a code that is there again', async () => {
  const built = await build(
    csv(
      ['Mã TTHC', 'Tên thủ tục', 'Thành phần hồ sơ', 'Ghi chú'],
      ['1.001193', 'Khai sinh', 'Tờ khai', ''],
      [],
      ['', '', 'Giấy chứng sinh', ''],
      ['', '', '', 'CHỦ TỊCH'],
      ['1.001193', 'Khai sinh', 'Ảnh', ''],
      ['', '', 'Hộ chiếu', ''],
    ),
  );
  assert.deepEqual(papersOf(built), [[[undefined, 'Tờ khai', 'Giấy chứng sinh', 'Ảnh', 'Hộ chiếu']]]);
  assert.deepEqual(told(built), ['row-unread 5']);
});

const FEES = ['STT', 'Mã TTHC', 'Tên thủ tục', 'Lệ phí', 'Thời hạn'];
for (const [name, rows, problems] of [
  ['neither code nor name', [[2, '', '', '50.000 đồng', '5 ngày']], ['code-missing 3']],
  ['the same name', [[2, '', 'Khai sinh', '50.000 đồng', '']], ['code-missing 3']],
  ['a number with a dot', [['2.', '', '', '50.000 đồng', '']], ['code-missing 3']],
  [
    'more rows of its own',
    [
      [2, '', '', '50.000 đồng', ''],
      ['', '', '', '', '5 ngày'],
    ],
    ['code-missing 3'],
  ],
  ['nothing but its number', [[2], ['', '', '', '50.000 đồng', '5 ngày']], ['row-unread 4']],
])
  test(`a row with the next number and no code is not of the procedure above: ${name}`, async () => {
    const built = await build(
      csv(FEES, [1, '1.001193', 'Khai sinh', '8.000 đồng', '1 ngày'], ...rows, [
        3,
        '1.000894',
        'Kết hôn',
        '',
        '',
      ]),
    );
    assert.deepEqual(
      built.catalog.procedures.map(({ code, fees = [], timeLimit }) => [
        code,
        fees.map(({ amount }) => amount),
        timeLimit?.value,
      ]),
      [
        ['1.001193', [8000], 1],
        ['1.000894', [], undefined],
      ],
    );
    assert.deepEqual(told(built, 'error'), problems);
  });

test('a row with a number and neither code nor name is told once, by its number', async () => {
  const { problems } = await build(
    csv(FEES, [1, '1.001193', 'Khai sinh', '', ''], [2, '', '', '8.000 đồng', '']),
  );
  assert.deepEqual(
    problems.filter(({ weight }) => weight === 'error').map(({ code, params }) => [code, params.found]),
    [['code-missing', 'STT 2']],
  );
});

for (const [name, header, numbers] of [
  ['no number', 'before', [1, '', '']],
  ['the same number', 'before', ['1', '1', '01']],
  ['numbers below its own', 'before', ['1', '1.1', '1.2']],
  ['letters', 'before', [1, 'a)', 'b)']],
  ['numbers below a Roman one', 'before', ['II', 1, 2]],
  ['numbers where the procedure has none', 'before', ['', 1, 2]],
  ['numbers in a column behind the name', 'behind', [1, 2, 3]],
])
  test(`rows of papers go on with the procedure above: ${name}`, async () => {
    const papers = ['Tờ khai', 'Giấy chứng sinh', 'Ảnh'];
    const keys = (at) => (at === 0 ? ['1.001193', 'Khai sinh'] : ['', '']);
    const row = (number, own, paper) =>
      header === 'before' ? [number, ...own, paper] : [...own, number, paper];
    const built = await build(
      csv(
        row('STT', ['Mã TTHC', 'Tên thủ tục'], 'Thành phần hồ sơ'),
        ...papers.map((paper, at) => row(numbers[at], keys(at), paper)),
      ),
    );
    assert.deepEqual(papersOf(built), [[[undefined, ...papers]]]);
    assert.deepEqual(told(built, 'error'), []);
  });

test('joined numbers, codes and names hold the rows of a procedure together', async () => {
  const built = await build(
    await workbook([
      ['STT', 'Mã TTHC', 'Tên thủ tục', 'Thành phần hồ sơ'],
      [down(1, 2), '1.001193', 'Khai sinh', 'Tờ khai'],
      [null, null, null, 'Giấy chứng sinh'],
      [2, '1.000894', down('Kết hôn', 2), 'Tờ khai'],
      [3, null, null, 'Căn cước'],
    ]),
  );
  assert.deepEqual(papersOf(built), [
    [[undefined, 'Tờ khai', 'Giấy chứng sinh']],
    [[undefined, 'Tờ khai', 'Căn cước']],
  ]);
  assert.deepEqual(told(built, 'error'), []);
});

const MIXED = ['Đăng ký khai sinh', 'Đăng ký lại khai tử', 'Chứng thực bản sao từ bản chính'];
const unicodeRows = () => [
  ['Mã TTHC', 'Tên thủ tục'],
  ...Array.from({ length: 20 }, (_, at) => [`1.0011${10 + at}`, MIXED[at % 3]]),
];

test('one sheet in old letters among others is told and left out, however small', async () => {
  const built = await build(
    await workbookOf({
      Một: unicodeRows(),
      Hai: [
        ['Mã TTHC', 'Tên thủ tục'],
        ['1.002193', '§¨ng ký khai sinh, ®¨ng ký l¹i'],
        ['1.002194', '§¨ng ký khai tö'],
      ],
    }),
  );
  assert.equal(built.catalog.procedures.length, 20);
  assert.deepEqual(
    built.problems.map(({ code, sheet, row, column }) => [code, sheet, row, column]),
    [['letters-tcvn3', 'Hai', 2, 'B']],
  );
});

test('a sheet with too little text to tell its letters is read as the file is', async () => {
  const built = await build(
    await workbookOf({
      Một: unicodeRows(),
      Hai: [
        ['Code', 'Name'],
        ['1.002193', 'Köln'],
      ],
    }),
  );
  assert.equal(built.catalog.procedures.length, 21);
  assert.deepEqual(told(built), []);
});
