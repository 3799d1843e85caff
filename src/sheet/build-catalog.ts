import * as v from 'valibot';
import { catalogHeadSchema, type CatalogFile } from '../catalog/procedure.js';
import type { LevelList } from '../levels/level-list.js';
import { diffCatalogs, type CatalogChanges } from './diff-catalogs.js';
import { findHeaders, type ColumnChoices, type FoundColumn, type Header } from './find-header.js';
import { groupRows } from './group-rows.js';
import { headerProblems } from './header-columns.js';
import { hasOldLetters, legacyLetters } from './legacy-letters.js';
import { readFileHead, type FileHead } from './read-head.js';
import { readSheetFile } from './read-file.js';
import { procedureKey } from './procedure-key.js';
import { readProcedure, type ReadProcedure } from './read-procedure.js';
import { problemAt, WEIGHTS, type Place, type SheetProblem } from './sheet-problems.js';
import { columnLetters, textOf, type Sheet } from './sheet.js';

export interface BuildOptions {
  /** Who publishes, for which place, when: goes before what stands in the file, and before the previous catalogue. */
  readonly head?: Partial<FileHead>;
  /** The catalogue that was made last, as `JSON.parse` gave it. */
  readonly previous?: unknown;
  /** The day of today in Vietnam, `yyyy-mm-dd`. */
  readonly today: string;
  /** How columns are read that nobody knows. */
  readonly columns?: ColumnChoices;
}

/** A column as it was understood, for people to look at. */
export type ReadColumn = FoundColumn & Pick<Place, 'sheet'> & { readonly letters: string };

export interface BuiltCatalog {
  /** Undefined where there is none: nothing could be read, or nobody says whose it is. */
  readonly catalog: CatalogFile | undefined;
  /** Levels that the file tells, one list for each scheme. */
  readonly levels: readonly LevelList[];
  /** What is different from the previous catalogue; undefined where there is none, or none that can be read. */
  readonly changes: CatalogChanges | undefined;
  /** What was left out, what should be looked at, what was done; the heaviest first, then in the order of the file. */
  readonly problems: readonly SheetProblem[];
  readonly columns: readonly ReadColumn[];
  readonly head: Partial<FileHead>;
}

/** Makes a catalogue out of a spreadsheet (.xlsx, .csv). Nothing is left out in silence. Never throws for what is in the file. */
export async function buildCatalog(
  bytes: Uint8Array<ArrayBuffer>,
  options: BuildOptions,
): Promise<BuiltCatalog> {
  const file = await readSheetFile(bytes);
  const problems: SheetProblem[] = [...file.problems];
  const done = (rest: Partial<BuiltCatalog> = {}): BuiltCatalog => ({
    catalog: undefined,
    levels: [],
    changes: undefined,
    columns: [],
    head: options.head ?? {},
    ...rest,
    problems: inOrder(problems),
  });
  const sheets = inUnicode(file.sheets, problems);
  if (sheets.length === 0) return done();
  const found = sheets.map((sheet) => ({ sheet, headers: findHeaders(sheet, options.columns) }));
  const read = found.filter(({ headers }) => headers.length > 0);
  const columns = read.flatMap(({ sheet, headers }) => columnsOf(sheet, headers));
  if (read.length === 0) problems.push(problemAt({}, 'no-header'));
  else
    for (const { sheet, headers } of found)
      if (headers.length === 0 && sheet.rows.some((row) => row.some((cell) => cell !== undefined)))
        problems.push(problemAt({ sheet: sheet.name }, 'sheet-unread', sheet.name));

  const given = withoutBlanks(options.head);
  const fromFile = readFileHead(read, options.today, given, problems);
  const head = {
    publishedOn: options.today,
    ...headOf(options.previous),
    ...fromFile,
    ...given,
  };
  if (read.length === 0) return done({ head });
  const procedures = readAll(read, options.today, problems);
  if (procedures.length === 0) problems.push(problemAt({}, 'no-rows'));
  const checked = v.safeParse(catalogHeadSchema, { formatVersion: 1, ...head });
  if (!checked.success) {
    const isDay = v.getDotPath(checked.issues[0]) === 'publishedOn';
    problems.push(problemAt({}, isDay ? 'head-day' : 'head-missing'));
  }
  if (procedures.length === 0 || !checked.success) return done({ columns, head });
  const { sample, ...plain } = checked.output;
  const catalog: CatalogFile = {
    ...plain,
    ...(sample && { sample }),
    procedures: procedures.map(({ record }) => record as CatalogFile['procedures'][number]),
  };
  return done({
    catalog,
    columns,
    head,
    levels: levelLists(procedures, checked.output),
    changes: diffCatalogs(options.previous, catalog),
  });
}

