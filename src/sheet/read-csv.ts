import Papa from 'papaparse';
import { columnOf } from './columns.js';
import { decodeText } from './decode-text.js';
import { problemAt, type SheetProblem } from './sheet-problems.js';
import { tidy, type Sheet } from './sheet.js';

export interface ReadSheets {
  readonly sheets: readonly Sheet[];
  readonly problems: readonly SheetProblem[];
}

/** Spreadsheets part by `;` where the comma is the decimal sign, as in Vietnam; a copied table has tabs. */
const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Lines that tell what parts the columns. */
const SAMPLE_LINES = 40;

/** Reads a CSV, whatever it is written in and parted by. */
export function readCsv(bytes: Uint8Array<ArrayBuffer>): ReadSheets {
  const { text: decoded, encoding } = decodeText(bytes);
  const [text, named] = withoutSeparatorLine(decoded.replace(/^\ufeff/u, ''));
  const problems: SheetProblem[] = [];
  if (encoding === 'windows-1258') problems.push(problemAt({}, 'read-as-1258', firstAccented(text)));
  if (text.includes('\ufffd')) problems.push(problemAt({}, 'letters-lost'));
  const { data, errors } = Papa.parse(text, { delimiter: named ?? delimiterOf(text) });
  for (const { code, row } of errors)
    if (code === 'MissingQuotes' || code === 'InvalidQuotes')
      problems.push(problemAt(row === undefined ? {} : { row: row + 1 }, 'quotes-open'));
  // A line `sep=;` is a row that a spreadsheet does not show.
  const rows = data.map((cells) => cells.map((cell) => tidy(plainCell(cell)) || undefined));
  return { sheets: [{ name: '', rows, merges: [], hiddenColumns: [], hiddenRows: new Set() }], problems };
}

/** Excel's own first line, which says what parts the columns. */
function withoutSeparatorLine(text: string): readonly [text: string, delimiter: string | undefined] {
  const line = /^"?sep=(.)"?\r?\n/iu.exec(text);
  return line ? [text.slice(line[0].length), line[1]] : [text, undefined];
}

/** An apostrophe that keeps a spreadsheet from working out a text is none of the text. */
const plainCell = (cell: string): string => cell.replace(/^'(?=[=+\-@])/u, '');

/** What parts the first lines so that the most names of columns are known, else into the most columns. */
function delimiterOf(text: string): string {
  const lines = text.split(/\r?\n/u, SAMPLE_LINES).join('\n');
  const score = (delimiter: string) => {
    const rows = Papa.parse(lines, { delimiter }).data;
    const known = rows.map((cells) => cells.filter((cell) => columnOf(cell)).length);
    return Math.max(0, ...known) * 1000 + Math.max(0, ...rows.map((cells) => cells.length));
  };
  return [...DELIMITERS].sort((one, other) => score(other) - score(one))[0] ?? ',';
}

/** Words in which a wrong guess would be seen. */
const firstAccented = (text: string): string =>
  text.split(/[\r\n;,\t"]+/u).find((part) => /[^\s!-~]/u.test(part)) ?? '';
