import { normaliseCode } from '../shared/procedure-code.js';
import type { ColumnId } from './columns.js';
import type { Header } from './find-header.js';
import { usedColumns } from './header-columns.js';
import { procedureKey } from './procedure-key.js';
import { besideUnit, changesSums, isUnitColumn, partUnits, unitSaidIn } from './money-unit.js';
import { problemAt, type Place, type SheetProblem } from './sheet-problems.js';
import { columnLetters, textOf, visible, type Cell, type Merge, type Sheet } from './sheet.js';

/** A cell that holds something, and where it stands. */
export interface PlacedCell {
  readonly cell: Cell;
  readonly place: Place;
  /** The same for all cells that are joined to one. */
  readonly origin: string;
}

/** One row of a procedure: what each column says there, joined cells in each of their rows. */
export type RowCells = ReadonlyMap<ColumnId, readonly PlacedCell[]>;

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

/** Under what columns a line stands that is no part of a procedure. */
const END =
  /^(?:tổng (?:cộng|số)|cộng:|người lập|thủ trưởng|nơi nhận|ghi chú:|lưu ý:)|^[^,]{0,40}, ngày .*tháng .*năm/iu;
/** A number of a row: `1`, `1.2`, `IV`, `a)`. */
const ORDINAL = /^\(?(?:\d+(?:\.\d+)*|[IVXLC]+|\p{L})[.)]*$/u;
/** `I.`, `A)`, `1.2` before a heading. */
const HEADING_NUMBER = /^\(?(?:[IVXLC]+|[A-Z]|\d+(?:\.\d+)*)[.)]?\s+(?=\p{L})/u;

/** Parts the rows below the header into procedures. Every row that is none of them is told. */
export function groupRows(sheet: Sheet, header: Header): GroupedRows {
  const named = sheet.name ? { sheet: sheet.name } : {};
  const problems: SheetProblem[] = [];
  const groups: (Omit<RowGroup, 'rows' | 'unit'> & {
    readonly rows: RowCells[];
    readonly units: string[];
    readonly code: string;
    readonly name: string;
  })[] = [];
  const reader = rowReader(sheet, header);
  const units = unitsAbove(sheet, header);
  let heading: string | undefined;
  for (let row = header.bottom + 1; row < sheet.rows.length; row += 1) {
    const all = reader.everything(row);
    if (all.length === 0) continue;
    const place = { ...named, row: row + 1 };
    const words = all.map(({ cell }) => textOf(cell));
    const { said, rest } = partUnits(words);
    const tellUnit = () => {
      units.push(...said);
      if (said.length > 0) problems.push(problemAt(place, 'row-unit', said.join(' ')));
    };
    if (said.length > 0 && rest.length === 0) {
      tellUnit();
      continue;
    }
    if (groups.length === 0 && isNumbering(words)) {
      problems.push(problemAt(place, 'row-numbering', words.join(' ')));
      continue;
    }
    const title = reader.headingIn(row);
    if (title !== undefined) {
      heading = title.replace(HEADING_NUMBER, '').replace(/^lĩnh vực:?\s+/iu, '');
      problems.push(problemAt(place, 'row-heading', title));
      tellUnit();
      continue;
    }
    const cells = reader.cells(row);
    const code = codeKey(cells.get('code')?.[0]?.cell);
    const name = textOf(cells.get('name')?.[0]?.cell);
    const current = groups.at(-1);
    const goesOn = current && (code ? code === current.code : !name || name === current.name);
    const isEnd = !code && words.some((text) => END.test(text)) && words.length <= 3;
    if (cells.size === 0 || isEnd || (!code && !name && !current)) {
      problems.push(problemAt(place, 'row-unread', words.join(' | ')));
      tellUnit();
      continue;
    }
    const own = [...said, ...reader.unitsBeside(row)];
    if (goesOn) {
      current.rows.push(cells);
      current.units.push(...own);
    } else groups.push({ place, rows: [cells], heading, units: own, code, name });
  }
  // A line that says the unit may stand below what it speaks of.
  const unitOf = (own: readonly string[]) => [...units, ...own].filter(changesSums).join('\n');
  return { groups: groups.map((group) => ({ ...group, unit: unitOf(group.units) })), problems };
}