/** Heaviest first; in the order of the file among them. */
function inOrder(problems: readonly SheetProblem[]): readonly SheetProblem[] {
  const rank = ({ weight, row = 0 }: SheetProblem) => WEIGHTS.indexOf(weight) * 1e8 + row;
  return problems
    .map((problem, at) => ({ problem, at }))
    .sort((one, other) => rank(one.problem) - rank(other.problem) || one.at - other.at)
    .map(({ problem }) => problem);
}

/** Each once, however often a header is repeated; without those of a table beside, which are not read whatever anybody says of them. */
function columnsOf({ name }: Sheet, headers: readonly Header[]): readonly ReadColumn[] {
  const all = headers.flatMap(({ columns, beside }) => columns.filter(({ at }) => at < beside));
  const once = new Map(all.map((column) => [`${String(column.at)} ${column.header}`, column]));
  return [...once.values()].map((column) => ({
    ...column,
    ...(name && { sheet: name }),
    letters: columnLetters(column.at),
  }));
}

/** The sheets that everybody can read. One in old letters is told and left out; most of a file in them, all of it. */
function inUnicode(sheets: readonly Sheet[], problems: SheetProblem[]): readonly Sheet[] {
  const lettersOf = (some: readonly Sheet[]) =>
    legacyLetters(some.flatMap(({ rows }) => rows.flatMap((row) => row.map(textOf))));
  const all = lettersOf(sheets);
  if (all) {
    problems.push(problemAt(placeOfLegacy(sheets), `letters-${all}`));
    return [];
  }
  // A sheet with too little text to tell is taken for what the file is.
  return sheets.filter((sheet) => {
    const own = lettersOf([sheet]);
    if (!own) return true;
    problems.push(problemAt(placeOfLegacy([sheet]), `letters-${own}`));
    return false;
  });
}

/** Where the old writing begins. */
function placeOfLegacy(sheets: readonly Sheet[]): Place {
  for (const { name, rows } of sheets) {
    for (const [row, cells] of rows.entries()) {
      const column = cells.findIndex((cell) => hasOldLetters(textOf(cell)));
      if (column >= 0) return { ...(name && { sheet: name }), row: row + 1, column: columnLetters(column) };
    }
  }
  return {};
}

/** Every procedure once: two sheets for one would be two answers to one question. */
function readAll(
  read: readonly { readonly sheet: Sheet; readonly headers: readonly Header[] }[],
  today: string,
  problems: SheetProblem[],
): readonly ReadProcedure[] {
  const rows = new Map<string, number>();
  return read.flatMap(({ sheet, headers }) => {
    problems.push(...headerProblems(sheet, headers));
    const { groups, problems: rowProblems } = groupRows(sheet, headers);
    problems.push(...rowProblems);
    return groups.flatMap((group) => {
      const own = readProcedure(group, today, problems);
      if (!own) return [];
      const key = procedureKey(own.record.code);
      const first = rows.get(key);
      if (first !== undefined) {
        problems.push(problemAt(group.place, 'code-twice', own.record.code, { first }));
        return [];
      }
      rows.set(key, group.place.row ?? 0);
      return [own];
    });
  });
}

function headOf(previous: unknown): Partial<FileHead> {
  if (typeof previous !== 'object' || previous === null) return {};
  const { publisher, place } = previous as Record<string, unknown>;
  return {
    ...(typeof publisher === 'string' && { publisher }),
    ...(typeof place === 'string' && { place }),
  };
}

const withoutBlanks = (head: Partial<FileHead> = {}): Partial<FileHead> =>
  Object.fromEntries(Object.entries(head).filter(([, value]) => value !== ''));

/** Levels belong to a place and a day, so they are lists of their own; one list speaks of one scheme. */
function levelLists(
  procedures: readonly ReadProcedure[],
  { publisher, place, publishedOn }: FileHead,
): readonly LevelList[] {
  const schemes = new Map<string, LevelList['entries']>();
  for (const { record, level } of procedures) {
    if (!level) continue;
    const entry = { code: record.code, level: level.level };
    const same = schemes.get(level.scheme);
    if (same) same.push(entry);
    else schemes.set(level.scheme, [entry]);
  }
  return [...schemes].map(([scheme, entries]) => ({
    formatVersion: 1,
    publisher,
    place,
    publishedOn,
    scheme,
    illustration: false,
    entries,
  }));
}
