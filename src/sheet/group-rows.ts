import { normaliseCode } from '../shared/procedure-code.js';
import { asideIn } from './closing-words.js';
import type { ColumnId } from './columns.js';
import { layoutOf, type Header } from './find-header.js';
import { changesSums, isRowOfUnits, isUnitAlone, partUnits, unitSaidIn } from './money-unit.js';
import { procedureKey } from './procedure-key.js';
import { RepealedParts, saysRepealed, type Title } from './repealed.js';
import { numbersAnother } from './row-numbers.js';
import { FIELD, rowReader, type PlacedCell, type RowCells, type RowReader } from './row-reader.js';
import { problemAt, type Place, type SheetProblem } from './sheet-problems.js';
import { textOf, visible, type Cell, type Sheet } from './sheet.js';

/** The rows of one procedure. */
export interface RowGroup {
  readonly place: Place;
  readonly rows: readonly RowCells[];
  /** The heading above, `I. Lĩnh vực hộ tịch`, for procedures that name no field. */
  readonly heading: string | undefined;
  /** What the sheet and these rows say of the unit of sums, other than đồng: `Đơn vị tính: 1.000 đồng`; else empty. */
  readonly unit: string;
  /** Its number in the words of the sheet, `STT 2`; empty for none. */
  readonly numbered: string;
}

export interface GroupedRows {
  readonly groups: readonly RowGroup[];
  readonly problems: readonly SheetProblem[];
}

/** `I.`, `A)`, `1.2` before a heading. */
const HEADING_NUMBER = /^\(?(?:[IVXLC]+|[A-Z]|\d+(?:\.\d+)*)[.)]?\s+(?=\p{L})/u;

/** No name of a person. */
const LIKE_A_CODE = /^\S*\d/u;

/** A procedure while its rows are read. */
type OpenGroup = Omit<RowGroup, 'rows' | 'unit'> & {
  readonly rows: RowCells[];
  readonly units: string[];
  readonly code: string;
  readonly name: string;
  /** The same for all rows over which the cell of the name is joined. */
  readonly nameOrigin: string | undefined;
  /** What is above it and says that it is no longer in force. */
  readonly repeal: Title | undefined;
};

const isField = ({ text }: Title): boolean => FIELD.test(text);

