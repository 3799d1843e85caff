import { Parser } from 'saxen';
import { columnLetters, readAddress, type Merge, type Sheet, type Span } from './sheet.js';

/** What a workbook says of a sheet beside its values. */
export interface SheetPart extends Pick<Sheet, 'merges' | 'hiddenColumns' | 'hiddenRows'> {
  readonly name: string;
  readonly isHidden: boolean;
  /** Cells that hold an error of the spreadsheet (`#REF!`), or a formula that nobody worked out. */
  readonly broken: readonly BrokenCell[];
}

export interface BrokenCell {
  readonly row: number;
  readonly column: string;
  /** The error; undefined where a formula has no value. */
  readonly error: string | undefined;
}

type Attributes = Readonly<Record<string, string>>;

/**
 * Reads what read-excel-file leaves out: merged and broken cells, hidden sheets, columns and rows.
 * @param files texts of the workbook by path
 */
export function readWorkbookParts(files: ReadonlyMap<string, string>): readonly SheetPart[] {
  const targets = new Map<string, string>();
  eachTag(files.get('xl/_rels/workbook.xml.rels'), {
    Relationship: ({ Id = '', Target = '' }) =>
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`),
  });
  const sheets: SheetPart[] = [];
  eachTag(files.get('xl/workbook.xml'), {
    sheet: (attributes) => {
      const id = Object.entries(attributes).find(([name]) => /^(?:\w+:)?id$/u.test(name))?.[1] ?? '';
      const { name = '', state } = attributes;
      const isHidden = state === 'hidden' || state === 'veryHidden';
      sheets.push({ name, isHidden, ...readSheetPart(files.get(targets.get(id) ?? '')) });
    },
  });
  return sheets;
}

function readSheetPart(xml: string | undefined): Omit<SheetPart, 'name' | 'isHidden'> {
  const merges: Merge[] = [];
  const hiddenColumns: Span[] = [];
  const hiddenRows = new Set<number>();
  let row = -1;
  const broken: BrokenCell[] = [];
  let cell: { address: string; type: string; hasFormula: boolean; value: string | undefined } | undefined;
  let isValue = false;
  eachTag(
    xml,
    {
      // Programs write either that it is hidden, or no width.
      col: ({ min, max, hidden, width }) => {
        if (isYes(hidden) || Number(width) === 0) hiddenColumns.push([Number(min) - 1, Number(max) - 1]);
      },
      row: ({ r, hidden, ht }) => {
        row = r === undefined ? row + 1 : Number(r) - 1;
        if (isYes(hidden) || Number(ht) === 0) hiddenRows.add(row);
      },
      mergeCell: ({ ref = '' }) => {
        const [from, to] = ref.split(':').map(readAddress);
        if (from && to) merges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column });
      },
      c: ({ r = '', t = 'n' }) => (cell = { address: r, type: t, hasFormula: false, value: undefined }),
      f: () => cell && (cell.hasFormula = true),
      v: () => (isValue = true),
    },
    (tag) => {
      if (tag === 'v') isValue = false;
      if (tag !== 'c' || !cell) return;
      const at = readAddress(cell.address);
      const isError = cell.type === 'e';
      if (at && (isError || (cell.hasFormula && cell.value === undefined)))
        broken.push({
          row: at.row + 1,
          column: columnLetters(at.column),
          error: isError ? (cell.value ?? '') : undefined,
        });
      cell = undefined;
    },
    (text) => {
      if (cell && isValue) cell.value = (cell.value ?? '') + text;
    },
  );
  return { merges, broken, hiddenColumns, hiddenRows };
}

const isYes = (value: string | undefined): boolean => value === '1' || value === 'true';

/** Reads through a file, tag by tag; prefixes of names differ from program to program and say nothing. */
function eachTag(
  xml: string | undefined,
  begin: Readonly<Record<string, (attributes: Attributes) => unknown>>,
  end?: (tag: string) => void,
  text?: (text: string) => void,
): void {
  if (xml === undefined) return;
  const bare = (name: string) => name.slice(name.indexOf(':') + 1);
  const parser = new Parser();
  parser.on('openTag', (name, attributesOf, decode) => {
    const act = Object.hasOwn(begin, bare(name)) ? begin[bare(name)] : undefined;
    if (!act) return;
    const attributes = Object.entries(attributesOf() as Attributes);
    act(Object.fromEntries(attributes.map(([key, value]) => [key, decode(value)])));
  });
  if (end) parser.on('closeTag', (name) => end(bare(name)));
  if (text) parser.on('text', (value, decode) => text(decode(value)));
  parser.on('error', (error) => {
    throw error;
  });
  parser.parse(xml);
}
