import type { Paper, PaperGroup } from '../catalog/procedure.js';
import { readYesNo } from './choice-words.js';
import type { ColumnId } from './columns.js';
import type { PlacedCell, RowCells } from './row-reader.js';
import { ADVICE, itemsOf } from './list-words.js';
import type { ValueReader } from './read-values.js';
import { textOf } from './sheet.js';

/** Written for papers that everybody needs, where others belong to a case. */
export const EVERY_CASE = 'Mọi trường hợp';
/** Written before a line of advice. */
export const REMARK = '(Ghi chú)';

const ANY_CASE = /^(?:mọi|tất cả(?: các)?) trường hợp$/iu;
const MARKED = /^\(ghi chú\)\s*/iu;

/** The papers of a procedure by case, from rows of one paper each or from cells with a list. */
export function readPapers(reader: ValueReader): readonly PaperGroup[] {
  const groups = new Map<string | undefined, Paper[]>();
  const seen = new Set<string>();
  const once = (placed: PlacedCell | undefined) =>
    placed && !seen.has(placed.origin) && seen.add(placed.origin);
  let inCase: string | undefined;
  for (const cells of reader.group.rows) {
    const named = textOf(cells.get('paperCase')?.[0]?.cell).replace(/\n/gu, ' ');
    if (named) inCase = ANY_CASE.test(named) ? undefined : named.replace(/\s*[:;]$/u, '');
    const paper = cells.get('paper')?.[0];
    if (!paper) tellLoneCounts(reader, cells, once);
    else if (once(paper)) {
      const add = (under: string | undefined, one: Paper) => {
        const same = groups.get(under);
        if (same) same.push(one);
        else groups.set(under, [one]);
      };
      readCell(reader, cells, paper, inCase, add);
    }
  }
  return [...groups].map(([name, papers]) => ({ ...(name !== undefined && { case: name }), papers }));
}

/** Numbers beside no paper. */
function tellLoneCounts(reader: ValueReader, cells: RowCells, once: (placed: PlacedCell) => unknown): void {
  for (const column of ['originals', 'copies', 'hasForm'] as const) {
    const placed = cells.get(column)?.[0];
    if (placed && once(placed)) reader.tell(placed.place, 'paper-missing', textOf(placed.cell));
  }
}

function readCell(
  reader: ValueReader,
  cells: RowCells,
  { cell }: PlacedCell,
  inCase: string | undefined,
  add: (under: string | undefined, paper: Paper) => void,
): void {
  const items = itemsOf(textOf(cell));
  const originals = countsOf(reader, cells, 'originals', items.length);
  const copies = countsOf(reader, cells, 'copies', items.length);
  const form = cells.get('hasForm')?.[0];
  const hasForm =
    form && (readYesNo(textOf(form.cell)) ?? reader.tell(form.place, 'yes-no', textOf(form.cell)));
  if (form && items.length > 1) reader.tell(form.place, 'counts-unclear', textOf(form.cell));
  let under = inCase;
  items.forEach((item, at) => {
    // “Giấy tờ phải xuất trình:” is no paper but says what those below it are for.
    if (item.endsWith(':') && at < items.length - 1) {
      under = [inCase, item.replace(/\s*:$/u, '')].filter(Boolean).join(' – ');
      return;
    }
    const isRemark = MARKED.test(item) || ADVICE.test(item);
    const [first, second] = [originals[at], copies[at]];
    add(under, {
      kind: isRemark ? 'remark' : 'paper',
      name: item.replace(MARKED, ''),
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
