import { foldText } from '../shared/fold-text.js';
import { columnOf, namedColumn, type ColumnId } from './columns.js';
import { textOf, type Merge, type Sheet } from './sheet.js';

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
  /** Position of the first column that may belong to another table, beside this one; infinite where there is none. */
  readonly beside: number;
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
      const isKeyed = known.some(isKey);
      const count = new Set(known.map(({ column }) => column)).size;
      if (isKeyed && count > most) [best, most] = [header, count];
    }
  }
  return best;
}

/** Whether it tells which procedure a row is of. */
export const isKey = ({ column }: FoundColumn): boolean => column === 'code' || column === 'name';

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
  const mergeAt = (row: number, at: number) =>
    merges.find((one) => one.top <= row && row <= one.bottom && one.left <= at && at <= one.right);
  const cellAt = (row: number, at: number): string => {
    const merge = mergeAt(row, at);
    return textOf(rows[merge?.top ?? row]?.[merge?.left ?? at]);
  };
  const columns: FoundColumn[] = [];
  const own: FoundColumn[] = [];
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
    const found = { at, header, column, isLeftOut };
    columns.push(found);
    // A name joined over two columns is one name.
    if ((mergeAt(lower ? bottom : top, at)?.left ?? at) === at) own.push(found);
  }
  return { top, bottom, columns, beside: besideFrom(columns, own) };
}

/**
 * Where a second table begins beside the first: a second code or name is that of another procedure, and so is what stands
 * around it.
 * @param own without the further columns of a name that is joined over several
 */
function besideFrom(columns: readonly FoundColumn[], own: readonly FoundColumn[]): number {
  const seen = new Set<ColumnId>();
  const again = own.slice(own.findIndex(isKey)).filter(({ column }) => {
    const isAgain = column !== undefined && seen.has(column);
    if (column) seen.add(column);
    return isAgain;
  });
  const [first] = again;
  if (!first || !again.some(isKey)) return Infinity;
  // What only the second table has may stand before: from the empty column between them on.
  const named = new Map(columns.map((found) => [found.at, found]));
  let { at } = first;
  for (let left = named.get(at - 1); left && !isKey(left); left = named.get(at - 1)) at -= 1;
  return named.has(at - 1) ? first.at : at;
}

/** People write a name again without its accents or line breaks. */
function choiceFor(header: string, choices: ColumnChoices): string | undefined {
  const key = (text: string) => foldText(text).replace(/\s+/gu, ' ');
  return Object.entries(choices).find(([name]) => key(name) === key(header))?.[1];
}
