import { foldText } from '../shared/fold-text.js';
import { columnOf, namedColumn, type ColumnId } from './columns.js';
import { problemAt, type SheetProblem } from './sheet-problems.js';
import { columnLetters, textOf, type Merge, type Sheet } from './sheet.js';

/** A column of a sheet, and what it was read as. */
export interface FoundColumn {
  /** Position from 0. */
  readonly at: number;
  /** What the file writes above it. */
  readonly header: string;
  /** Undefined where nobody knows it, or where it was to be left out. */
  readonly column: ColumnId | undefined;
  /** It was to be left out. */
  readonly isLeftOut: boolean;
}

export interface Header {
  /** Rows of the header, from 0. */
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly FoundColumn[];
}

/** How columns are read that nobody knows: name in the file to a column, or to nothing. */
export type ColumnChoices = Readonly<Record<string, string>>;

/** In a choice: this column goes nowhere. */
export const LEFT_OUT = '-';

/** Titles and letterheads stand above the header; further down there is none. */
const LAST_HEADER_ROW = 40;

/** The row that names the most columns, a code or a name among them; two rows where one stands below a joined cell. */
export function findHeader({ rows, merges }: Sheet, choices: ColumnChoices = {}): Header | undefined {
  let best: Header | undefined;
  let most = 1;
  for (let top = 0; top < Math.min(rows.length, LAST_HEADER_ROW); top += 1) {
    for (const bottom of isJoined(top, merges) ? [top + 1, top] : [top]) {
      const header = readHeader(rows, merges, top, bottom, choices);
      const known = header.columns.filter(({ column }) => column);
      const isKeyed = known.some(({ column }) => column === 'code' || column === 'name');
      const count = new Set(known.map(({ column }) => column)).size;
      if (isKeyed && count > most) [best, most] = [header, count];
    }
  }
  return best;
}

/** Whether a row has a cell joined over several columns, under which the next row tells more. */
const isJoined = (row: number, merges: readonly Merge[]): boolean =>
  merges.some(({ top, bottom, left, right }) => top === row && bottom === row && right > left);

function readHeader(
  rows: Sheet['rows'],
  merges: readonly Merge[],
  top: number,
  bottom: number,
  choices: ColumnChoices,
): Header {
  const width = Math.max(rows[top]?.length ?? 0, rows[bottom]?.length ?? 0);
  const cellAt = (row: number, at: number): string => {
    const merge = merges.find(
      (one) => one.top <= row && row <= one.bottom && one.left <= at && at <= one.right,
    );
    return textOf(rows[merge?.top ?? row]?.[merge?.left ?? at]);
  };
  const columns: FoundColumn[] = [];
  for (let at = 0; at < width; at += 1) {
    const upper = cellAt(top, at);
    const lower = bottom === top ? upper : cellAt(bottom, at);
    const header = upper === lower ? upper : [upper, lower].filter(Boolean).join(' – ');
    if (!header) continue;
    const choice = choiceFor(header, choices);
    const isLeftOut = choice === LEFT_OUT;
    const column = isLeftOut
      ? undefined
      : choice === undefined
        ? (columnOf(header) ?? columnOf(lower) ?? (lower ? undefined : columnOf(upper)))
        : namedColumn(choice);
    columns.push({ at, header, column, isLeftOut });
  }
  return { top, bottom, columns };
}

/** People write a name again without its accents or line breaks. */
function choiceFor(header: string, choices: ColumnChoices): string | undefined {
  const key = (text: string) => foldText(text).replace(/\s+/gu, ' ');
  return Object.entries(choices).find(([name]) => key(name) === key(header))?.[1];
}

/** Columns whose second one is more of the same. */
const REPEATABLE: ReadonlySet<ColumnId> = new Set([
  'keywords',
  'plainNames',
  'legalBasis',
  'note',
  'fees',
  'results',
]);

/** What a header leaves open: columns that nobody knows, two for one thing, cells under no name. */
export function headerProblems(sheet: Sheet, { columns, bottom }: Header): readonly SheetProblem[] {
  const place = sheet.name ? { sheet: sheet.name } : {};
  const seen = new Map<ColumnId, FoundColumn>();
  const problems: SheetProblem[] = [];
  const filled = (at: number) => sheet.rows.slice(bottom + 1).filter((row) => textOf(row[at]) !== '').length;
  for (const found of columns) {
    const { at, header, column, isLeftOut } = found;
    const where = { ...place, row: bottom + 1, column: columnLetters(at), header };
    if (isLeftOut) problems.push(problemAt(where, 'column-left-out', header, { count: filled(at) }));
    else if (!column) problems.push(problemAt(where, 'column-unknown', header, { count: filled(at) }));
    else if (column === 'ordinal') problems.push(problemAt(where, 'column-count-only', header));
    else if (seen.has(column) && !REPEATABLE.has(column))
      problems.push(
        problemAt(where, 'column-twice', header, {
          count: filled(at),
          names: seen.get(column)?.header ?? '',
        }),
      );
    if (column && !seen.has(column)) seen.set(column, found);
  }
  const named = new Set(columns.map(({ at }) => at));
  const width = Math.max(0, ...sheet.rows.map((row) => row.length));
  for (let at = 0; at < width; at += 1) {
    const count = named.has(at) ? 0 : filled(at);
    if (count > 0)
      problems.push(
        problemAt({ ...place, column: columnLetters(at) }, 'column-unnamed', undefined, { count }),
      );
  }
  return problems;
}

/** Columns that are read: the first of two for one thing, and all of what can be told in several. */
export function usedColumns({ columns }: Header): readonly (FoundColumn & { readonly column: ColumnId })[] {
  const seen = new Set<ColumnId>();
  return columns.flatMap((found) => {
    const { column } = found;
    if (!column || column === 'ordinal' || (seen.has(column) && !REPEATABLE.has(column))) return [];
    seen.add(column);
    return [{ ...found, column }];
  });
}
