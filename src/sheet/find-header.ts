import { foldText } from '../shared/fold-text.js';
import { normaliseCode } from '../shared/procedure-code.js';
import { columnOf, namedColumn, type ColumnId } from './columns.js';
import { isHiddenColumn, textOf, type Cell, type Sheet } from './sheet.js';

/** A column of a sheet, and what it was read as. */
export interface FoundColumn {
  /** Position from 0. */
  readonly at: number;
  /** What the file writes above it. */
  readonly header: string;
  /** Undefined where nobody knows it, where it was to be left out, or where it is hidden. */
  readonly column: ColumnId | undefined;
  /** It was to be left out. */
  readonly isLeftOut: boolean;
  /** People do not see it in the spreadsheet: it is not read until somebody says what it is. */
  readonly isHidden: boolean;
}

/** Names of columns, and the rows that are read under them. */
export interface Header {
  /** Rows of the header, from 0. */
  readonly top: number;
  readonly bottom: number;
  /** The row behind the last one of its table: the next header, or the end of the sheet. */
  readonly end: number;
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

/** Longer texts name no column. */
const LONGEST_NAME = 80;

/** A header, and how many different columns it names, seen or hidden; none without a code or a name. */
type Candidate = Omit<Header, 'end'> & { readonly count: number };

/**
 * The headers of a sheet, from its top. The first 40 rows have to hold one. Each row that names a code or a name and
 * another column begins anew, be it the same header on the next printed page or that of another table; above the one that
 * names the most columns only where it names a code, because letterheads and contacts have names as well.
 */
export function findHeaders(sheet: Sheet, choices: ColumnChoices = {}): readonly Header[] {
  const { rows, merges } = sheet;
  const joined = new Set(
    merges.flatMap(({ top, bottom, left, right }) => (top === bottom && right > left ? [top] : [])),
  );
  const found: Candidate[] = [];
  for (let top = 0; top < rows.length; top += 1) {
    const bottoms = joined.has(top) && textsIn(rows[top]).length > 1 ? [top + 1, top] : [top];
    const own = bottoms
      .filter((bottom) => {
        const texts = [...textsIn(rows[top]), ...textsIn(rows[bottom])];
        // Where a code stands, there is a procedure, whatever it is called.
        const isNone = texts.some((text) => normaliseCode(text) !== undefined);
        return !isNone && (top < LAST_HEADER_ROW || namesKey(texts, choices));
      })
      .map((bottom) => readHeader(sheet, top, bottom, choices))
      .filter(({ count }) => count > 1)
      .reduce<Candidate | undefined>(
        (best, next) => (best && best.count >= next.count ? best : next),
        undefined,
      );
    if (!own) continue;
    const before = found.at(-1);
    // Two rows of names, one below the other, are of one table: the better one counts.
    const isBetter = before?.bottom === top - 1 && before.count >= own.count;
    found.push(
      isBetter ? { ...own, columns: before.columns, beside: before.beside, count: before.count } : own,
    );
    top = own.bottom;
  }
  const best = found
    .filter(({ top }) => top < LAST_HEADER_ROW)
    .reduce<Candidate | undefined>(
      (most, next) => (most && most.count >= next.count ? most : next),
      undefined,
    );
  return found
    .filter(
      ({ top, columns }) => best && (top >= best.top || columns.some(({ column }) => column === 'code')),
    )
    .map((header, at, all) => ({ ...header, end: all[at + 1]?.top ?? rows.length }));
}

const textsIn = (row: readonly Cell[] = []): readonly string[] => row.map(textOf).filter(Boolean);

/** A quick look, for a sheet of thousands of rows: one of these cells names a code or a name. */
const namesKey = (texts: readonly string[], choices: ColumnChoices): boolean =>
  texts.some((text) => {
    if (text.length > LONGEST_NAME) return false;
    const choice = choiceFor(text, choices);
    const column = choice === undefined ? columnOf(text) : namedColumn(choice);
    return column === 'code' || column === 'name';
  });

/** Which columns a header has and where: the same one on every printed page. */
export const layoutOf = ({ columns }: Pick<Header, 'columns'>): string =>
  JSON.stringify(columns.map(({ at, header, column }) => [at, column ?? header]));

/** Whether it tells which procedure a row is of. */
export const isKey = ({ column }: FoundColumn): boolean => column === 'code' || column === 'name';

function readHeader(sheet: Sheet, top: number, bottom: number, choices: ColumnChoices): Candidate {
  const { rows, merges } = sheet;
  const width = Math.max(rows[top]?.length ?? 0, rows[bottom]?.length ?? 0);
  const mergeAt = (row: number, at: number) =>
    merges.find((one) => one.top <= row && row <= one.bottom && one.left <= at && at <= one.right);
  const cellAt = (row: number, at: number): string => {
    const merge = mergeAt(row, at);
    return textOf(rows[merge?.top ?? row]?.[merge?.left ?? at]);
  };
  const columns: FoundColumn[] = [];
  const meant: FoundColumn[] = [];
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
        ? (columnOf(header) ?? columnBelow(upper, lower))
        : namedColumn(choice);
    const isHidden = isHiddenColumn(sheet, at);
    const found = { at, header, column, isLeftOut, isHidden };
    meant.push(found);
    const isUnseen = isHidden && choice === undefined && column !== 'ordinal';
    columns.push(isUnseen ? { ...found, column: undefined } : found);
    // A name joined over two columns is one name.
    if ((mergeAt(lower ? bottom : top, at)?.left ?? at) === at) own.push(found);
  }
  const count = meant.some(isKey) ? new Set(meant.flatMap(({ column }) => column ?? [])).size : 0;
  return { top, bottom, columns, beside: besideFrom(meant, own), count };
}

