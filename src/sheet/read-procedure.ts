import * as v from 'valibot';
import { procedureSchema, type Procedure, type Provenance } from '../catalog/procedure.js';
import { normaliseCode } from '../shared/procedure-code.js';
import { faultOf } from '../shared/data-faults.js';
import {
  audienceIn,
  AUDIENCE_WORDS,
  choicesIn,
  PART_WORDS,
  readLevel,
  TIER_WORDS,
  type ReadLevel,
} from './choice-words.js';
import { readFeeList, readFiling, readTimeLimit } from './filing-words.js';
import type { RowGroup } from './group-rows.js';
import { partsOf, shortItemsOf } from './list-words.js';
import { readPapers } from './paper-rows.js';
import { decisionRepeals, nameSaysRepealed, saysRepealed } from './repealed.js';
import { ValueReader } from './read-values.js';
import { problemAt, type SheetProblem } from './sheet-problems.js';
import { textOf, visible } from './sheet.js';

/** A record as it is written, before defaults are filled in. */
export type ProcedureRecord = Readonly<v.InferInput<typeof procedureSchema>>;

export interface ReadProcedure {
  readonly record: ProcedureRecord;
  /** The level that the row tells; a list of its own in the end. */
  readonly level: ReadLevel | undefined;
}

/**
 * One procedure from its rows. What a cell says wrongly is told and left out; without a code or a name there is none.
 * @param today `yyyy-mm-dd`
 */
export function readProcedure(
  group: RowGroup,
  today: string,
  problems: SheetProblem[],
): ReadProcedure | undefined {
  const reader = new ValueReader(group, today, problems);
  const code = readCode(reader);
  const name = readName(reader);
  if (!code) reader.tell(group.place, 'code-missing', name ?? group.numbered);
  if (!name && code) reader.tell(group.place, 'name-missing', code);
  if (!code || !name) return undefined;
  const audienceWords = reader.shortTexts('audienceWords');
  const record = withoutNothing({
    code,
    name,
    plainNames: reader.texts('plainNames'),
    keywords: reader.shortTexts('keywords'),
    field: reader.text('field') ?? group.heading,
    tiers: readTiers(reader),
    competentAgency: reader.text('competentAgency'),
    receivingAgency: reader.text('receivingAgency'),
    issuedBy: reader.text('issuedBy'),
    provinceSpecific: reader.yesNo('provinceSpecific'),
    audience: readAudience(reader, audienceWords),
    audienceWords,
    steps: reader.texts('steps').map(readStep),
    filing: readFiling(reader),
    timeLimit: readTimeLimit(reader, 'timeLimit'),
    fees: readFeeList(reader, 'fees'),
    paperGroups: readPapers(reader),
    papersPublished: reader.count('papersPublished'),
    papersShortened: reader.yesNo('papersShortened'),
    forms: reader.items('forms').map(({ text, place }) => {
      const [form = text, url] = partsOf(text);
      return withoutNothing({ name: form, url: url && reader.addressIn(url, place) });
    }),
    legalBasis: reader.items('legalBasis').map(({ text, place }) => {
      const [number = text, title, url] = partsOf(text);
      return withoutNothing({ number, title, url: url && reader.addressIn(url, place) });
    }),
    decision: reader.text('decision'),
    conditions: reader.texts('conditions'),
    results: reader.texts('results'),
    related: reader.shortTexts('related').map(visible),
    applyUrl: reader.address('applyUrl'),
    source: readSource(reader),
    otherSources: reader
      .items('otherSources')
      .flatMap(({ text, place }) => reader.addressIn(text, place) ?? []),
    note: reader.text('note'),
    unverified: readUnverified(reader),
    verifiedOn: reader.day('verifiedOn'),
    validFrom: reader.day('validFrom'),
    validTo: reader.day('validTo'),
    formerCodes: reader.shortTexts('formerCodes').map(visible),
    replacedBy: visible(reader.text('replacedBy') ?? ''),
  });
  if (record.validTo === undefined && !record.replacedBy) tellRepealed(reader);
  const checked = v.safeParse(procedureSchema, record, { abortEarly: true });
  if (checked.success) return { record: record as ProcedureRecord, level: readLevelOf(reader) };
  problems.push(problemAt(group.place, 'record-invalid', code, { ...faultOf(checked.issues[0]) }));
  return undefined;
}

/** A procedure that says of itself that it is no longer in force, and neither since when nor what replaces it. */
function tellRepealed(reader: ValueReader): void {
  for (const [column, isSaid] of [
    ['name', nameSaysRepealed],
    ['note', saysRepealed],
    ['decision', decisionRepeals],
  ] as const)
    for (const { cell, place } of reader.values(column))
      if (isSaid(textOf(cell))) reader.tell(place, 'repealed-words', textOf(cell));
}

