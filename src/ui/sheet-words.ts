import type { Language } from '../i18n/language.js';
import type { MessageKey } from '../i18n/namespace.js';
import { sheet as namespace } from '../i18n/namespaces/sheet.js';
import { translate, type MessageParams } from '../i18n/translator.js';
import { headerOf } from '../sheet/columns.js';
import type { BuiltCatalog } from '../sheet/build-catalog.js';
import type { CatalogChanges, FieldChange } from '../sheet/diff-catalogs.js';
import type { Place, SheetProblem } from '../sheet/sheet-problems.js';

export type SheetKey = MessageKey<typeof namespace>;

/** A problem of a spreadsheet in the words of a language. */
export interface ToldProblem {
  readonly weight: SheetProblem['weight'];
  /** Its name for people: “Thiếu”. */
  readonly kind: string;
  /** “dòng 12, cột D (Thời hạn)”. */
  readonly where: string;
  readonly what: string;
  readonly fix: string;
}

/** Words about spreadsheets, for a page and for a command. */
export interface SheetWords {
  readonly say: (key: SheetKey, params?: MessageParams) => string;
  readonly tell: (problem: SheetProblem) => ToldProblem;
  /** One field that is said otherwise than before. */
  readonly change: (change: FieldChange) => string;
  /** How much was read, and how much of it should be looked at. */
  readonly summary: (built: BuiltCatalog) => string;
  readonly changes: (changes: CatalogChanges) => string;
  /** Names of the columns of a list of problems. */
  readonly heads: () => readonly string[];
}

export async function sheetWords(language: Language): Promise<SheetWords> {
  await namespace.load(language);
  const say: SheetWords['say'] = (key, params) => translate(language, [namespace.name], key, params);
  return {
    say,
    tell: (problem) => ({
      weight: problem.weight,
      kind: say(`weight.${problem.weight}`),
      where: whereOf(say, problem),
      what: say(`what.${problem.code}`, problem.params),
      fix: say(`fix.${problem.code}`, problem.params),
    }),
    change({ column, before, after }) {
      const key = before === '' ? 'change.field-new' : after === '' ? 'change.field-gone' : 'change.field';
      return say(key, { field: headerOf(column), before: short(before), after: short(after) });
    },
    summary({ catalog, problems }) {
      const count = (weight: SheetProblem['weight']) =>
        problems.filter((one) => one.weight === weight).length;
      const found = { errors: count('error'), warnings: count('warning') };
      return catalog ? say('made', { count: catalog.procedures.length, ...found }) : say('not-made', found);
    },
    changes: ({ added, removed, changed, unchanged }) =>
      say('changes', { added: added.length, removed: removed.length, changed: changed.length, unchanged }),
    heads: () => [say('head.kind'), say('head.where'), say('head.what'), say('head.fix')],
  };
}

const LONGEST = 160;

function short(text: string): string {
  const line = text.trim().replace(/\n+/gu, '; ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

function whereOf(say: SheetWords['say'], { sheet, row, column, header }: Place): string {
  const params = { row: row ?? 0, column: column ?? '' };
  const cell =
    row !== undefined && column !== undefined
      ? say('where.cell', params)
      : row !== undefined
        ? say('where.row', params)
        : column !== undefined
          ? say('where.column', params)
          : undefined;
  if (cell === undefined) return sheet === undefined ? say('where.file') : say('where.only-sheet', { sheet });
  const headed =
    header === undefined ? cell : say('where.header', { where: cell, header: header.replace(/\s+/gu, ' ') });
  return sheet === undefined ? headed : say('where.sheet', { sheet, where: headed });
}