/** Parts the rows below the headers into procedures. Every row that is none of them is told. */
export function groupRows(sheet: Sheet, headers: readonly Header[]): GroupedRows {
  const placeOf = (row: number): Place => ({ ...(sheet.name && { sheet: sheet.name }), row: row + 1 });
  // A filter and a folded group hide rows as well: without them a procedure would miss papers, and nobody would see it.
  const problems = [...sheet.hiddenRows].flatMap((row) => {
    const words = (sheet.rows[row] ?? []).map(textOf).filter(Boolean);
    return words.length > 0 ? [problemAt(placeOf(row), 'row-hidden', words.join(' | '))] : [];
  });
  const groups: OpenGroup[] = [];
  const units = unitsAbove(sheet, headers);
  let titles: Title[] = [];
  let heading: string | undefined;
  /** The procedure to which rows without a code belong. */
  let current: OpenGroup | undefined;
  /** Number of the row with which the last procedure began. */
  let lastNumber = '';
  /** Something ended the rows of the current procedure: only its code or name goes on with it. */
  let isClosed = false;
  /** Signatures ended the table: names are below, no headings but numbered ones, no procedures but those with a regular code. */
  let isSigned = false;
  /** An empty row is above; papers may go on below it, but hardly anything else. */
  let isApart = false;
  const repealed = new RepealedParts();
  repealed.begin(titlesOf(sheet, headers[0], placeOf));
  const tellTitles = (isHeading: (title: Title) => boolean) => {
    for (const title of titles)
      problems.push(
        problemAt(title.place, isHeading(title) ? 'row-heading' : 'row-above-header', title.text),
      );
    titles = [];
  };

  const readRow = (reader: RowReader, row: number, titlesFrom: number, isFresh: boolean): void => {
    const all = reader.everything(row);
    const { number, header: numberHeader } = reader.numberIn(row);
    const isAnother = numbersAnother(number, lastNumber);
    if (all.length === 0) {
      if (isAnother) isClosed = true;
      isApart = true;
      return;
    }
    const place = placeOf(row);
    const words = all.map(({ cell }) => textOf(cell));
    const { said, rest } = partUnits(words, (isFresh || !current) && isRowOfUnits(words));
    const tellUnit = () => {
      units.push(...said);
      if (said.length > 0) problems.push(problemAt(place, 'row-unit', said.join(' ')));
    };
    if (said.length > 0 && rest.length === 0) return tellUnit();
    if (isFresh && isNumbering(words)) {
      problems.push(problemAt(place, 'row-numbering', words.join(' ')));
      return;
    }
    const title = row >= titlesFrom ? rest.join(' ') : reader.headingIn(row);
    const headingNumber = number || (HEADING_NUMBER.exec(title ?? '')?.[0] ?? '');
    const isHeading = title !== undefined && (!isSigned || headingNumber !== '' || FIELD.test(title));
    if (isHeading) {
      titles.push({ place, text: title });
      repealed.read({ place, text: title }, headingNumber, FIELD.test(title));
      heading = fieldIn(title);
      return tellUnit();
    }
    const cells = reader.cells(row);
    const code = codeKey(cells.get('code')?.[0]?.cell);
    const name = textOf(cells.get('name')?.[0]?.cell);
    const nameOrigin = cells.get('name')?.[0]?.origin;
    const isKeyed = code !== '' || name !== '';
    const isRegular = normaliseCode(code) !== undefined;
    // Who signs may do so under the codes.
    const aside = isRegular || LIKE_A_CODE.test(code) ? undefined : asideIn(words);
    const isNew = isAnother && !code && !(name && nameOrigin === current?.nameOrigin);
    const goesOn =
      current && (code ? code === current.code : !isNew && (name ? name === current.name : !isClosed));
    const isPaper = cells.has('paper');
    const isStray = !isKeyed && !isNew && (!goesOn || (isApart && !isPaper && !cells.has('paperCase')));
    // No code is without a digit: people of whom no word tells that they sign.
    const isNobody = !isRegular && (isSigned || (code !== '' && !number && !/\d/u.test(code)));
    if (cells.size === 0 || aside || isStray || isNobody) {
      // Advice ends nothing, but hardly anything but papers goes on below it; beside another name it is of another procedure.
      const isAdvice = aside === 'remark' && !isNew && (!isKeyed || words.length === 1 || goesOn);
      if (isAdvice) isApart ||= !isPaper;
      else if (isStray || aside || isNobody) isClosed = true;
      if (aside === 'signature') {
        isSigned = true;
        heading = undefined;
      }
      problems.push(problemAt(place, 'row-unread', words.join(' | ')));
      return tellUnit();
    }
    tellTitles(() => true);
    if (!code && !number && saysRepealed(name) && words.length === 1)
      repealed.read({ place, text: name }, '', false);
    if (!goesOn || !current) {
      const numbered = number && `${numberHeader} ${number}`;
      const { current: repeal } = repealed;
      current = { place, rows: [], heading, units: [], numbered, code, name, nameOrigin, repeal };
      groups.push(current);
    }
    // Numbers of papers count nothing else.
    if ((isKeyed || isNew) && (isAnother || lastNumber === '')) lastNumber = number;
    isClosed = false;
    isSigned = false;
    if (isKeyed || isPaper) isApart = false;
    current.rows.push(cells);
    current.units.push(...said, ...reader.unitsBeside(row));
  };

  for (const [at, header] of headers.entries()) {
    const before = headers[at - 1];
    if (before) {
      const names = header.columns.map((column) => column.header).join(' | ');
      problems.push(problemAt(placeOf(header.bottom), 'row-header', names));
      const isNextPage = layoutOf(before) === layoutOf(header) && titles.length === 0;
      if (!isNextPage) {
        current = undefined;
        lastNumber = '';
        repealed.begin([...titles, ...sheetTitle(sheet)]);
        const field = titles.filter(isField).at(-1);
        heading = field && fieldIn(field.text);
      }
      tellTitles(isField);
    }
    isSigned = false;
    const reader = rowReader(sheet, header);
    const titlesFrom = at < headers.length - 1 ? titlesAbove(sheet, header) : header.end;
    const read = groups.length;
    for (let row = header.bottom + 1; row < header.end; row += 1)
      readRow(reader, row, titlesFrom, groups.length === read);
  }
  tellTitles(() => true);
  problems.push(...repealProblems(groups));
  // A line that says the unit may stand below what it speaks of.
  const unitOf = (own: readonly string[]) => [...units, ...own].filter(changesSums).join('\n');
  return { groups: groups.map((group) => ({ ...group, unit: unitOf(group.units) })), problems };
}

