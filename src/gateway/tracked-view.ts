import { isCounted, type DateAlone, type WorkCalendar } from '../dossiers/deadline.js';
import { actsFrom, hasEnded, type Standing } from '../dossiers/dossier-states.js';
import { maskName } from '../dossiers/mask-name.js';
import { maskNumbers } from '../dossiers/masking.js';
import { movedDueDate, pausesOf, type MovedDueDate } from '../dossiers/moved-deadline.js';
import { answeredBy, answersAfter, askedLast } from '../forms/asked-parts.js';
import type { AskedPart, CalledPart } from '../forms/asked-schema.js';
import { applicantOf } from '../forms/applicant.js';
import type { FormDefinition } from '../forms/form-definition.js';
import type { Delivery, Receipt, Submission } from '../forms/submission.js';
import type { HistoryRow, KeptDossier, ReceivingTables } from './receiving-tables.js';
import type { ApplicantActKind, TrackedDetails, TrackedOutline, TrackedRow } from './tracking-contract.js';

/* What of a dossier is told to whoever follows it; a version is put to it by who answers. */

export interface ViewOptions {
  readonly calendar: WorkCalendar;
  readonly formOf: (id: string) => FormDefinition | undefined;
  /** Present where changes are told as they come. */
  readonly onChange?: unknown;
}

type Unversioned<Told> = Omit<Told, 'version'>;

/** How far it is: for whoever knows the code and four digits, which are no secret. */
export function outlineOf(
  tables: ReceivingTables,
  { code, standing }: KeptDossier,
  receipt: Receipt,
  { calendar, onChange }: ViewOptions,
): Unversioned<TrackedOutline> {
  const history = tables.history(code);
  const { office, sample, receivedAt: sentAt } = receipt;
  const received = history.find(({ act }) => act === 'receive');
  const limit = timeGivenBy(receipt);
  const due = dueNow(receipt, history, calendar);
  return {
    found: true,
    level: 0,
    code,
    office,
    sample,
    standing,
    sentAt,
    ...(received && { receivedAt: received.at }),
    ...(due ? { due: isCounted(due) ? { ...due, skipped: [...due.skipped] } : due } : limit && { limit }),
    ...(onChange !== undefined && { changes: true as const }),
    acts: [],
  };
}

/**
 * When the result is due as things stand. Once the days off are known there is a date, too, where the receipt could tell
 * none; and where they are not, the one that the office gave by itself holds as long as nothing moves it.
 */
export function dueNow(
  { receivedAt, due: promised, limit }: Receipt,
  history: readonly HistoryRow[],
  calendar: WorkCalendar,
): MovedDueDate | DateAlone | undefined {
  const given = promised && isCounted(promised) ? promised : limit;
  const moved = given && movedDueDate(new Date(receivedAt), given, history, calendar);
  const holds = promised !== undefined && pausesOf(history).length === 0;
  // An office’s own date goes before one that its time would give.
  if (holds && !isCounted(promised)) return promised;
  return moved ?? (holds ? { ...promised, paused: 0 } : undefined);
}

/** The time that the office has, as far as it told one. */
export function timeGivenBy({ due, limit }: Receipt): Receipt['limit'] {
  return limit ?? (due && isCounted(due) ? { days: due.days, unit: due.unit } : undefined);
}

/** Everything that the applicant needs to know and to do: for whoever has the receipt. */
export function detailsOf(
  tables: ReceivingTables,
  dossier: KeptDossier,
  receipt: Receipt,
  options: ViewOptions,
): Unversioned<TrackedDetails> {
  const { code, submission, procedure, standing } = dossier;
  const history = tables.history(code);
  const delivery = deliveryOf(history, receipt);
  const payment = tables.payment(submission);
  const applicant = nameOf(tables.submission(submission)?.content, history, options);
  const holder = hasEnded(standing) ? undefined : lastOf(history, ({ unit }) => unit !== undefined)?.unit;
  const asks = asksOf(standing, history);
  const result = resultFor(tables, dossier, delivery);
  return {
    ...outlineOf(tables, dossier, receipt, options),
    level: 1,
    procedure,
    submission,
    ...(applicant !== undefined && { applicant: maskName(applicant) }),
    ...(holder !== undefined && { holder: maskNumbers(holder) }),
    history: history.map((row, at) => rowOf(row, askedLast(history.slice(0, at)))),
    ...(asks && { asks }),
    ...(payment && { payment }),
    ...(delivery && { delivery: delivery.way }),
    cancels: true,
    acts: applicantActs(standing, history),
    ...(result && { result }),
  };
}

