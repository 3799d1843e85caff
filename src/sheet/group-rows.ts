import type { ColumnId } from './columns.js';
import { layoutOf, type Header } from './find-header.js';
import { changesSums, isRowOfUnits, isUnitAlone, partUnits, unitSaidIn } from './money-unit.js';
import { procedureKey } from './procedure-key.js';
import { END, FIELD, rowReader, type PlacedCell, type RowCells, type RowReader } from './row-reader.js';
import { problemAt, type Place, type SheetProblem } from './sheet-problems.js';
import { textOf, visible, type Cell, type Sheet } from './sheet.js';

/** The rows of one procedure. */
export interface RowGroup {
  readonly place: Place;
  readonly rows: readonly RowCells[];
  /** The heading above, `I. Lĩnh vực hộ tịch`, for procedures that name no field. */
  readonly heading: string | undefined;
  /** What the sheet and these rows say of the unit of sums, other than đồng: `Đơn vị tính: 1.000 đồng`; else empty. */
  readonly unit: string;
}

export interface GroupedRows {
  readonly groups: readonly RowGroup[];
  readonly problems: readonly SheetProblem[];
}

/** `I.`, `A)`, `1.2` before a heading. */
const HEADING_NUMBER = /^\(?(?:[IVXLC]+|[A-Z]|\d+(?:\.\d+)*)[.)]?\s+(?=\p{L})/u;

/** A procedure while its rows are read. */
type OpenGroup = Omit<RowGroup, 'rows' | 'unit'> & {
  readonly rows: RowCells[];
  readonly units: string[];
  readonly code: string;
  readonly name: string;
};

/** A line that stands alone: the heading of what is below it, or the title of the next table. */
interface Title {
  readonly place: Place;
  readonly text: string;
}

const isField = ({ text }: Title): boolean => FIELD.test(text);

/** Parts the rows below the headers into procedures. Every row that is none of them is told. */
export function groupRows(sheet: Sheet, headers: readonly Header[]): GroupedRows {
  const placeOf = (row: number): Place => ({ ...(sheet.name && { sheet: sheet.name }), row: row + 1 });
  // A filter and a folded group hide rows as well: without them a procedure would miss papers, and nobody would see it.
  const problems = [...sheet.hiddenRows].flatMap((row) => {
    const words = (sheet.rows[row] ?? []).map(textOf).filter(Boolean);
    return words.length > 0 ? [problemAt(placeOf(row), 'row-hidden', words.join(' | '))] : [];
  });
  const groups: OpenGroup[] = [];
  const units = unitsAbove(sheet, headers);
  let titles: Title[] = [];
  let heading: string | undefined;
  /** The procedure to which rows without a code belong. */
  let current: OpenGroup | undefined;
  const tellTitles = (isHeading: (title: Title) => boolean) => {
    for (const title of titles)
      problems.push(
        problemAt(title.place, isHeading(title) ? 'row-heading' : 'row-above-header', title.text),
      );
    titles = [];
  };

  const readRow = (reader: RowReader, row: number, titlesFrom: number, isFresh: boolean): void => {
    const all = reader.everything(row);
    if (all.length === 0) return;
    const place = placeOf(row);
    const words = all.map(({ cell }) => textOf(cell));
    const { said, rest } = partUnits(words, (isFresh || !current) && isRowOfUnits(words));
    const tellUnit = () => {
      units.push(...said);
      if (said.length > 0) problems.push(problemAt(place, 'row-unit', said.join(' ')));
    };
    if (said.length > 0 && rest.length === 0) return tellUnit();
    if (isFresh && isNumbering(words)) {
      problems.push(problemAt(place, 'row-numbering', words.join(' ')));
      return;
    }
    const title = row >= titlesFrom ? rest.join(' ') : reader.headingIn(row);
    if (title !== undefined) {
      titles.push({ place, text: title });
      heading = fieldIn(title);
      return tellUnit();
    }
    const cells = reader.cells(row);
    const code = codeKey(cells.get('code')?.[0]?.cell);
    const name = textOf(cells.get('name')?.[0]?.cell);
    const goesOn = current && (code ? code === current.code : !name || name === current.name);
    const isEnd = !code && words.some((text) => END.test(text)) && words.length <= 3;
    if (cells.size === 0 || isEnd || (!code && !name && !current)) {
      problems.push(problemAt(place, 'row-unread', words.join(' | ')));
      return tellUnit();
    }
    tellTitles(() => true);
    if (!goesOn || !current) {
      current = { place, rows: [], heading, units: [], code, name };
      groups.push(current);
    }
    current.rows.push(cells);
    current.units.push(...said, ...reader.unitsBeside(row));
  };

  for (const [at, header] of headers.entries()) {
    const before = headers[at - 1];
    if (before) {
      const names = header.columns.map((column) => column.header).join(' | ');
      problems.push(problemAt(placeOf(header.bottom), 'row-header', names));
      const isNextPage = layoutOf(before) === layoutOf(header) && titles.length === 0;
      if (!isNextPage) {
        current = undefined;
        const field = titles.filter(isField).at(-1);
        heading = field && fieldIn(field.text);
      }
      tellTitles(isField);
    }
    const reader = rowReader(sheet, header);
    const titlesFrom = at < headers.length - 1 ? titlesAbove(sheet, header) : header.end;
    const read = groups.length;
    for (let row = header.bottom + 1; row < header.end; row += 1)
      readRow(reader, row, titlesFrom, groups.length === read);
  }
  tellTitles(() => true);
  // A line that says the unit may stand below what it speaks of.
  const unitOf = (own: readonly string[]) => [...units, ...own].filter(changesSums).join('\n');
  return { groups: groups.map((group) => ({ ...group, unit: unitOf(group.units) })), problems };
}

