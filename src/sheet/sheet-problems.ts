import type { Problem } from '../shared/result.js';

/** `error`: something is not in the catalogue. `warning`: look at it once more. `note`: what was done, to be known. */
export const WEIGHTS = ['error', 'warning', 'note'] as const;
export type Weight = (typeof WEIGHTS)[number];

/**
 * What can be wrong with a spreadsheet, and how much it weighs; `locales/…/sheet.json` has the words and the fix.
 * Params, where they apply: `found` (what stood there, cut short), `count`, `names`.
 */
export const SHEET_PROBLEMS = {
  // The file.
  'file-empty': 'error',
  'file-old-excel': 'error',
  'file-locked': 'error',
  'file-broken': 'error',
  'file-not-sheet': 'error',
  'file-too-large': 'error',
  'no-header': 'error',
  'no-rows': 'error',
  'letters-tcvn3': 'error',
  'letters-vni': 'error',
  'letters-lost': 'error',
  'head-missing': 'error',
  'head-day': 'error',
  'read-as-1258': 'warning',
  'quotes-open': 'warning',
  'sheet-hidden': 'warning',
  'sheet-unread': 'warning',
  'row-above-header': 'note',
  'head-differs': 'warning',
  'head-replaced': 'warning',
  // Columns.
  'column-unknown': 'warning',
  'column-hidden': 'warning',
  'column-twice': 'error',
  'column-beside': 'error',
  'column-unnamed': 'warning',
  'column-left-out': 'note',
  'column-count-only': 'note',
  // Rows.
  'code-missing': 'error',
  'name-missing': 'error',
  'code-twice': 'error',
  'row-unread': 'error',
  'record-invalid': 'error',
  'code-unusual': 'warning',
  'code-number': 'warning',
  'name-differs': 'warning',
  'row-hidden': 'warning',
  'repealed-part': 'warning',
  'repealed-words': 'warning',
  'row-numbering': 'note',
  'row-heading': 'note',
  'row-unit': 'note',
  'row-header': 'note',
  // Cells.
  'cell-error': 'error',
  'formula-empty': 'error',
  'day-form': 'error',
  'day-unreal': 'error',
  'day-number': 'error',
  'address-form': 'error',
  'count-form': 'error',
  'tier-unknown': 'error',
  'level-unknown': 'error',
  'channel-unknown': 'error',
  'part-unknown': 'error',
  'audience-unknown': 'warning',
  'yes-no': 'error',
  'value-second': 'error',
  'paper-missing': 'error',
  'counts-unclear': 'error',
  'papers-unclear': 'warning',
  'tier-gone': 'warning',
  'fee-zero': 'warning',
  'fee-none': 'warning',
  'fee-small': 'warning',
  'fee-several': 'warning',
  'fee-unclear': 'warning',
  'fee-unit': 'warning',
  'fee-words': 'note',
  'time-unit': 'warning',
  'time-words': 'warning',
  'channel-added': 'warning',
} as const satisfies Readonly<Record<string, Weight>>;

export type SheetProblemCode = keyof typeof SHEET_PROBLEMS;

/** Where in the file; rows and columns count from 1, as a spreadsheet shows them. */
export interface Place {
  /** Name of the sheet, where the file has names. */
  readonly sheet?: string;
  readonly row?: number;
  /** Letters of the column, `A`. */
  readonly column?: string;
  /** What the file writes above the column. */
  readonly header?: string;
}

export interface SheetProblem extends Problem<SheetProblemCode>, Place {
  readonly weight: Weight;
}

const LONGEST_FOUND = 80;

/** @param found what stood there; cut short, because it is somebody else's */
export function problemAt(
  place: Place,
  code: SheetProblemCode,
  found?: string,
  params: Problem['params'] = {},
): SheetProblem {
  const flat = found?.replace(/\s+/gu, ' ').trim();
  const short = flat && flat.length > LONGEST_FOUND ? `${flat.slice(0, LONGEST_FOUND)}…` : flat;
  return {
    code,
    weight: SHEET_PROBLEMS[code],
    ...place,
    params: { ...params, ...(short !== undefined && { found: short }) },
  };
}
