import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { root } from '../../scripts/files.mjs';
import {
  across,
  build,
  bytesOf,
  down,
  HEAD,
  sheet,
  windows1258,
  withPart,
  workbook,
  workbookOf,
} from '../support/sheets.mjs';

/* Files as communes keep them: kinds, writings, joined cells, what stands around the table. */

const PLAIN = 'Mã thủ tục,Tên thủ tục\n1.001193,Đăng ký khai sinh\n';
const told = ({ problems }, weight) => problems.filter((one) => !weight || one.weight === weight);
const codes = (built, weight) => told(built, weight).map(({ code }) => code);
const utf16 = (text, big) => {
  const bytes = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
  return big ? bytes.map((_, at) => bytes[at ^ 1]) : bytes;
};

for (const [name, bytes, expected = []] of [
  ['UTF-8', bytesOf(PLAIN)],
  ['UTF-8 with its mark', bytesOf(`\ufeff${PLAIN}`)],
  ['UTF-8 with letters in pieces', bytesOf(PLAIN.normalize('NFD'))],
  ['UTF-16 of Excel (“Unicode Text”)', utf16(PLAIN.replaceAll(',', '\t'))],
  ['UTF-16 the other way round', utf16(PLAIN, true)],
  ['UTF-16 without its mark', utf16(PLAIN).slice(2)],
  ['windows-1258', windows1258(PLAIN), ['read-as-1258']],
  ['semicolons', bytesOf(PLAIN.replaceAll(',', ';'))],
  ['tabs', bytesOf(PLAIN.replaceAll(',', '\t'))],
  ['Excel’s own first line', bytesOf(`sep=;\r\n${PLAIN.replaceAll(',', ';')}`)],
  [
    'semicolons with commas in the texts',
    bytesOf('Mã TTHC;Tên TTHC;Hồ sơ\n1.001193;Đăng ký khai sinh;"a, b, c, d, e, f"'),
  ],
])
  test(`a CSV in ${name} is read`, async () => {
    const built = await build(bytes);
    assert.equal(built.catalog?.procedures[0].name, 'Đăng ký khai sinh');
    assert.equal(built.catalog.procedures[0].code, '1.001193');
    assert.deepEqual(codes(built), expected);
  });

test('a CSV in windows-1258 has all the letters of Vietnamese', async () => {
  const words =
    'Ắ ằ ẳ ẵ ặ Ấ ầ ẩ ẫ ậ é è ẻ ẽ ẹ Ế ề ể ễ ệ í ì ỉ ĩ ị ó ò ỏ õ ọ ố ồ ổ ỗ ộ ớ ờ ở ỡ ợ ú ù ủ ũ ụ ứ ừ ử ữ ự ý ỳ ỷ ỹ ỵ Đ đ';
  const { catalog } = await build(windows1258(`Mã,Tên\n1.001193,${words}`));
  assert.equal(catalog.procedures[0].name, words);
});

for (const [name, bytes, code] of [
  ['nothing', new Uint8Array(), 'file-empty'],
  ['Excel before 2007', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), 'file-old-excel'],
  [
    'a workbook with a password',
    Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from('EncryptedPackage', 'utf16le')),
    'file-locked',
  ],
  ['a web page named .xls', bytesOf('<html><table></table>'), 'file-not-sheet'],
  ['a PDF', bytesOf('%PDF-1.7'), 'file-not-sheet'],
  ['a document of Word', zipSync({ 'word/document.xml': strToU8('<w/>') }), 'file-not-sheet'],
  ['half a workbook', (await workbook([['Mã thủ tục', 'Tên thủ tục']])).slice(0, 900), 'file-broken'],
  ['text without a table', bytesOf('Kính gửi các xã'), 'no-header'],
  ['a header and nothing below', bytesOf('Mã thủ tục,Tên thủ tục\n'), 'no-rows'],
])
  test(`${name} makes no catalogue, and the reason is told`, async () => {
    const built = await build(bytes);
    assert.equal(built.catalog, undefined);
    assert.deepEqual(codes(built, 'error'), [code]);
  });

for (const [name, words, code] of [
  ['TCVN3', 'Thñ tôc ®¨ng ký khai sinh,Thñ tôc chøng thùc b¶n sao', 'letters-tcvn3'],
  ['VNI', 'Thuû tuïc ñaêng kyù khai sinh,Thuû tuïc chöùng thöïc baûn sao', 'letters-vni'],
])
  test(`text in the old letters of ${name} makes no catalogue, and the way out is told`, async () => {
    const built = await build(`Mã thủ tục,Tên thủ tục,Ghi chú\n1.001193,${words}`);
    assert.equal(built.catalog, undefined);
    assert.deepEqual(codes(built), [code]);
  });

