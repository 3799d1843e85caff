import type { WorkCalendar } from '../dossiers/deadline.js';
import { dueDate } from '../dossiers/deadline.js';
import type { ComputedFee } from '../forms/fees.js';
import { contentOf, countAnswers, type Receipt, type Submission } from '../forms/submission.js';
import { dayInVietnam, type Clock } from '../shared/clock.js';
import { sha256 } from '../shared/sha256.js';
import { acceptSubmission, type AcceptContext } from './accept-submission.js';
import { problemBody, type Payment, type ProblemBody, type ReceivingProblemCode } from './contract.js';

/** A submission as it is kept: for as long as the dossier, so that its id is known for ever. */
export interface KeptSubmission {
  readonly id: string;
  /** `cancelled`: a stone on the grave, so that a late copy is not taken. */
  readonly state: 'received' | 'cancelled';
  /** Canonical JSON of what was sent. */
  readonly content: string;
  readonly receipt: Receipt | undefined;
}

/** What one act may read and write; all of it happens, or nothing. */
export interface ReceivingTables {
  submission(id: string): KeptSubmission | undefined;
  keep(submission: KeptSubmission): void;
  /** The next number of a day, from 1. */
  nextNumber(day: string): number;
  payment(id: string): Payment | undefined;
  keepPayment(id: string, payment: Payment): void;
}

export interface ReceivingOptions extends Omit<AcceptContext, 'today'> {
  /** Runs an act in one transaction. */
  readonly act: <Value>(work: (tables: ReceivingTables) => Value) => Value;
  readonly clock: Clock;
  readonly calendar: WorkCalendar;
  /** Name of the office, and its code in dossier codes. */
  readonly office: { readonly name: string; readonly code: string };
  /** Time that the procedure may take; undefined where no source tells one. */
  readonly limitOf: (
    procedure: string,
  ) => { readonly days: number; readonly unit: 'working-day' | 'day' } | undefined;
  /** Where fees are paid to; without it only at the desk. */
  readonly payee: Omit<NonNullable<Payment['transfer']>, 'purpose'> | undefined;
  /** Page that takes a payment, for an order. */
  readonly payPage?: ((order: string) => string) | undefined;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Nothing that is received here reaches an office. */
  readonly sample: boolean;
  /** Called at each point where a process may die; for tests of just that. */
  readonly at?: (point: string) => void;
}

export interface Answered {
  readonly status: number;
  readonly body?: unknown;
  /** The same was received before. */
  readonly replayed?: boolean;
}

