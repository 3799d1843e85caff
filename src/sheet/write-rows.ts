import Papa from 'papaparse';
import type { CatalogFile } from '../catalog/procedure.js';
import type { LevelList } from '../levels/level-list.js';
import { findLevel } from '../levels/schemes.js';
import { dayWords } from './choice-words.js';
import { COLUMN_IDS, headerOf, type ColumnId } from './columns.js';
import { procedureCells } from './procedure-cells.js';
import { HEAD_LABELS } from './read-head.js';

/**
 * A catalogue as the rows of a sheet that `buildCatalog` reads: the head, the names of the columns, one row for each
 * paper. Only columns in which something stands.
 */
export function catalogRows(
  catalog: CatalogFile,
  levels: readonly LevelList[] = [],
): readonly (readonly string[])[] {
  const levelOf = levelsByCode(levels);
  const procedures = catalog.procedures.map((procedure) => {
    const cells = new Map(procedureCells(procedure));
    const level = levelOf.get(procedure.code);
    if (level !== undefined) cells.set('level', [level]);
    return cells;
  });
  const columns = COLUMN_IDS.filter((column) => procedures.some((cells) => cells.has(column)));
  const head = [
    [HEAD_LABELS.publisher[0], catalog.publisher],
    [HEAD_LABELS.place[0], catalog.place],
    [HEAD_LABELS.publishedOn[0], dayWords(catalog.publishedOn)],
    ...(catalog.sample ? [[HEAD_LABELS.sample[0], 'Có']] : []),
  ];
  const rows = procedures.flatMap((cells) => {
    const height = Math.max(...[...cells.values()].map(({ length }) => length));
    return [...Array(height).keys()].map((row) => columns.map((column) => cellAt(cells, column, row)));
  });
  return [...head, [], columns.map(headerOf), ...rows];
}

/** The code and the name stand in every row, so that rows can be sorted and filtered. */
function cellAt(cells: ReadonlyMap<ColumnId, readonly string[]>, column: ColumnId, row: number): string {
  const own = cells.get(column) ?? [];
  return own[column === 'code' || column === 'name' ? 0 : row] ?? '';
}

function levelsByCode(lists: readonly LevelList[]): ReadonlyMap<string, string> {
  const levels = new Map<string, string>();
  for (const { scheme, entries } of lists)
    for (const { code, level } of entries) {
      const name = findLevel(level, scheme)?.level.name.vi;
      if (name !== undefined && !levels.has(code)) levels.set(code, name);
    }
  return levels;
}

/** Signs by which a spreadsheet takes a cell for a formula. */
const FORMULA = /^[=+\-@]/u;

/** Rows as a CSV that spreadsheets open: with the mark of UTF-8, and without anything that would be worked out. */
export function csvText(rows: readonly (readonly string[])[]): string {
  const plain = rows.map((cells) => cells.map((cell) => (FORMULA.test(cell) ? `'${cell}` : cell)));
  return `\ufeff${Papa.unparse(plain, { newline: '\r\n' })}\r\n`;
}