test('a name of another country is no old writing', async () => {
  const built = await build('Mã thủ tục,Tên thủ tục\n1.001193,Hợp tác với Köln và Besançon');
  assert.deepEqual(codes(built), []);
});

test('a workbook with joined cells: several rows are one procedure, and each value is said once', async () => {
  const built = await build(
    await workbook([
      [across('ỦY BAN NHÂN DÂN XÃ MẪU', 6), null, null, null, null, null],
      [],
      [
        down('STT', 2),
        down('Mã số TTHC', 2),
        down('Tên TTHC', 2),
        down('Thành phần hồ sơ', 2),
        across('Số lượng', 2),
        null,
      ],
      [null, null, null, null, 'Bản chính', 'Bản sao'],
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
      [across('I. LĨNH VỰC HỘ TỊCH', 6), null, null, null, null, null],
      [down(1, 2), down('1.001193', 2), down('Đăng ký khai sinh', 2), '- Tờ khai', '01', null],
      [null, null, null, '- Giấy chứng sinh', 1, '02 bản'],
      [2, '1.004194', 'Đăng ký tạm trú', 'Tờ khai CT01', null, null],
      [null, null, null, 'Hợp đồng thuê nhà', null, 1],
      [across('Tổng số: 2 thủ tục', 6), null, null, null, null, null],
    ]),
  );
  const [birth, stay] = built.catalog.procedures;
  assert.equal(birth.field, 'HỘ TỊCH');
  assert.deepEqual(birth.paperGroups, [
    {
      papers: [
        { kind: 'paper', name: 'Tờ khai', originals: 1 },
        { kind: 'paper', name: 'Giấy chứng sinh', originals: 1, copies: 2 },
      ],
    },
  ]);
  assert.deepEqual(
    stay.paperGroups[0].papers.map(({ name }) => name),
    ['Tờ khai CT01', 'Hợp đồng thuê nhà'],
  );
  assert.deepEqual(
    told(built).map(({ code, row }) => [code, row]),
    [
      ['row-unread', 11],
      ['row-above-header', 1],
      ['column-count-only', 4],
      ['row-numbering', 5],
      ['row-heading', 6],
    ],
  );
});

test('a value joined over several procedures belongs to each of them, a list joined within one is said once', async () => {
  const { catalog } = await build(
    await workbook([
      ['Mã thủ tục', 'Tên thủ tục', 'Lĩnh vực', 'Lệ phí', 'Giấy tờ'],
      [down('1.001193', 2), down('Khai sinh', 2), down('Hộ tịch', 3), down('8.000 đồng', 2), 'Tờ khai'],
      [null, null, null, null, 'Giấy chứng sinh'],
      ['1.000894', 'Kết hôn', null, null, null],
    ]),
  );
  assert.deepEqual(
    catalog.procedures.map(({ field, fees = [] }) => [field, fees.length]),
    [
      ['Hộ tịch', 1],
      ['Hộ tịch', 0],
    ],
  );
});

test('a workbook says numbers and days as they are, and a code that was taken for a number', async () => {
  const built = await build(
    await workbook([
      ['Mã thủ tục', 'Tên thủ tục', 'Phí', 'Ngày đối chiếu', 'Hiệu lực từ'],
      [2.00001, 'Cấp bản sao', 8000, new Date('2026-07-01'), 46204],
    ]),
  );
  const [{ code, fees, verifiedOn, validFrom }] = built.catalog.procedures;
  assert.deepEqual(
    [code, fees[0].amount, verifiedOn, validFrom],
    ['2.000010', 8000, '2026-07-01', undefined],
  );
  assert.deepEqual(codes(built), ['day-number', 'code-number']);
});

