import * as v from 'valibot';
import { procedureSchema, type Fee, type Procedure } from '../catalog/procedure.js';
import { audienceIn, AUDIENCE_WORDS, dayWords, PART_WORDS, tierWords, wordOf } from './choice-words.js';
import { COLUMN_IDS, ROW_COLUMNS, type ColumnId } from './columns.js';
import { feeWords } from './fee-words.js';
import { filingWords } from './filing-words.js';
import { BULLET } from './list-words.js';
import { EVERY_CASE, paperWords } from './paper-rows.js';
import type { ProcedureRecord } from './read-procedure.js';
import { tidy } from './sheet.js';
import { timeWords } from './time-words.js';

/** Cells of one column, one a row. */
export type ProcedureCells = ReadonlyMap<ColumnId, readonly string[]>;

/** A procedure in the words of a sheet, from which `readProcedure` makes the same procedure. */
export function procedureCells(written: ProcedureRecord): ProcedureCells {
  const record = v.parse(procedureSchema, written);
  const { source = {}, audience, audienceWords, tiers, filing } = record;
  const derived = [...new Set(audienceWords.flatMap(audienceIn))];
  const isDerived = derived.length === audience.length && derived.every((one, at) => one === audience[at]);
  const day = (text: string | undefined) => (text === undefined ? [] : [dayWords(text)]);
  const cells: Partial<Record<ColumnId, readonly (string | undefined)[]>> = {
    code: [record.code],
    name: [record.name],
    plainNames: list(record.plainNames),
    keywords: list(record.keywords),
    field: [record.field],
    tiers: list(tiers.map(tierWords)),
    competentAgency: [record.competentAgency],
    receivingAgency: [record.receivingAgency],
    issuedBy: [record.issuedBy],
    provinceSpecific: [yes(record.provinceSpecific)],
    audienceWords: list(audienceWords),
    audience: isDerived ? [] : list(audience.map((one) => wordOf(AUDIENCE_WORDS, one))),
    steps: list(record.steps.map(stepWords)),
    filing: list(filing.map(filingWords)),
    timeLimit: [record.timeLimit && timeWords(record.timeLimit)],
    fees: feeCells(record.fees),
    papersPublished: [record.papersPublished?.toString()],
    papersShortened: [yes(record.papersShortened)],
    forms: list(record.forms.map(({ name, url }) => [name, url].filter(Boolean).join(' | '))),
    legalBasis: list(record.legalBasis.map(basisWords)),
    decision: [record.decision],
    conditions: list(record.conditions),
    results: list(record.results),
    related: list(record.related),
    applyUrl: [record.applyUrl],
    'source.name': [source.name],
    'source.url': [source.url],
    'source.collectedOn': [source.collectedOn],
    'source.via': list(source.via),
    otherSources: list(record.otherSources),
    verifiedOn: day(record.verifiedOn),
    validFrom: day(record.validFrom),
    validTo: day(record.validTo),
    formerCodes: list(record.formerCodes),
    replacedBy: [record.replacedBy],
    unverified: list(record.unverified.map((part) => wordOf(PART_WORDS, part))),
    note: [record.note],
    ...paperCells(record.paperGroups),
  };
  for (const { channel, timeLimit, fees } of filing) {
    cells[`timeLimit.${channel}`] = [timeLimit && timeWords(timeLimit)];
    cells[`fees.${channel}`] = feeCells(fees);
  }
  return new Map(
    COLUMN_IDS.flatMap((column) => {
      const own = (cells[column] ?? []).map((text) => tidy(text ?? ''));
      return own.some(Boolean) ? [[column, own] as const] : [];
    }),
  );
}

const yes = (is: boolean | undefined): string | undefined => (is ? 'Có' : undefined);
const oneLine = (text: string): string => text.replace(/\s*\n\s*/gu, ' ');

/** One cell with an item a line; where an item begins like one of a list in itself, a cell for each. */
function list(items: readonly string[] = []): readonly string[] {
  const lines = items.map(oneLine);
  return lines.some((line) => BULLET.test(line)) ? lines : lines.length > 0 ? [lines.join('\n')] : [];
}

const feeCells = (fees: readonly Fee[] = []): readonly string[] => list(fees.map(feeWords));

const stepWords = ({ name, text }: Procedure['steps'][number]): string =>
  name === undefined ? text : /^Bước \d+$/u.test(name) ? `${name}: ${text}` : `${name} | ${text}`;

/** The title keeps its place where there is an address and no title. */
const basisWords = ({ number, title, url }: Procedure['legalBasis'][number]): string =>
  [number, url ? (title ?? '') : title, url].filter((part) => part !== undefined).join(' | ');

/** One row for each paper. */
function paperCells(groups: Procedure['paperGroups']): Partial<Record<ColumnId, readonly string[]>> {
  const hasCases = groups.some((group) => group.case !== undefined);
  const rows = groups.flatMap((group) =>
    group.papers.map((paper) => ({ paper, inCase: group.case ?? (hasCases ? EVERY_CASE : '') })),
  );
  return {
    paperCase: rows.map(({ inCase }) => inCase),
    paper: rows.map(({ paper }) => oneLine(paperWords(paper))),
    originals: rows.map(({ paper }) => paper.originals?.toString() ?? ''),
    copies: rows.map(({ paper }) => paper.copies?.toString() ?? ''),
    hasForm: rows.map(({ paper }) => yes(paper.hasForm) ?? ''),
  };
}

/** A column's cells as one text, for people to compare. */
export const cellText = (cells: ProcedureCells, column: ColumnId): string =>
  (cells.get(column) ?? []).filter((text) => text !== '' || ROW_COLUMNS.has(column)).join('\n');
