import type { Paper, PaperGroup } from '../catalog/procedure.js';
import { readYesNo } from './choice-words.js';
import type { ColumnId } from './columns.js';
import type { PlacedCell, RowCells } from './row-reader.js';
import { ADVICE, listOf, signOf, type ListItem } from './list-words.js';
import { isChoice, isRowTitle, isTitle, PaperLevels } from './paper-levels.js';
import type { ValueReader } from './read-values.js';
import { textOf } from './sheet.js';

/** Written for papers that everybody needs, where others belong to a case. */
export const EVERY_CASE = 'Mọi trường hợp';
/** Written before a line of advice. */
export const REMARK = '(Ghi chú)';

const ANY_CASE = /^(?:mọi|tất cả(?: các)?) trường hợp$/iu;
const MARKED = /^\(ghi chú\)\s*/iu;

/** A cell of papers, and what is beside it. */
interface PaperCell {
  readonly cells: RowCells;
  readonly placed: PlacedCell;
  readonly items: readonly ListItem[];
  /** Where it begins a case: the levels of its papers. */
  readonly levels: PaperLevels;
}

/** The papers of a procedure by case, from rows of one paper each or from cells with a list. */
export function readPapers(reader: ValueReader): readonly PaperGroup[] {
  const groups = new Map<string | undefined, Paper[]>();
  const add = (under: string | undefined, one: Paper) => {
    const same = groups.get(under);
    if (same) same.push(one);
    else groups.set(under, [one]);
  };
  const read = paperCells(reader);
  for (const [at, own] of read.entries()) {
    const next = read[at + 1];
    const below = next?.levels === own.levels ? next.items[0] : undefined;
    const [item, ...more] = own.items;
    if (!item) continue;
    if (more.length === 0 && isRowTitle(item, below)) {
      own.levels.open(item);
      for (const column of BESIDE) {
        const count = own.cells.get(column)?.[0];
        if (count) reader.tell(count.place, 'counts-unclear', textOf(count.cell));
      }
      continue;
    }
    const last = more.at(-1) ?? item;
    if (below && isChoice(last)) reader.tell(own.placed.place, 'papers-unclear', last.text);
    if (more.length > 0) own.levels.within(() => readCell(reader, own, add));
    else readCell(reader, own, add);
  }
  return [...groups].map(([name, papers]) => ({ ...(name !== undefined && { case: name }), papers }));
}

/** Columns that say something of the paper beside them. */
const BESIDE = ['originals', 'copies', 'hasForm'] as const;

/** The cells of papers in their order, each once. */
function paperCells(reader: ValueReader): readonly PaperCell[] {
  const seen = new Set<string>();
  const once = (placed: PlacedCell | undefined) =>
    placed && !seen.has(placed.origin) && seen.add(placed.origin);
  const choices = new Set<string>();
  let inCase: string | undefined;
  let levels = new PaperLevels(inCase, choices);
  return reader.group.rows.flatMap((cells) => {
    const named = textOf(cells.get('paperCase')?.[0]?.cell).replace(/\n/gu, ' ');
    const before = inCase;
    if (named) inCase = ANY_CASE.test(named) ? undefined : named.replace(/\s*[:;]$/u, '');
    if (inCase !== before) levels = new PaperLevels(inCase, choices);
    const placed = cells.get('paper')?.[0];
    if (!placed) tellLoneCounts(reader, cells, once);
    else if (once(placed)) return [{ cells, placed, items: listOf(textOf(placed.cell)), levels }];
    return [];
  });
}

/** Numbers beside no paper. */
function tellLoneCounts(reader: ValueReader, cells: RowCells, once: (placed: PlacedCell) => unknown): void {
  for (const column of BESIDE) {
    const placed = cells.get(column)?.[0];
    if (placed && once(placed)) reader.tell(placed.place, 'paper-missing', textOf(placed.cell));
  }
}

function readCell(
  reader: ValueReader,
  { cells, placed, items, levels }: PaperCell,
  add: (under: string | undefined, paper: Paper) => void,
): void {
  const originals = countsOf(reader, cells, 'originals', items.length);
  const copies = countsOf(reader, cells, 'copies', items.length);
  const form = cells.get('hasForm')?.[0];
  const hasForm =
    form && (readYesNo(textOf(form.cell)) ?? reader.tell(form.place, 'yes-no', textOf(form.cell)));
  if (form && items.length > 1) reader.tell(form.place, 'counts-unclear', textOf(form.cell));
  items.forEach((item, at) => {
    const next = items[at + 1];
    // “Giấy tờ phải xuất trình:” is no paper but says what those below it are for.
    if (next && isTitle(item)) {
      const isFlat = signOf(next.line) === signOf(item.line);
      if (isFlat && isChoice(item) && at > 0) reader.tell(placed.place, 'papers-unclear', item.text);
      levels.open(item);
      return;
    }
    const isRemark = MARKED.test(item.text) || ADVICE.test(item.text);
    if (!isRemark && levels.take(item)) reader.tell(placed.place, 'papers-unclear', item.text);
    const [first, second] = [originals[at], copies[at]];
    add(levels.name, {
      kind: isRemark ? 'remark' : 'paper',
      name: item.text.replace(MARKED, ''),
      ...(first !== undefined && { originals: first }),
      ...(second !== undefined && { copies: second }),
      ...(items.length === 1 && hasForm && { hasForm }),
    });
  });
}

/** Numbers for the papers of a cell; one number beside several papers belongs to nobody knows which. */
function countsOf(
  reader: ValueReader,
  cells: RowCells,
  column: ColumnId,
  papers: number,
): readonly (number | undefined)[] {
  const placed = cells.get(column)?.[0];
  if (!placed) return [];
  const lines = textOf(placed.cell).split('\n').filter(Boolean);
  if (lines.length !== papers) {
    reader.tell(placed.place, 'counts-unclear', textOf(placed.cell));
    return [];
  }
  return lines.map((line) => reader.countIn(line, placed.place));
}

/** A paper in the words of a cell. */
export const paperWords = ({ kind, name }: Paper): string => (kind === 'remark' ? `${REMARK} ${name}` : name);