test('errors of formulas and hidden sheets are told, which the reader of the format passes over', async () => {
  const plain = await workbook([
    ['Mã thủ tục', 'Tên thủ tục', 'Phí', 'Ghi chú'],
    ['1.001193', 'Đăng ký khai sinh', 8000, 'x'],
  ]);
  const cells = withPart(plain, 'xl/worksheets/sheet1.xml', (xml) =>
    xml
      .replace(/<c r="C2"[^>]*>.*?<\/c>/u, '<c r="C2" t="e"><f>A1</f><v>#REF!</v></c>')
      .replace(/<c r="D2"[^>]*>.*?<\/c>/u, '<c r="D2"><f>NOW()</f></c>'),
  );
  const built = await build(cells);
  assert.deepEqual(
    told(built).map(({ code, row, column, params }) => [code, row, column, params.found]),
    [
      ['cell-error', 2, 'C', '#REF!'],
      ['formula-empty', 2, 'D', undefined],
    ],
  );
  const hidden = withPart(plain, 'xl/workbook.xml', (xml) =>
    xml.replace('<sheet ', '<sheet state="hidden" '),
  );
  assert.deepEqual(codes(await build(hidden)), ['sheet-hidden']);
});

test('nothing is dropped in silence: columns nobody knows, rows without a code, a code twice', async () => {
  const built = await build(
    [
      'UBND xã Mẫu,,,,',
      'Mã thủ tục,Tên thủ tục,Người phụ trách,Tên thủ tục,',
      '1.001193,Khai sinh,Ông A,Khác,lạc',
      ',Kết hôn,,,',
      '1.000894,,,,',
      '1.004194,Tạm trú,,,',
      '1.001193,Khai sinh,,,',
    ].join('\n'),
  );
  assert.deepEqual(
    told(built).map(({ code, row, column }) => [code, row, column]),
    [
      ['column-twice', 2, 'D'],
      ['code-missing', 4, undefined],
      ['name-missing', 5, undefined],
      ['code-twice', 7, undefined],
      ['column-unnamed', undefined, 'E'],
      ['column-unknown', 2, 'C'],
      ['row-above-header', 1, undefined],
    ],
  );
  assert.equal(built.catalog.procedures.length, 2);
});

test('a column is what the person says it is, or is left out as they say', async () => {
  const text = 'Mã thủ tục,Tên thủ tục,Cơ quan làm,Ông phụ trách\n1.001193,Khai sinh,UBND xã,Ông A';
  const built = await build(text, { columns: { 'cơ quan  làm': 'competentAgency', 'Ông phụ trách': '-' } });
  assert.equal(built.catalog.procedures[0].competentAgency, 'UBND xã');
  assert.deepEqual(codes(built), ['column-left-out']);
  assert.equal(JSON.stringify(built.catalog).includes('Ông A'), false);
});

test('whose it is comes from the form, from above the table, or from the last catalogue, in this order', async () => {
  const above = `Cơ quan công bố,UBND xã Trên\nNơi áp dụng:,Xã Trên\nNgày công bố,01/07/2026\n\n${PLAIN}`;
  const previous = {
    formatVersion: 1,
    publisher: 'UBND xã Cũ',
    place: 'Xã Cũ',
    publishedOn: '2025-01-01',
    procedures: [],
  };
  const headOf = async (text, head) => {
    const { catalog } = await build(text, { head, previous });
    return [catalog.publisher, catalog.place, catalog.publishedOn];
  };
  assert.deepEqual(await headOf(above, { publisher: 'UBND xã Mẫu', place: '' }), [
    'UBND xã Mẫu',
    'Xã Trên',
    '2026-07-01',
  ]);
  assert.deepEqual(await headOf(PLAIN, {}), ['UBND xã Cũ', 'Xã Cũ', '2026-11-26']);
  const nobody = await build(PLAIN, { head: {} });
  assert.deepEqual([nobody.catalog, codes(nobody)], [undefined, ['head-missing']]);
  assert.deepEqual(codes(await build(PLAIN, { head: { ...HEAD, publishedOn: '31/2/2026' } })), ['head-day']);
});

test('what is filled in goes before what the file says, and that is told by row', async () => {
  const above = `Cơ quan công bố,UBND xã Trên\nNơi áp dụng,Xã Mẫu\nNgày công bố,01/07/2026\n\n${PLAIN}`;
  const { problems } = await build(above, { head: { ...HEAD, publishedOn: '2026-02-01' } });
  assert.deepEqual(
    problems.map(({ code, weight, row, params }) => [code, weight, row, params.found, params.names]),
    [
      ['head-replaced', 'warning', 1, 'UBND xã Trên', 'UBND xã Mẫu'],
      ['head-replaced', 'warning', 3, '01/07/2026', '01/02/2026'],
    ],
  );
  assert.deepEqual(codes(await build(above, { head: {} })), []);
});

