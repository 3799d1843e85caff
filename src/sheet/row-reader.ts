import { normaliseCode } from '../shared/procedure-code.js';
import { isAside } from './closing-words.js';
import type { ColumnId } from './columns.js';
import { isKey, type Header } from './find-header.js';
import { usedColumns } from './header-columns.js';
import { besideUnit, isUnitColumn } from './money-unit.js';
import { ORDINAL } from './row-numbers.js';
import type { Place } from './sheet-problems.js';
import { columnLetters, isHiddenColumn, textOf, type Cell, type Merge, type Sheet } from './sheet.js';

/** A cell that holds something, and where it stands. */
export interface PlacedCell {
  readonly cell: Cell;
  readonly place: Place;
  /** The same for all cells that are joined to one. */
  readonly origin: string;
}

/** One row of a procedure: what each column says there, joined cells in each of their rows. */
export type RowCells = ReadonlyMap<ColumnId, readonly PlacedCell[]>;

/** A heading that says of itself that it names a field: `II. Lĩnh vực đất đai`. */
export const FIELD = /^(?:[\p{L}\d.)]{1,5}\s+)?lĩnh vực/iu;

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

/** Reads the rows of a table under the names of its columns. */
export function rowReader(sheet: Sheet, header: Header) {
  const columns = usedColumns(header);
  const counted = header.columns.find(({ column }) => column === 'ordinal');
  const ordinal = counted?.at;
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
  const used = new Set(columns.map(({ at }) => at));
  /** Where a cell joined over several columns is said: under the first of them that people see. */
  const begins = (row: number, at: number) => {
    let left = mergeAt(row, at)?.left ?? at;
    while (left < at && !used.has(left) && isHiddenColumn(sheet, left)) left += 1;
    return left === at;
  };
  // Behind code and name it counts the papers of one procedure.
  const countsProcedures =
    counted && columns.some((found) => isKey(found) && found.at > counted.at) ? counted : undefined;
  const unitColumns = header.columns.filter((found) => isUnitColumn(found.header));
  return {
    everything,
    /** The number of a row among the procedures, and what its column is called; joined cells in each of their rows. */
    numberIn(row: number): { readonly number: string; readonly header: string } {
      if (!countsProcedures) return { number: '', header: '' };
      const { at, header: head } = countsProcedures;
      const text = textOf(cellAt(row, at, head).cell);
      return { number: ORDINAL.test(text) ? text : '', header: head };
    },
    /** Units in a column of units. */
    unitsBeside: (row: number): readonly string[] =>
      unitColumns.map(({ at, header: head }) => `${head}: ${textOf(cellAt(row, at, head).cell)}`),
    cells(row: number): RowCells {
      const cells = new Map<ColumnId, PlacedCell[]>();
      for (const { at, column, header: head } of columns) {
        if (!begins(row, at)) continue;
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
      if (!own || !/\p{L}{2}/u.test(text) || isAside(text, texts.length === 2)) return undefined;
      const merge = mergeAt(row, own.at);
      const isJoined = merge !== undefined && merge.right - merge.left >= 2;
      const column = columns.find(({ at }) => at === own.at)?.column;
      const isFirst = own.at === ordinal || column === 'code' || (column === 'name' && texts.length === 2);
      const isNamed = FIELD.test(text) && (isFirst || column === 'name');
      const isCode = normaliseCode(text) !== undefined;
      return (isJoined || isFirst || isNamed) && !isCode ? text : undefined;
    },
  };
}

export type RowReader = ReturnType<typeof rowReader>;