/** `I. Lĩnh vực hộ tịch` as a procedure names its field. */
const fieldIn = (title: string): string => title.replace(HEADING_NUMBER, '').replace(/^lĩnh vực:?\s+/iu, '');

/**
 * The first of the lines between an empty row and the next header that stand alone: they are the title of what comes, not
 * the last words of what was.
 */
function titlesAbove({ rows }: Sheet, { bottom, end }: Header): number {
  const filled = (row: number) => (rows[row] ?? []).filter((cell) => cell !== undefined).length;
  let last = end - 1;
  while (last > bottom && filled(last) === 0) last -= 1;
  let first = last;
  while (first > bottom && filled(first) === 1) first -= 1;
  return first > bottom && filled(first) === 0 ? first + 1 : end;
}

/** Units that the lines above the header say, and names of columns that nobody knows; others speak for themselves alone. */
function unitsAbove({ rows }: Sheet, headers: readonly Header[]): string[] {
  const above = rows
    .slice(0, headers[0]?.top)
    .flatMap((row) => partUnits(row.map(textOf).filter(Boolean), true).said);
  const named = headers
    .flatMap(({ columns }) => columns)
    .flatMap(({ column, header }) =>
      column ? [] : (unitSaidIn(header) ?? (isUnitAlone(header, true) ? header : [])),
    );
  return [...above, ...named];
}

/** A spreadsheet takes `1.001193` for a number. */
const codeKey = (cell: Cell): string =>
  procedureKey(typeof cell === 'number' ? cell.toFixed(6) : visible(textOf(cell)));

/** `(1) (2) (3)` or `A B 1 2` below the header: numbers of columns. */
const isNumbering = (words: readonly string[]): boolean =>
  words.length > 2 &&
  words.every((word) => /^\(?(?:\d{1,2}|[A-Z])\)?$/u.test(word)) &&
  new Set(words).size === words.length;

/** What a column says over the rows of a procedure, joined cells once. */
export function valuesOf({ rows }: RowGroup, column: ColumnId): readonly PlacedCell[] {
  const seen = new Set<string>();
  return rows.flatMap((cells) =>
    (cells.get(column) ?? []).filter(({ origin }) => !seen.has(origin) && seen.add(origin)),
  );
}