test('two sheets of two publishers: one is used, the other is told by sheet and row', async () => {
  const of = (name) => [
    [`Cơ quan công bố: UBND xã ${name}`, null],
    ['Nơi áp dụng', `Xã ${name}`],
    ['Mã thủ tục', 'Tên thủ tục'],
    [name === 'Một' ? '1.001193' : '1.000894', `Thủ tục của xã ${name}`],
  ];
  const { catalog, problems } = await build(await workbookOf({ Một: of('Một'), Hai: of('Hai') }), {
    head: {},
  });
  assert.deepEqual([catalog.publisher, catalog.place], ['UBND xã Một', 'Xã Một']);
  assert.deepEqual(
    problems.map(({ code, weight, sheet: name, row, params }) => [code, weight, name, row, params.names]),
    [
      ['head-differs', 'warning', 'Hai', 1, 'UBND xã Một'],
      ['head-differs', 'warning', 'Hai', 2, 'Xã Một'],
    ],
  );
});

test('what changed since the last catalogue is told by field, in the words of a cell', async () => {
  const before = await build(
    'Mã,Tên,Phí\n1.001193,Khai sinh,8.000 đồng\n1.000894,Kết hôn,Miễn phí\n1.004194,Tạm trú,',
  );
  const { changes } = await build(
    'Mã,Tên,Phí\n1001193,Khai sinh,Miễn phí\n1.004194,Tạm trú,\n2.000815,Chứng thực,',
    { previous: before.catalog },
  );
  assert.deepEqual(changes, {
    added: [{ code: '2.000815', name: 'Chứng thực' }],
    removed: [{ code: '1.000894', name: 'Kết hôn' }],
    changed: [
      {
        code: '1001193',
        name: 'Khai sinh',
        fields: [
          { column: 'code', before: '1.001193', after: '1001193' },
          { column: 'fees', before: '8.000 đồng', after: 'Miễn phí' },
        ],
      },
    ],
    unchanged: 1,
  });
  assert.equal((await build(PLAIN, { previous: { any: 'thing' } })).changes, undefined);
});

test('the whole sample catalogue goes into a CSV and comes back as it was', async () => {
  const catalog = JSON.parse(readFileSync(join(root, 'examples/commune/data/catalog.json'), 'utf8'));
  const built = await build(sheet.csvText(sheet.catalogRows(catalog)), { head: {}, previous: catalog });
  assert.deepEqual(codes(built, 'error'), []);
  // Papers and đồng are said where the file leaves them to be understood.
  const plain = (value) =>
    JSON.parse(JSON.stringify(value), (_, member) => {
      if (typeof member !== 'object' || member === null || Array.isArray(member)) return member;
      const { kind, currency, ...rest } = member;
      return {
        ...rest,
        ...(kind !== 'paper' && kind && { kind }),
        ...(currency !== 'VND' && currency && { currency }),
      };
    });
  assert.deepEqual(plain(built.catalog.procedures), plain(catalog.procedures));
  assert.deepEqual([built.changes.added, built.changes.removed, built.changes.changed], [[], [], []]);
});

test('whatever stands in the cells: no exception, and each row is in the catalogue or told', async () => {
  const words = fc.oneof(
    fc.constantFrom(
      '',
      '1.001193',
      '1.000894',
      'Khai sinh',
      'Cấp xã',
      '0',
      'Miễn phí',
      '01/07/2026',
      '3 ngày',
      '-',
      '=1+1',
      'a\nb',
      '"',
      '|',
      ' – ',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );
  const header = sheet.COLUMN_IDS.map(sheet.headerOf);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(words, { minLength: header.length, maxLength: header.length }), { maxLength: 5 }),
      async (rows) => {
        const built = await build(sheet.csvText([header, ...rows]));
        const codesIn = new Set(built.catalog?.procedures.map(({ code }) => code));
        const rowsTold = new Set(built.problems.map(({ row }) => row));
        rows.forEach((row, at) => {
          const code = row[1].replace(/\s+/gu, ' ').trim().normalize('NFC');
          const isEmpty = row.every((text) => text.trim() === '');
          const isRead = codesIn.has(code) || (code === '' && built.catalog !== undefined);
          assert.ok(
            isEmpty || isRead || rowsTold.has(at + 2) || codesIn.size === 0,
            JSON.stringify({ at, row }),
          );
        });
      },
    ),
    { numRuns: 120 },
  );
});

test('any bytes at all: no exception, and a reason where there is no catalogue', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      const built = await build(Uint8Array.from(bytes));
      assert.ok(built.catalog || built.problems.some(({ weight }) => weight === 'error'));
    }),
    { numRuns: 200 },
  );
});