/** Only what is said: no empty lists, no absent members, no “no”. */
function withoutNothing<Members extends object>(members: Members): Partial<Members> {
  const said = Object.entries(members).filter(
    ([, value]) =>
      value !== undefined && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(said) as Partial<Members>;
}

function readCode(reader: ValueReader): string | undefined {
  const first = reader.values('code')[0];
  if (!first) return undefined;
  const { cell, place } = first;
  // `2.000010` is a number for a spreadsheet, and has lost its last zero; a code has six digits behind the dot.
  const text =
    typeof cell === 'number' && cell < 10 ? cell.toFixed(6) : visible(textOf(cell)).replace(/\s+/gu, ' ');
  if (typeof cell === 'number') reader.tell(place, 'code-number', text);
  else if (!normaliseCode(text)) reader.tell(place, 'code-unusual', text);
  return text;
}

function readName(reader: ValueReader): string | undefined {
  const [first, ...others] = reader
    .values('name')
    .map(({ cell, place }) => ({ name: textOf(cell).replace(/\n/gu, ' '), place }));
  for (const other of others)
    if (other.name !== first?.name) reader.tell(other.place, 'name-differs', other.name);
  return first?.name;
}

function readStep(text: string): { readonly name?: string; readonly text: string } {
  const [name, ...rest] = partsOf(text);
  if (name && rest.length > 0) return { name, text: rest.join(' | ') };
  const [, step, what] = /^(Bước \d+)\s*[:.]\s*(.+)$/iu.exec(text) ?? [];
  return step && what ? { name: step, text: what } : { text };
}

function readTiers(reader: ValueReader): Procedure['tiers'] {
  return reader.values('tiers').flatMap(({ cell, place }) =>
    shortItemsOf(textOf(cell)).flatMap((item) => {
      const [, words = item, brackets = ''] = /^([^()]+?)\s*\(([^()]*)\)$/u.exec(item) ?? [];
      const [tier] = choicesIn(TIER_WORDS, words);
      const dayBehind = (word: string) => new RegExp(`${word}\\s+([\\d/.-]+)`, 'iu').exec(brackets)?.[1];
      const [from, to] = [dayBehind('từ'), dayBehind('đến')];
      const validFrom = from && reader.dayIn(from, place);
      const validTo = to && reader.dayIn(to, place);
      if (!tier || (brackets && !from && !to)) reader.tell(place, 'tier-unknown', item);
      // There are two tiers since 1 July 2025 (law 72/2025/QH15).
      if (tier === 'district' && !validTo) reader.tell(place, 'tier-gone', item);
      return tier ? [{ tier, ...(validFrom && { validFrom }), ...(validTo && { validTo }) }] : [];
    }),
  );
}

/** As the file groups them, else as its words tell. */
function readAudience(reader: ValueReader, words: readonly string[]): Procedure['audience'] {
  const grouped = reader.values('audience').flatMap(({ cell, place }) =>
    shortItemsOf(textOf(cell)).flatMap((item) => {
      const found = choicesIn(AUDIENCE_WORDS, item);
      if (found.length === 0) reader.tell(place, 'audience-unknown', item);
      return found;
    }),
  );
  return [...new Set(grouped.length > 0 ? grouped : words.flatMap(audienceIn))];
}

function readSource(reader: ValueReader): Provenance | undefined {
  const [named] = reader.values('source.name');
  const words = reader.text('source.name');
  // Many write the address under “Nguồn”.
  const isAddress = words !== undefined && /^https?:\/\/\S+$/iu.test(words);
  const source = withoutNothing({
    name: isAddress ? undefined : words,
    url:
      reader.address('source.url') ?? (isAddress && named ? reader.addressIn(words, named.place) : undefined),
    collectedOn: reader.text('source.collectedOn'),
    via: reader.texts('source.via'),
  });
  return Object.keys(source).length > 0 ? source : undefined;
}

function readUnverified(reader: ValueReader): Procedure['unverified'] {
  return reader.items('unverified').flatMap(({ text, place }) => {
    const parts = choicesIn(PART_WORDS, text);
    if (parts.length === 0) reader.tell(place, 'part-unknown', text);
    return parts;
  });
}

/** Not yet announced is the same as nothing said. */
const NO_LEVEL = /^(?:chưa\b.*|[-–—])$/iu;

function readLevelOf(reader: ValueReader): ReadLevel | undefined {
  const [first, ...others] = reader.values('level');
  for (const { cell, place } of others)
    if (textOf(cell) !== textOf(first?.cell)) reader.tell(place, 'value-second', textOf(cell));
  if (!first || NO_LEVEL.test(textOf(first.cell))) return undefined;
  return readLevel(textOf(first.cell)) ?? reader.tell(first.place, 'level-unknown', textOf(first.cell));
}