/** Units that the lines above the header say, and names of columns that nobody knows; others speak for themselves alone. */
function unitsAbove({ rows }: Sheet, { top, columns }: Header): string[] {
  const above = rows.slice(0, top).flatMap((row) => partUnits(row.map(textOf).filter(Boolean)).said);
  const named = columns.flatMap(({ column, header }) => (column ? [] : (unitSaidIn(header) ?? [])));
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

/** Thousands of joined cells are usual where each procedure has some. */
function mergesByRow(merges: readonly Merge[]): ReadonlyMap<number, readonly Merge[]> {
  const byRow = new Map<number, Merge[]>();
  for (const merge of merges) {
    for (let row = merge.top; row <= merge.bottom; row += 1) {
      const same = byRow.get(row);
      if (same) same.push(merge);
      else byRow.set(row, [merge]);
    }
  }
  return byRow;
}

function rowReader(sheet: Sheet, header: Header) {
  const columns = usedColumns(header);
  const ordinal = header.columns.find(({ column }) => column === 'ordinal')?.at;
  const merges = mergesByRow(sheet.merges);
  const mergeAt = (row: number, at: number) =>
    merges.get(row)?.find(({ left, right }) => left <= at && at <= right);
  const cellAt = (row: number, at: number, head: string): PlacedCell => {
    const merge = mergeAt(row, at);
    const [top, left] = [merge?.top ?? row, merge?.left ?? at];
    return {
      cell: sheet.rows[top]?.[left],
      place: {
        ...(sheet.name && { sheet: sheet.name }),
        row: top + 1,
        column: columnLetters(left),
        header: head,
      },
      origin: `${String(top)} ${String(left)}`,
    };
  };
  /** What begins in this row, joined cells once; numbers of rows tell nothing, but a heading may stand among them. */
  const everything = (row: number) =>
    (sheet.rows[row] ?? []).flatMap((cell, at) =>
      cell !== undefined && !(at === ordinal && ORDINAL.test(textOf(cell))) ? [{ cell, at }] : [],
    );
  const unitColumns = header.columns.filter((found) => isUnitColumn(found.header));
  return {
    everything,
    /** Units in a column of units. */
    unitsBeside: (row: number): readonly string[] =>
      unitColumns.map(({ at, header: head }) => `${head}: ${textOf(cellAt(row, at, head).cell)}`),
    cells(row: number): RowCells {
      const cells = new Map<ColumnId, PlacedCell[]>();
      for (const { at, column, header: head } of columns) {
        // Joined over several columns, it is said under the first of them.
        if ((mergeAt(row, at)?.left ?? at) !== at) continue;
        const placed = cellAt(row, at, head);
        if (placed.cell === undefined) continue;
        const same = cells.get(column);
        if (same) same.push(placed);
        else cells.set(column, [placed]);
      }
      return cells;
    },
    /** One text alone in its row, joined over several columns or under the code, the name or the numbers. */
    headingIn(row: number): string | undefined {
      const texts = (sheet.rows[row] ?? []).flatMap((cell, at) =>
        cell === undefined ? [] : [{ text: textOf(cell), at }],
      );
      const [first, second] = texts;
      const own =
        texts.length === 2 && first && first.at === ordinal && /^(?:[IVXLC]+|[A-Z])\.?$/u.test(first.text)
          ? second
          : texts.length === 1
            ? first
            : undefined;
      const text = besideUnit(own?.text ?? '');
      if (!own || !/\p{L}{2}/u.test(text) || END.test(text)) return undefined;
      const merge = mergeAt(row, own.at);
      const isJoined = merge !== undefined && merge.right - merge.left >= 2;
      const column = columns.find(({ at }) => at === own.at)?.column;
      const isFirst = own.at === ordinal || column === 'code' || (column === 'name' && texts.length === 2);
      const isNamed = /^(?:[\p{L}\d.)]{1,5}\s+)?lĩnh vực/iu.test(text) && (isFirst || column === 'name');
      const isCode = normaliseCode(text) !== undefined;
      return (isJoined || isFirst || isNamed) && !isCode ? text : undefined;
    },
  };
}

/** What a column says over the rows of a procedure, joined cells once. */
export function valuesOf({ rows }: RowGroup, column: ColumnId): readonly PlacedCell[] {
  const seen = new Set<string>();
  return rows.flatMap((cells) =>
    (cells.get(column) ?? []).filter(({ origin }) => !seen.has(origin) && seen.add(origin)),
  );
}
