import { plainCode } from '../../../../src/dossiers/dossier-code.js';
import { clockOf, hasEnded } from '../../../../src/dossiers/dossier-states.js';
import type { DateAlone } from '../../../../src/dossiers/deadline.js';
import { isPast } from '../../../../src/dossiers/moved-deadline.js';
import { readDossierCode } from '../../../../src/dossiers/read-code.js';
import type { AskedPart } from '../../../../src/forms/asked-schema.js';
import { isApplicantForm } from '../../../../src/forms/applicant-form-id.js';
import type { FormDefinition } from '../../../../src/forms/form-definition.js';
import { formsInForce } from '../../../../src/forms/forms-in-force.js';
import type { Delivery, Receipt, SentFile, Submission } from '../../../../src/forms/submission.js';
import { askableOf } from '../../../../src/gateway/askable-of.js';
import type { HistoryRow, KeptDossier, ReceivingTables } from '../../../../src/gateway/receiving-tables.js';
import type { Payment } from '../../../../src/gateway/contract.js';
import { deliveryOf, dueNow } from '../../../../src/gateway/tracked-view.js';
import { dayInVietnam } from '../../../../src/shared/clock.js';
import type { ListedDossier } from '../database.js';
import type { DeskOptions } from './desk.js';
import { isOverdue, orderDossiers, type Placed } from './list-order.js';
import { partOf, type ListPart, type Wanted } from './list-pages.js';
import { PAPER_FORM } from './paper-form.js';

/** A dossier as the desk shows it. */
export interface DeskDossier extends KeptDossier {
  readonly receipt: Receipt;
  readonly sent: Submission;
  /** Name of the procedure. */
  readonly title: string;
  readonly form: FormDefinition | undefined;
  readonly history: readonly HistoryRow[];
  readonly due: DateAlone | undefined;
  readonly isLate: boolean;
  readonly delivery: Delivery | undefined;
  /** What is to be paid, and how far it is; undefined where nobody began to. */
  readonly payment: Payment | undefined;
  /** The file of the result is there. */
  readonly hasResult: boolean;
  /** What may be asked for once more. */
  readonly askable: readonly AskedPart[];
  /** Papers of the application, of what was handed in later, and the result. */
  readonly papers: readonly Pick<SentFile, 'id' | 'name' | 'size' | 'sha256' | 'paper'>[];
}

/** The page of the list that somebody asked for, and how many there are in all. */
export interface DeskList {
  readonly open: ListPart<DeskDossier>;
  readonly ended: ListPart<DeskDossier>;
  /** How many of all open ones are late. */
  readonly late: number;
}

/** Reads dossiers for the desk, and writes down that they were read. */
export function deskDossiers({
  database,
  forms,
  place,
  calendar,
  clock,
}: Pick<DeskOptions, 'database' | 'forms' | 'place' | 'calendar' | 'clock'>) {
  const { papersOf } = place;
  const { formOf } = formsInForce([...forms, PAPER_FORM]);
  const titleOf = (code: string, form: FormDefinition | undefined) =>
    form && form !== PAPER_FORM && !isApplicantForm(form)
      ? form.title.vi
      : (place.procedures.find((one) => one.code === code)?.name ?? code);

  function dateOf(
    dossier: Pick<KeptDossier, 'standing'>,
    receipt: Receipt,
    history: readonly HistoryRow[],
  ): Pick<DeskDossier, 'due' | 'isLate'> {
    const due = dueNow(receipt, history, calendar);
    const isDone = clockOf(dossier.standing) === 'ended';
    return { due, isLate: isPast(due, dayInVietnam(isDone ? endOf(history, dossier) : clock())) };
  }

  /** Where it stands in the list. Of what is over nothing is reckoned: there may be years of it. */
  function placeOf(tables: ReceivingTables, { code, sentAt }: ListedDossier): Placed | undefined {
    const dossier = tables.dossier(code);
    if (!dossier) return undefined;
    const { standing } = dossier;
    if (hasEnded(standing)) return { code, sentAt, standing, due: undefined, isLate: false };
    const receipt = tables.submission(dossier.submission)?.receipt;
    return receipt && { code, sentAt, standing, ...dateOf(dossier, receipt, tables.history(code)) };
  }

  function read(tables: ReceivingTables, code: string): DeskDossier | undefined {
    const dossier = tables.dossier(code);
    const kept = tables.submission(dossier?.submission ?? '');
    if (!dossier || !kept?.receipt) return undefined;
    const { receipt } = kept;
    const history = tables.history(code);
    const sent = JSON.parse(kept.content) as Submission;
    const result = tables.result(code);
    const form = formOf(sent.form?.id ?? '');
    return {
      ...dossier,
      receipt,
      sent,
      title: titleOf(dossier.procedure, form),
      form,
      history,
      ...dateOf(dossier, receipt, history),
      delivery: deliveryOf(history, receipt),
      payment: tables.payment(dossier.submission),
      hasResult: result !== undefined,
      askable: askableOf(tables, code, { formOf, papersOf }),
      papers: [
        ...sent.files,
        ...history.flatMap(({ files = [] }) => files),
        ...(result ? [{ ...result, id: result.file }] : []),
      ],
    };
  }

  return {
    /** Those in a state, or whose code has these signs in it; all of them by default. Only what is shown is read whole. */
    list: (who: string, { state, code, page, ended }: Wanted): DeskList =>
      database.act((tables) => {
        const act = code === undefined ? 'list' : 'search';
        tables.audit({ who, act, subject: '*', status: 200 });
        const signs = code === undefined ? '' : signsOf(code);
        const found = orderDossiers(
          database
            .dossiers()
            .filter((dossier) => state === undefined || dossier.state === state)
            .filter(
              (dossier) => code === undefined || (signs !== '' && signsOf(dossier.code).includes(signs)),
            )
            .flatMap((dossier) => placeOf(tables, dossier) ?? []),
        );
        const pageOf = (all: readonly Placed[], wanted: number | undefined) => {
          const part = partOf(all, wanted);
          return { ...part, items: part.items.flatMap((one) => read(tables, one.code) ?? []) };
        };
        return {
          open: pageOf(found.open, page),
          ended: pageOf(found.ended, ended),
          late: found.open.filter(isOverdue).length,
        };
      }),
    one: (who: string, code: string): DeskDossier | undefined =>
      database.act((tables) => {
        const found = read(tables, code);
        tables.audit({ who, act: 'read-dossier', subject: code, status: found ? 200 : 404 });
        return found;
      }),
  };
}

export type DeskDossiers = ReturnType<typeof deskDossiers>;

/** A code as it is compared, also a part of one: from what was typed, pasted or scanned. */
const signsOf = (typed: string): string =>
  plainCode(readDossierCode(typed) ?? typed).replace(/[^\p{L}\p{N}]/gu, '');

/**
 * When the office's time ended: with the first row of the state that it is in, or of the one before the handing over; a
 * result that was taken back has ended nothing.
 */
function endOf(history: readonly HistoryRow[], { standing: { state } }: Pick<KeptDossier, 'standing'>): Date {
  const since = history.slice(history.map(({ act }) => act).lastIndexOf('take-back') + 1);
  const end =
    since.find((row) => row.state === 9) ?? since.find((row) => row.state === state) ?? since.at(-1);
  return new Date(end?.at ?? 0);
}
