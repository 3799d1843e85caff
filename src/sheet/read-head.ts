import type { CatalogHead } from '../catalog/procedure.js';
import { readDate } from '../forms/typed-values.js';
import { foldText } from '../shared/fold-text.js';
import { dayWords } from './choice-words.js';
import type { Header } from './find-header.js';
import { partUnits } from './money-unit.js';
import { problemAt, type SheetProblem } from './sheet-problems.js';
import { textOf, type Cell, type Sheet } from './sheet.js';

/** Whose catalogue it is. */
export type FileHead = Pick<CatalogHead, 'publisher' | 'place' | 'publishedOn'> &
  Partial<Pick<CatalogHead, 'sample'>>;

/** What is written above the header, before a `:` or in a cell of its own. */
export const HEAD_LABELS = {
  publisher: ['Cơ quan công bố', 'Đơn vị công bố', 'Đơn vị', 'Cơ quan'],
  place: ['Nơi áp dụng', 'Địa phương', 'Xã', 'Phường'],
  publishedOn: ['Ngày công bố', 'Ngày ban hành'],
  sample: ['Dữ liệu mẫu'],
} as const satisfies Record<keyof FileHead, readonly string[]>;

const keyOf = (text: string): string =>
  foldText(text)
    .replace(/[^a-z]+/gu, ' ')
    .trim();
const labels = new Map(
  Object.entries(HEAD_LABELS).flatMap(([member, names]) =>
    names.map((name) => [keyOf(name), member as keyof FileHead] as const),
  ),
);

/**
 * Reads what stands above the headers. Lines that are no part of the head, such as a title, are told; so is what another
 * value goes before: that of the sheet before, or the one that was given.
 */
export function readFileHead(
  read: readonly { readonly sheet: Sheet; readonly headers: readonly Header[] }[],
  today: string,
  given: Partial<FileHead>,
  problems: SheetProblem[],
): Partial<FileHead> {
  let head: Partial<FileHead> = {};
  for (const { sheet, headers } of read) {
    for (const [at, row] of sheet.rows.slice(0, headers[0]?.top).entries()) {
      const all = row.filter((cell) => cell !== undefined);
      const place = { ...(sheet.name && { sheet: sheet.name }), row: at + 1 };
      const { said, rest } = partUnits(all.map(textOf), true);
      if (said.length > 0) problems.push(problemAt(place, 'row-unit', said.join(' ')));
      const cells = said.length > 0 ? rest : all;
      if (cells.length === 0) continue;
      const found = labelled(cells);
      const own = found && readMember(found.member, found.value, today);
      if (own) {
        const shown = (value: unknown) =>
          found.member === 'publishedOn' ? dayWords(String(value)) : String(value);
        for (const [code, used] of [
          ['head-replaced', given[found.member]],
          ['head-differs', head[found.member]],
        ] as const)
          if (used !== undefined && used !== own[found.member])
            problems.push(problemAt(place, code, textOf(found.value), { names: shown(used) }));
        head = { ...own, ...head };
      } else if (found) problems.push(problemAt(place, 'day-form', textOf(found.value)));
      else problems.push(problemAt(place, 'row-above-header', cells.map(textOf).join(' | ')));
    }
  }
  return head;
}

function labelled(
  cells: readonly Cell[],
): { readonly member: keyof FileHead; readonly value: Cell } | undefined {
  const [first, second] = cells;
  const [label = '', ...rest] = textOf(first).split(':');
  const value = rest.join(':').trim() || second;
  const member = labels.get(keyOf(label));
  return member && value !== undefined ? { member, value } : undefined;
}

function readMember(member: keyof FileHead, value: Cell, today: string): Partial<FileHead> | undefined {
  if (member === 'sample') return { sample: true };
  if (member !== 'publishedOn') return { [member]: textOf(value) };
  const day = readDate(textOf(value), 'day', today);
  return day.ok ? { publishedOn: day.value } : undefined;
}
