/** What stands in a cell. Text is in NFC and trimmed; a cell without anything is undefined. */
export type Cell = string | number | boolean | Date | undefined;

/** Cells joined to one, in rows and columns from 0; both ends belong to it. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One sheet of a file, whatever kind of file it was. */
export interface Sheet {
  /** Its name; empty where the file has only one. */
  readonly name: string;
  /** Cells by row and column, from 0, with the empty rows that a person sees, so that row numbers are theirs. */
  readonly rows: readonly (readonly Cell[])[];
  readonly merges: readonly Merge[];
  /** Columns that people do not see, from and to, from 0. */
  readonly hiddenColumns: readonly Span[];
  /** Rows that people do not see, from 0: behind a filter, in a group that is folded up, or hidden by hand. */
  readonly hiddenRows: ReadonlySet<number>;
}

/** Both ends belong to it. */
export type Span = readonly [from: number, to: number];

export const isHiddenColumn = ({ hiddenColumns }: Sheet, at: number): boolean =>
  hiddenColumns.some(([from, to]) => from <= at && at <= to);

/** The letters that a spreadsheet writes above a column: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** The row and column that an address means, from 0: `B3` is row 2, column 1. */
export function readAddress(address: string): { readonly row: number; readonly column: number } | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/u.exec(address) ?? [];
  if (!letters || !digits) return undefined;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}

/** One spelling of letters and spaces; line breaks stay, because people part things by them. */
export const tidy = (text: string): string =>
  text
    .normalize('NFC')
    // Counts as a space, but has no width.
    .replace(/\ufeff/gu, '')
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .trim();

/** Without letters that nobody sees, which Word and web pages leave in what is copied: a code with one is another code. */
export const visible = (text: string): string =>
  text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]+/gu, '').trim();

/** A cell as people read it. Days are told as they are written here; numbers keep every digit. */
export function textOf(cell: Cell): string {
  if (cell === undefined) return '';
  if (cell instanceof Date) {
    const [year, month, day] = cell.toISOString().slice(0, 10).split('-');
    return `${day ?? ''}/${month ?? ''}/${year ?? ''}`;
  }
  return typeof cell === 'string' ? cell : String(cell);
}
