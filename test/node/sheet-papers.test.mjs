import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build, sheet } from '../support/sheets.mjs';

/* Which papers everybody needs, and of which one is enough: what ends a choice. */

/** The groups that come out of the cells of papers, one a row; and what is told, by row and column. */
async function groupsOf(cells, beside = cells.map(() => '')) {
  const rows = cells.map((cell, at) => [
    ...(at === 0 ? ['1.001193', 'Khai sinh'] : ['', '']),
    cell,
    beside[at],
  ]);
  const { catalog, problems } = await build(
    sheet.csvText([['Mã TTHC', 'Tên thủ tục', 'Thành phần hồ sơ', 'Số bản chính'], ...rows]),
  );
  return {
    groups: catalog.procedures[0].paperGroups.map(({ case: name, papers }) => [
      name,
      ...papers.map((paper) => paper.name),
    ]),
    told: problems.map(({ code, row, column }) => `${code} ${row} ${column}`),
  };
}

const CHOICE = 'Một trong các giấy tờ sau';
for (const [name, lines, groups, told = []] of [
  [
    'the sign of the line that opens it ends it',
    ['- Tờ khai', `- ${CHOICE}:`, '+ Căn cước', '+ Hộ chiếu', '- Ảnh'],
    [
      [undefined, 'Tờ khai', 'Ảnh'],
      [CHOICE, 'Căn cước', 'Hộ chiếu'],
    ],
  ],
  [
    'numbers outside, letters within',
    ['1. Tờ khai', `2. ${CHOICE}:`, 'a) Căn cước', 'b) Hộ chiếu', '3. Ảnh'],
    [
      [undefined, 'Tờ khai', 'Ảnh'],
      [CHOICE, 'Căn cước', 'Hộ chiếu'],
    ],
  ],
  [
    'a choice within a part',
    [
      '1. Phải nộp:',
      '- Tờ khai',
      `- ${CHOICE}:`,
      '+ Căn cước',
      '+ Hộ chiếu',
      '- Đơn',
      '2. Phải xuất trình:',
      '- Ảnh',
    ],
    [
      ['Phải nộp', 'Tờ khai', 'Đơn'],
      [`Phải nộp – ${CHOICE}`, 'Căn cước', 'Hộ chiếu'],
      ['Phải xuất trình', 'Ảnh'],
    ],
  ],
  [
    'two choices in the same words are two',
    [`- ${CHOICE}:`, '+ Căn cước', '+ Hộ chiếu', '- Ảnh', `- ${CHOICE}:`, '+ Sổ đỏ', '+ Hợp đồng'],
    [
      [CHOICE, 'Căn cước', 'Hộ chiếu'],
      [undefined, 'Ảnh'],
      [`${CHOICE} (2)`, 'Sổ đỏ', 'Hợp đồng'],
    ],
  ],
  [
    'parts whose papers have the sign of the part',
    ['- Phải nộp:', '- Tờ khai', '- Ảnh', '- Phải xuất trình:', '- Căn cước'],
    [
      ['Phải nộp', 'Tờ khai', 'Ảnh'],
      ['Phải xuất trình', 'Căn cước'],
    ],
  ],
  [
    'a part without a sign below papers with one',
    ['- Tờ khai', '- Đơn', 'Giấy tờ phải xuất trình:', '- Căn cước'],
    [
      [undefined, 'Tờ khai', 'Đơn'],
      ['Giấy tờ phải xuất trình', 'Căn cước'],
    ],
  ],
  [
    'no sign tells where it ends',
    ['- Tờ khai', `- ${CHOICE}:`, '- Căn cước', '- Hộ chiếu', '- Ảnh'],
    [
      [undefined, 'Tờ khai'],
      [CHOICE, 'Căn cước', 'Hộ chiếu', 'Ảnh'],
    ],
    ['papers-unclear 2 C'],
  ],
])
  test(`papers in one cell: ${name}`, async () => {
    assert.deepEqual(await groupsOf([lines.join('\n')]), { groups, told });
  });

for (const [name, rows, groups, told = [], beside] of [
  [
    'signs part them as in one cell',
    ['- Tờ khai', `- ${CHOICE}:`, '+ Căn cước', '+ Hộ chiếu', '- Ảnh'],
    [
      [undefined, 'Tờ khai', 'Ảnh'],
      [CHOICE, 'Căn cước', 'Hộ chiếu'],
    ],
  ],
  [
    'a cell with the whole choice ends with itself',
    ['Tờ khai', `${CHOICE}:\n- Căn cước\n- Hộ chiếu`, 'Ảnh'],
    [
      [undefined, 'Tờ khai', 'Ảnh'],
      [CHOICE, 'Căn cước', 'Hộ chiếu'],
    ],
  ],
  [
    'a number beside the line that opens a choice is nobody’s',
    [`- ${CHOICE}:`, '+ Căn cước', '+ Hộ chiếu'],
    [[CHOICE, 'Căn cước', 'Hộ chiếu']],
    ['counts-unclear 2 D'],
    ['1', '', ''],
  ],
  [
    'a line without a sign may be of the choice or not',
    ['- Tờ khai', `- ${CHOICE}:`, '+ Căn cước', 'Ảnh'],
    [
      [undefined, 'Tờ khai'],
      [CHOICE, 'Căn cước', 'Ảnh'],
    ],
    ['papers-unclear 5 C'],
  ],
  [
    'without signs the rows stay papers, and it is told',
    ['Tờ khai', `${CHOICE}:`, 'Căn cước', 'Hộ chiếu'],
    [[undefined, 'Tờ khai', `${CHOICE}:`, 'Căn cước', 'Hộ chiếu']],
    ['papers-unclear 3 C'],
  ],
  ['a colon alone opens nothing', ['Tờ khai:', 'Ảnh'], [[undefined, 'Tờ khai:', 'Ảnh']]],
])
  test(`papers in rows of their own: ${name}`, async () => {
    assert.deepEqual(await groupsOf(rows, beside), { groups, told });
  });
