import { foldText } from '../shared/fold-text.js';
import { COLUMN_NAMES } from './column-names.js';

/** What a column can hold, in the order in which a sheet is written. */
export type ColumnId = keyof typeof COLUMN_NAMES;
export const COLUMN_IDS = Object.keys(COLUMN_NAMES) as readonly ColumnId[];

/** What a column is called in a file that we write. */
export const headerOf = (column: ColumnId): string => COLUMN_NAMES[column][0] ?? column;

/** A name as it is compared: no case, accents, signs. */
const keyOf = (text: string): string =>
  foldText(text)
    .replace(/[^a-z0-9#]+/gu, ' ')
    .trim();

/** Words that tell nothing of what a column holds. */
const FILLERS = /\b(?:thu tuc hanh chinh|tthc|neu co|cua|cac|thuc te|theo quy dinh)\b/gu;

const byKey = new Map(
  COLUMN_IDS.flatMap((column) => COLUMN_NAMES[column].map((name) => [keyOf(name), column] as const)),
);

/** The column that a header means; undefined rather than a guess. */
export function columnOf(header: string): ColumnId | undefined {
  const bare = header.replace(/\([^()]*\)/gu, ' ');
  for (const text of [header, bare]) {
    const key = keyOf(text);
    const short = key.replace(FILLERS, ' ').replace(/ +/gu, ' ').trim();
    const found = byKey.get(key) ?? byKey.get(short);
    if (found) return found;
  }
  return undefined;
}

/** The column that was named in an option: by its id or by a header. */
export const namedColumn = (name: string): ColumnId | undefined =>
  COLUMN_IDS.find((column) => column === name) ?? columnOf(name);

/** Columns that hold one line of a list in each row: several rows belong to one procedure. */
export const ROW_COLUMNS: ReadonlySet<ColumnId> = new Set([
  'paperCase',
  'paper',
  'originals',
  'copies',
  'hasForm',
]);
