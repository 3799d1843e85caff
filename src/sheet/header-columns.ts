import type { ColumnId } from './columns.js';
import { isKey, layoutOf, type FoundColumn, type Header } from './find-header.js';
import { problemAt, type SheetProblem, type SheetProblemCode } from './sheet-problems.js';
import { columnLetters, textOf, type Sheet } from './sheet.js';

/** Columns whose second one is more of the same. */
const REPEATABLE: ReadonlySet<ColumnId> = new Set([
  'keywords',
  'plainNames',
  'legalBasis',
  'note',
  'fees',
  'results',
]);

/**
 * What headers leave open: columns that nobody knows, two for one thing, another table beside, cells under no name. A header
 * that stands on every printed page is told of once.
 */
export function headerProblems(sheet: Sheet, headers: readonly Header[]): readonly SheetProblem[] {
  const first = new Map([...headers].reverse().map((header) => [layoutOf(header), header]));
  return [...first].reverse().flatMap(([layout, header]) => {
    const same = headers.filter((one) => layoutOf(one) === layout);
    return layoutProblems(
      sheet,
      header,
      same.flatMap(({ bottom, end }) => sheet.rows.slice(bottom + 1, end)),
    );
  });
}

/** @param below the rows of the sheet that are read under this header */
function layoutProblems(
  sheet: Sheet,
  { columns, bottom, beside }: Header,
  below: Sheet['rows'],
): readonly SheetProblem[] {
  const place = sheet.name ? { sheet: sheet.name } : {};
  const seen = new Map<ColumnId, FoundColumn>();
  const problems: SheetProblem[] = [];
  const filled = (at: number) => below.filter((row) => textOf(row[at]) !== '').length;
  for (const found of columns) {
    const { at, header, column, isLeftOut, isHidden } = found;
    const where = { ...place, row: bottom + 1, column: columnLetters(at), header };
    const tell = (code: SheetProblemCode, names?: string) =>
      problems.push(problemAt(where, code, header, { count: filled(at), ...(names && { names }) }));
    if (isLeftOut) tell('column-left-out');
    else if (column === 'ordinal') problems.push(problemAt(where, 'column-count-only', header));
    else if (column && seen.has(column) && !REPEATABLE.has(column))
      tell('column-twice', seen.get(column)?.header);
    else if (at >= beside)
      tell('column-beside', columns.find((one) => one.at >= beside && isKey(one))?.header);
    else if (!column) tell(isHidden ? 'column-hidden' : 'column-unknown');
    if (column && !seen.has(column)) seen.set(column, found);
  }
  const named = new Set(columns.map(({ at }) => at));
  const width = Math.max(0, ...below.map((row) => row.length));
  for (let at = 0; at < width; at += 1) {
    const count = named.has(at) ? 0 : filled(at);
    if (count > 0)
      problems.push(
        problemAt({ ...place, column: columnLetters(at) }, 'column-unnamed', undefined, { count }),
      );
  }
  return problems;
}

/** Columns that are read: of this table, the first of two for one thing, and all of what can be told in several. */
export function usedColumns({
  columns,
  beside,
}: Header): readonly (FoundColumn & { readonly column: ColumnId })[] {
  const seen = new Set<ColumnId>();
  return columns.flatMap((found) => {
    const { at, column } = found;
    if (!column || at >= beside || column === 'ordinal' || (seen.has(column) && !REPEATABLE.has(column)))
      return [];
    seen.add(column);
    return [{ ...found, column }];
  });
}
