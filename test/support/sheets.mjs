import writeXlsxFile from 'write-excel-file/node';
import { zipSync, unzipSync, strFromU8, strToU8 } from 'fflate';
import { importSource } from '../../scripts/import-source.mjs';

/* Spreadsheets as communes keep them, made for tests, and what the library makes of them. */

export const sheet = await importSource('src/sheet/index.ts');
export const { sheetWords } = await importSource('src/ui/sheet-words.ts');

export const HEAD = { publisher: 'UBND xã Mẫu', place: 'Xã Mẫu' };
export const TODAY = '2026-11-26';

export const bytesOf = (text) => new TextEncoder().encode(text);

/** What is made of a file; whose it is is said. */
export const build = (bytes, options = {}) =>
  sheet.buildCatalog(typeof bytes === 'string' ? bytesOf(bytes) : bytes, {
    head: HEAD,
    today: TODAY,
    ...options,
  });

/** The one procedure that a CSV of two lines makes, and what is told of it. */
export async function one(columns) {
  const rows = [
    ['Mã thủ tục', 'Tên thủ tục', ...Object.keys(columns)],
    ['1.001193', 'Đăng ký khai sinh', ...Object.values(columns)],
  ];
  const { catalog, levels, problems } = await build(sheet.csvText(rows));
  return { procedure: catalog?.procedures[0], levels, problems: problems.map(({ code }) => code) };
}

/** A cell of a workbook: text, unless it says otherwise. */
export const cell = (value, more = {}) => ({
  value,
  type: typeof value === 'string' ? String : value.constructor,
  ...more,
});
export const down = (value, rowSpan) => cell(value, { rowSpan });
export const across = (value, columnSpan) => cell(value, { columnSpan });

const cellsOf = (rows) =>
  rows.map((row) =>
    row.map((value) =>
      value === null || (typeof value === 'object' && !(value instanceof Date))
        ? value
        : cell(value, value instanceof Date ? { format: 'dd/mm/yyyy' } : {}),
    ),
  );

/** @param rows texts, numbers, dates, `null`, or cells */
export async function workbook(rows, options = {}) {
  return new Uint8Array(await writeXlsxFile(cellsOf(rows), { sheet: 'Thủ tục', ...options }).toBuffer());
}

/** @param sheets rows by the name of the sheet */
export async function workbookOf(sheets) {
  const all = Object.entries(sheets).map(([name, rows]) => ({ sheet: name, data: cellsOf(rows) }));
  return new Uint8Array(await writeXlsxFile(all).toBuffer());
}

/** The same workbook with a part of it written otherwise. */
export function withPart(bytes, path, change) {
  const files = unzipSync(bytes);
  return zipSync({ ...files, [path]: strToU8(change(strFromU8(files[path]))) });
}

/** The same workbook with columns and rows that people do not see; positions from 1. */
export const withHidden = (bytes, { columns = [], rows = [], as = 'hidden="1"' }) =>
  withPart(bytes, 'xl/worksheets/sheet1.xml', (xml) =>
    rows.reduce(
      (text, row) => text.replace(new RegExp(`<row r="${row}"[^>]*?(?=/?>)`, 'u'), `$& ${as}`),
      xml
        .replace(/<cols>.*?<\/cols>/u, '')
        .replace(
          '<sheetData>',
          `<cols>${columns.map(([min, max]) => `<col min="${min}" max="${max}" ${as}/>`).join('')}</cols><sheetData>`,
        ),
    ),
  );

/** Signs of windows-1258 beyond ASCII that Vietnamese needs; tones are signs of their own behind the letter. */
const SIGNS = {
  Đ: 0xd0,
  đ: 0xf0,
  Ă: 0xc3,
  ă: 0xe3,
  Â: 0xc2,
  â: 0xe2,
  Ê: 0xca,
  ê: 0xea,
  Ô: 0xd4,
  ô: 0xf4,
  Ơ: 0xd5,
  ơ: 0xf5,
  Ư: 0xdd,
  ư: 0xfd,
};
const TONES = { '\u0300': 0xcc, '\u0301': 0xec, '\u0309': 0xd2, '\u0303': 0xde, '\u0323': 0xf2 };

/** Text as a spreadsheet on an old Vietnamese Windows saves it. */
export function windows1258(text) {
  const bytes = [...text.normalize('NFC')].flatMap((letter) => {
    if (letter in SIGNS || letter.charCodeAt(0) < 128) return [SIGNS[letter] ?? letter.charCodeAt(0)];
    const [base, ...marks] = [...letter.normalize('NFD')];
    const tone = marks.find((mark) => mark in TONES);
    const rest = (base + marks.filter((mark) => mark !== tone).join('')).normalize('NFC');
    return [SIGNS[rest] ?? rest.charCodeAt(0), TONES[tone]];
  });
  return Uint8Array.from(bytes);
}

/** What a reading tells: code, row and column of each problem, or of those of one weight. */
export const told = ({ problems }, weight) =>
  problems
    .filter((one) => !weight || one.weight === weight)
    .map(({ code, row, column }) => [code, row, column].filter((part) => part !== undefined).join(' '));

/** These members of each procedure that was read. */
export const only = ({ catalog }, ...members) =>
  catalog.procedures.map((procedure) => members.map((member) => procedure[member]));