/** The name of a sheet is a title of all its tables. */
const sheetTitle = ({ name }: Sheet): readonly Title[] =>
  name ? [{ place: { sheet: name }, text: name }] : [];

/** What stands above the first table. */
function titlesOf(
  sheet: Sheet,
  header: Header | undefined,
  placeOf: (row: number) => Place,
): readonly Title[] {
  const above = sheet.rows.slice(0, header?.top).flatMap((row, at) => {
    const text = row.map(textOf).filter(Boolean).join(' ');
    return text ? [{ place: placeOf(at), text }] : [];
  });
  return [...above, ...sheetTitle(sheet)];
}

/** Procedures that are read below words that repeal them, by these words. One that tells its last day, or what replaces it, says it all. */
function repealProblems(groups: readonly OpenGroup[]): readonly SheetProblem[] {
  const below = new Map<Title, OpenGroup[]>();
  for (const group of groups) {
    if (!group.repeal || !group.code || !group.name) continue;
    if (group.rows.some((cells) => cells.has('validTo') || cells.has('replacedBy'))) continue;
    const same = below.get(group.repeal);
    if (same) same.push(group);
    else below.set(group.repeal, [group]);
  }
  return [...below].map(([{ place, text }, own]) => {
    const rows = own.map((group) => String(group.place.row));
    const [first = '', last = ''] = [rows[0], rows.at(-1)];
    return problemAt(place, 'repealed-part', text, {
      count: own.length,
      names: first === last ? first : `${first}–${last}`,
    });
  });
}

/** `I. Lĩnh vực hộ tịch` as a procedure names its field. */
const fieldIn = (title: string): string => title.replace(HEADING_NUMBER, '').replace(/^lĩnh vực:?\s+/iu, '');

/**
 * The first of the lines between an empty row and the next header that stand alone: they are the title of what comes, not
 * the last words of what was.
 */
function titlesAbove({ rows }: Sheet, { bottom, end }: Header): number {
  const filled = (row: number) => (rows[row] ?? []).filter((cell) => cell !== undefined).length;
  let last = end - 1;
  while (last > bottom && filled(last) === 0) last -= 1;
  let first = last;
  while (first > bottom && filled(first) === 1) first -= 1;
  return first > bottom && filled(first) === 0 ? first + 1 : end;
}

/** Units that the lines above the header say, and names of columns that nobody knows; others speak for themselves alone. */
function unitsAbove({ rows }: Sheet, headers: readonly Header[]): string[] {
  const above = rows
    .slice(0, headers[0]?.top)
    .flatMap((row) => partUnits(row.map(textOf).filter(Boolean), true).said);
  const named = headers
    .flatMap(({ columns }) => columns)
    .flatMap(({ column, header }) =>
      column ? [] : (unitSaidIn(header) ?? (isUnitAlone(header, true) ? header : [])),
    );
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

/** What a column says over the rows of a procedure, joined cells once. */
export function valuesOf({ rows }: RowGroup, column: ColumnId): readonly PlacedCell[] {
  const seen = new Set<string>();
  return rows.flatMap((cells) =>
    (cells.get(column) ?? []).filter(({ origin }) => !seen.has(origin) && seen.add(origin)),
  );
}