/** What the applicant may do: as the table of states says, and what leaves the dossier where it stands. */
export function applicantActs(standing: Standing, history: readonly HistoryRow[]): ApplicantActKind[] {
  const acts = actsFrom(standing, 'applicant') as ApplicantActKind[];
  if (!hasEnded(standing)) return [...acts, 'deliver'];
  return history.some(({ act }) => act === 'rate') ? acts : [...acts, 'rate'];
}

/** How the result is to come: as was chosen last. */
export const deliveryOf = (history: readonly HistoryRow[], receipt: Receipt): Delivery | undefined =>
  lastOf(history, ({ delivery }) => delivery !== undefined)?.delivery ?? receipt.delivery;

/** The file of the result, for whom it is meant: once it is handed over, or is there and was to come online. */
export function resultFor(
  tables: ReceivingTables,
  { code, standing: { state } }: KeptDossier,
  delivery: Delivery | undefined,
): TrackedDetails['result'] {
  const isTheirs = state === 10 || (state === 9 && delivery?.way === 'online');
  const kept = isTheirs ? tables.result(code) : undefined;
  if (!kept) return undefined;
  const { name, size, sha256, issuedAt } = kept;
  return { name: paperTold(name), size, sha256, issuedAt };
}

function nameOf(
  content: string | undefined,
  history: readonly HistoryRow[],
  { formOf }: ViewOptions,
): string | undefined {
  if (!content) return undefined;
  const { form: used, answers } = JSON.parse(content) as Submission;
  const form = used && formOf(used.id);
  return form && applicantOf(form, answersAfter(answers, history)).name;
}

function asksOf({ state }: Standing, history: readonly HistoryRow[]): TrackedDetails['asks'] {
  const askedBy = state === 5 ? 'ask-supplement' : state === 6 ? 'ask-payment' : undefined;
  const row = askedBy && lastAct(history, askedBy);
  if (!row) return undefined;
  const note = row.note === undefined ? undefined : maskNumbers(row.note);
  const parts = askedLast(history).map(toldPart);
  return state === 5
    ? { kind: 'supplement', at: row.at, note: note ?? '', ...(parts.length > 0 && { parts }) }
    : { kind: 'payment', at: row.at, ...(note !== undefined && { note }), counter: true };
}

/** A paper, and a result, may be called by the name of a file, and that by a number of somebody’s. */
export const paperTold = (name: string): string => maskNumbers(name);

const toldPart = (part: AskedPart): AskedPart =>
  part.kind === 'paper'
    ? { ...part, name: paperTold(part.name), label: { vi: paperTold(part.label.vi) } }
    : part;

/** Who of the office it was is nobody's business; the unit is. */
function rowOf(row: HistoryRow, asked: readonly AskedPart[]): TrackedRow {
  const { act, at, state, by, id, note, unit, kept, files = [] } = row;
  const hasPaper = (name: string) =>
    files.some(({ paper }) => paper !== undefined && paperTold(paper) === paperTold(name));
  const parts = act === 'supplement' ? answeredBy(asked, row, hasPaper) : (row.parts ?? []);
  return {
    act,
    at,
    state,
    by,
    ...(id !== undefined && { id }),
    ...(note !== undefined && { note: maskNumbers(note) }),
    ...(unit !== undefined && { unit: maskNumbers(unit) }),
    ...(parts.length > 0 && { parts: parts.map(calledPart) }),
    ...(kept && { kept }),
    ...(parts.length === 0 && files.length > 0 && { papers: files.length }),
  };
}

function calledPart(part: AskedPart): CalledPart {
  const { kind, label } = toldPart(part);
  return { kind, label, ...(part.kind === 'field' && part.part && { part: part.part }) };
}

/** When a supplement was asked for last. */
export const supplementAskedAt = (history: readonly HistoryRow[]): string | undefined =>
  lastAct(history, 'ask-supplement')?.at;

const lastAct = (history: readonly HistoryRow[], name: HistoryRow['act']): HistoryRow | undefined =>
  lastOf(history, ({ act }) => act === name);

const lastOf = (
  history: readonly HistoryRow[],
  isWanted: (row: HistoryRow) => boolean,
): HistoryRow | undefined => history.filter(isWanted).at(-1);