/** Letters and digits that nobody mistakes for each other (Crockford). */
const SECRET_SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The acts of a receiving system, by the contract. What carries them, and where they are kept, is up to others. */
export function createReceivingSystem(options: ReceivingOptions) {
  const { act, clock, at = () => undefined } = options;

  const refuse = (problem: ProblemBody): Answered => ({ status: problem.status, body: problem });
  const refuseFor = (code: ReceivingProblemCode) => refuse(problemBody(code));

  /** What is known of an id by now; undefined where it may be used. */
  function known(kept: KeptSubmission | undefined, content: string): Answered | undefined {
    if (!kept) return undefined;
    if (kept.state === 'cancelled') return refuseFor('cancelled');
    return kept.content === content
      ? { status: 200, body: kept.receipt, replayed: true }
      : refuseFor('id-reused');
  }

  function receiptOf(
    {
      id,
      submission,
      fee,
      hash,
    }: { id: string; submission: Submission; fee: ComputedFee | undefined; hash: string },
    number: number,
    now: Date,
  ): Receipt {
    const limit = options.limitOf(submission.procedure);
    const due = limit && dueDate(now, limit.days, limit.unit, options.calendar);
    const { delivery, helper, files, procedure, answers } = submission;
    const day = dayInVietnam(now).replaceAll('-', '').slice(2);
    return {
      contract: 1,
      submission: id,
      dossier: `${options.office.code}-${day}-${String(number).padStart(4, '0')}`,
      receivedAt: now.toISOString(),
      office: options.office.name,
      procedure,
      answers: countAnswers(answers),
      content: hash,
      files,
      ...(due && { due: { ...due, skipped: [...due.skipped] } }),
      ...(fee && {
        fee: { total: fee.total, lines: fee.lines.map(({ label, amount }) => ({ label: label.vi, amount })) },
      }),
      ...(delivery && { delivery }),
      ...(helper && { helper: { name: helper.name, role: helper.role } }),
      secret: Array.from(options.randomBytes(10), (byte) => SECRET_SIGNS[byte % 32]).join(''),
      sample: options.sample,
    };
  }

  return {
    /** Takes a submission; the same id and content again give the same receipt. */
    async put(id: string, json: unknown): Promise<Answered> {
      const now = clock();
      const accepted = acceptSubmission(json, { ...options, today: dayInVietnam(now) });
      // An id that is known is answered for what it is, also where the form was changed in the meantime.
      if (!accepted.ok) {
        const kept = act((tables) => tables.submission(id));
        return kept?.state === 'cancelled' ? refuseFor('cancelled') : refuse(accepted.problem);
      }
      const { submission, fee } = accepted.value;
      const content = contentOf(submission);
      const hash = await sha256(content);
      at('checked');
      const answered = act((tables): Answered => {
        const answer = known(tables.submission(id), content);
        if (answer) return answer;
        const number = tables.nextNumber(dayInVietnam(now));
        at('numbered');
        const receipt = receiptOf({ id, submission, fee, hash }, number, now);
        tables.keep({ id, state: 'received', content, receipt });
        at('kept');
        // The receipt proves what is there, not what was meant to be.
        const stored = tables.submission(id);
        if (stored?.content !== content) throw new Error('what was stored is not what was sent');
        return { status: 201, body: stored.receipt };
      });
      at('committed');
      return answered;
    },

    get(id: string): Answered {
      const kept = act((tables) => tables.submission(id));
      if (!kept) return refuseFor('not-found');
      return kept.state === 'cancelled' ? refuseFor('cancelled') : { status: 200, body: kept.receipt };
    },

    /** Makes sure that an id is never taken; too late once it was. */
    remove(id: string): Answered {
      return act((tables) => {
        if (tables.submission(id)?.state === 'received') return refuseFor('already-received');
        tables.keep({ id, state: 'cancelled', content: '', receipt: undefined });
        return { status: 204 };
      });
    },

    /** Opens the one payment of a submission, or gives the one that is open. */
    openPayment(id: string): Answered {
      return act((tables) => {
        const kept = tables.submission(id);
        if (kept?.state !== 'received' || !kept.receipt) return refuseFor('not-found');
        const open = tables.payment(id);
        if (open) return { status: 200, body: open };
        const { dossier, fee } = kept.receipt;
        if (!fee || fee.total === 0 || !options.payee) return refuseFor('nothing-to-pay');
        const order = dossier;
        const payment: Payment = {
          order,
          amount: fee.total,
          state: 'waiting',
          transfer: { ...options.payee, purpose: dossier },
          ...(options.payPage && { redirect: options.payPage(order) }),
        };
        tables.keepPayment(id, payment);
        return { status: 201, body: payment };
      });
    },

    payment(id: string): Answered {
      const payment = act((tables) => tables.payment(id));
      return payment ? { status: 200, body: payment } : refuseFor('not-found');
    },

    /** What the bank tells, once or often, in any order: paid stays paid, and only the fixed amount pays. */
    confirmPayment(id: string, amount: number): Answered {
      return act((tables) => {
        const payment = tables.payment(id);
        if (!payment) return refuseFor('not-found');
        if (amount !== payment.amount) return refuseFor('invalid-request');
        const paid: Payment = { ...payment, state: 'paid' };
        tables.keepPayment(id, paid);
        return { status: 200, body: paid };
      });
    },
  };
}

export type ReceivingSystem = ReturnType<typeof createReceivingSystem>;