/** What the lower of two names means: the name or number of a paper, below `Thành phần hồ sơ`, is none of a procedure. */
function columnBelow(upper: string, lower: string): ColumnId | undefined {
  const [above, own] = [columnOf(upper), columnOf(lower || upper)];
  const isOfRow = (column: ColumnId | undefined) =>
    column === 'code' || column === 'name' || column === 'ordinal';
  if (!above || isOfRow(above) || !isOfRow(own)) return own;
  return own === 'name' ? above : undefined;
}

/**
 * Where a second table begins beside the first: a second code or name is that of another procedure, and so is what stands
 * around it.
 * @param own without the further columns of a name that is joined over several
 */
function besideFrom(columns: readonly FoundColumn[], own: readonly FoundColumn[]): number {
  const seen = new Set<ColumnId>();
  const begin = own.findIndex((found) => isKey(found) && !found.isHidden);
  // Before the first key only numbers of rows tell anything: a second one begins another table.
  if (own.slice(0, begin).some(({ column }) => column === 'ordinal')) seen.add('ordinal');
  const again = own.slice(begin).filter(({ column, isHidden }) => {
    const isAgain = column !== undefined && seen.has(column);
    if (column && !isHidden) seen.add(column);
    return isAgain;
  });
  const [first] = again;
  if (!first || !again.some(isKey)) return Infinity;
  // What only the second table has may stand before: from the empty column between them on.
  const named = new Map(columns.map((found) => [found.at, found]));
  let { at } = first;
  for (let left = named.get(at - 1); left && !isKey(left); left = named.get(at - 1)) at -= 1;
  const isParted = !named.has(at - 1);
  // A second code or name alone is one more column of the same table, unless an empty one parts them.
  if (again.length < 2 && !isParted) return Infinity;
  return isParted ? at : first.at;
}

/** People write a name again without its accents or line breaks. */
function choiceFor(header: string, choices: ColumnChoices): string | undefined {
  const key = (text: string) => foldText(text).replace(/\s+/gu, ' ');
  return Object.entries(choices).find(([name]) => key(name) === key(header))?.[1];
}
