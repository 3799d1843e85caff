import * as v from 'valibot';
import { chosenParts } from '../forms/askable-parts.js';
import { askedLast } from '../forms/asked-parts.js';
import type { AskedPart } from '../forms/asked-schema.js';
import { actsFrom, hasEnded, type DossierAct } from '../dossiers/dossier-states.js';
import { contentOf, submissionSchema } from '../forms/submission.js';
import { dayInVietnam } from '../shared/clock.js';
import type { Problem, Result } from '../shared/result.js';
import { sha256 } from '../shared/sha256.js';
import { acceptSubmission } from './accept-submission.js';
import { askableOf } from './askable-of.js';
import { broughtParts, isAmount } from './at-counter.js';
import { refuse, refuseFor, type Answered } from './answered.js';
import type { Payment } from './contract.js';
import { keepNew } from './keep-new.js';
import { makeSecret } from './make-receipt.js';
import { moveDossier, type DeskDoing, type MoveProblemCode } from './move-dossier.js';
import type { ReceivingOptions } from './receiving-options.js';
import type { KeptDossier, KeptResult, KeptSubmission, ReceivingTables } from './receiving-tables.js';
import { registerPaper, type PaperApplication, type Registering } from './register-paper.js';
import { deliveryOf } from './tracked-view.js';
import { createTracking, factorsOf } from './tracking.js';

/** Refused, withdrawn or stopped: nothing is owed for it. */
const endedWithoutResult = (dossier: KeptDossier | undefined): boolean =>
  dossier !== undefined && dossier.standing.state !== 10 && hasEnded(dossier.standing);

/** What is known of an id by now; undefined where it may be used. */
function knownAs(kept: KeptSubmission | undefined, content: string): Answered | undefined {
  if (!kept) return undefined;
  if (kept.state === 'cancelled') return refuseFor('cancelled');
  return kept.content === content
    ? { status: 200, body: kept.receipt, replayed: true }
    : refuseFor('id-reused');
}

/** Whether an officer may do this by the table of states. */
function mayNow(tables: ReceivingTables, code: string, name: DossierAct): boolean {
  const dossier = tables.dossier(code);
  return dossier !== undefined && actsFrom(dossier.standing, 'officer').includes(name);
}

/** Whether a request holds just what was kept. */
function isContent(json: unknown, content: string): boolean {
  const { success, output } = v.safeParse(submissionSchema, json);
  return success && contentOf(output) === content;
}

/**
 * The acts of a receiving system, by the contract. What carries them, and where they are kept, is up to others. Each
 * act that changes or reads a dossier is written down together with what it does, for `who` it was.
 */
export function createReceivingSystem(options: ReceivingOptions) {
  const { act, clock, at = () => undefined, onChange = () => undefined } = options;

  /** An act by the contract, and its row in the audit: both, or neither. */
  const audited = (
    name: string,
    subject: string,
    who: string,
    work: (tables: ReceivingTables) => Answered,
  ): Answered =>
    act((tables) => {
      const answered = work(tables);
      tables.audit({ who, act: name, subject, status: answered.status });
      return answered;
    });

  /**
   * The one payment of a submission: as it is kept, or as it would be opened.
   * @param named by an officer, in whole đồng; it holds where no fee was worked out, and nowhere else
   */
  function paymentFor(
    tables: ReceivingTables,
    { id, receipt }: KeptSubmission,
    named?: number,
  ): Payment | undefined {
    const open = tables.payment(id);
    const amount = receipt?.fee ? receipt.fee.total : named;
    if (open || !receipt || !amount || !options.payee) return open;
    const { dossier: order } = receipt;
    if (endedWithoutResult(tables.dossier(order))) return undefined;
    return {
      order,
      amount,
      state: 'waiting',
      transfer: { ...options.payee, purpose: order },
      ...(options.payPage && { redirect: options.payPage(order) }),
    };
  }

  /** What an act means for the money: asked for, paid at the counter, or not owed any more. */
  function settle(
    tables: ReceivingTables,
    name: DossierAct,
    dossier: KeptDossier,
    asked: Payment | undefined,
  ): void {
    if (asked) tables.keepPayment(dossier.submission, asked);
    const open = tables.payment(dossier.submission);
    if (open?.state !== 'waiting') return;
    const state = name === 'take-payment' ? 'paid' : endedWithoutResult(dossier) ? 'expired' : undefined;
    if (state) tables.keepPayment(dossier.submission, { ...open, state });
  }

  /** The parts that an officer asks for, or takes in on paper; or why they cannot be. */
  function partsOf(
    tables: ReceivingTables,
    code: string,
    name: DossierAct,
    doing: DeskDoing,
  ): Result<readonly AskedPart[], Problem<'part-unknown' | 'nothing-brought'>> {
    const { parts: names = [] } = doing;
    // It is not owed where it is not done: what the table of states says goes first.
    if (name === 'take-supplement' && mayNow(tables, code, name))
      return broughtParts(askedLast(tables.history(code)), doing);
    const isAsking = name === 'ask-supplement' && names.length > 0;
    const chosen = isAsking ? chosenParts(askableOf(tables, code, options), names) : [];
    return chosen ? { ok: true, value: chosen } : { ok: false, problem: { code: 'part-unknown' } };
  }

  /**
   * Whether an act would leave somebody without what they wait for: a result that is to come online is a file. It is not
   * owed where it is not done, so what the table of states says goes first.
   */
  function lacksResult(tables: ReceivingTables, code: string, name: DossierAct, hasFile: boolean): boolean {
    if ((name !== 'finish' && name !== 'hand-over') || hasFile || tables.result(code)) return false;
    const receipt = tables.submission(tables.dossier(code)?.submission ?? '')?.receipt;
    if (!receipt || !mayNow(tables, code, name)) return false;
    return deliveryOf(tables.history(code), receipt)?.way === 'online';
  }

  /** An act, and what it means for the money. */
  function moveAndSettle(
    tables: ReceivingTables,
    code: string,
    name: DossierAct,
    doing: DeskDoing,
    hasFile = false,
  ): Result<KeptDossier, Problem<MoveProblemCode>> {
    // In the same act as the move itself: a form that was sent twice, or somebody who was faster.
    const { seen } = doing;
    if (seen !== undefined && tables.dossier(code) && tables.history(code).length !== seen)
      return { ok: false, problem: { code: 'moved-on' } };
    const sent = name === 'ask-payment' && tables.submission(tables.dossier(code)?.submission ?? '');
    const { amount } = doing;
    if (sent && amount !== undefined && !isAmount(amount))
      return { ok: false, problem: { code: 'amount-wrong' } };
    const asked = sent ? paymentFor(tables, sent, amount) : undefined;
    if (sent && asked?.state !== 'waiting') return { ok: false, problem: { code: 'nothing-to-pay' } };
    if (asked && asked.amount !== (amount ?? asked.amount))
      return { ok: false, problem: { code: 'amount-wrong' } };
    const parts = partsOf(tables, code, name, doing);
    if (!parts.ok) return parts;
    if (lacksResult(tables, code, name, hasFile)) return { ok: false, problem: { code: 'result-missing' } };
    const moved = moveDossier(tables, code, name, doing, clock(), parts.value);
    if (moved.ok) settle(tables, name, moved.value, asked);
    return moved;
  }

  return {
    /** Takes a submission; the same id and content again give the same receipt. */
    async put(id: string, json: unknown, who = ''): Promise<Answered> {
      const now = clock();
      const accepted = acceptSubmission(json, { ...options, today: dayInVietnam(now) });
      // An id that is known is answered for what it is, also where the form was changed in the meantime.
      if (!accepted.ok) {
        const kept = act((tables) => tables.submission(id));
        if (kept?.state === 'cancelled') return refuseFor('cancelled');
        const isSame = kept !== undefined && isContent(json, kept.content);
        return isSame ? { status: 200, body: kept.receipt, replayed: true } : refuse(accepted.problem);
      }
      const { submission, fee } = accepted.value;
      const content = contentOf(submission);
      const hash = await sha256(content);
      const secret = makeSecret(options.randomBytes);
      const form = submission.form && options.formOf(submission.form.id);
      const factors = await factorsOf(options.hash, submission, form, secret);
      at('checked');
      const answered = audited('send', id, who, (tables) => {
        const answer = knownAs(tables.submission(id), content);
        if (answer) return answer;
        const parts = { id, submission, fee, hash, now, secret };
        const first = { act: 'send', by: 'applicant', actor: '' } as const;
        return { status: 201, body: keepNew(tables, { parts, content, factors, first }, options) };
      });
      at('committed');
      return answered;
    },

    /** Takes in a dossier that somebody brought on paper; see `registerPaper`. */
    async register(id: string, paper: PaperApplication, doing: Registering) {
      const done = await registerPaper(id, paper, doing, options);
      if (done.ok) onChange(done.value.dossier);
      return done;
    },

    get: (id: string, who = ''): Answered =>
      audited('read', id, who, (tables) => {
        const kept = tables.submission(id);
        if (!kept) return refuseFor('not-found');
        return kept.state === 'cancelled' ? refuseFor('cancelled') : { status: 200, body: kept.receipt };
      }),

    /** Makes sure that an id is never taken; too late once it was. */
    remove: (id: string, who = ''): Answered =>
      audited('cancel', id, who, (tables) => {
        if (tables.submission(id)?.state === 'received') return refuseFor('already-received');
        tables.keep({ id, state: 'cancelled', content: '', receipt: undefined });
        return { status: 204 };
      }),

    /** Opens the one payment of a submission, or gives the one that is open. */
    openPayment(id: string, who = ''): Answered {
      let openedFor: string | undefined;
      const answered = audited('open-payment', id, who, (tables) => {
        const kept = tables.submission(id);
        if (kept?.state !== 'received') return refuseFor('not-found');
        const open = tables.payment(id);
        if (open) return { status: 200, body: open };
        const payment = paymentFor(tables, kept);
        if (!payment) return refuseFor('nothing-to-pay');
        tables.keepPayment(id, payment);
        openedFor = payment.order;
        at('payment-opened');
        return { status: 201, body: payment };
      });
      if (openedFor !== undefined) onChange(openedFor);
      return answered;
    },

    payment: (id: string, who = ''): Answered =>
      audited('read-payment', id, who, (tables) => {
        const payment = tables.payment(id);
        return payment ? { status: 200, body: payment } : refuseFor('not-found');
      }),

    /** What the bank tells, once or often, in any order: paid stays paid, and only the fixed amount pays. */
    confirmPayment(id: string, amount: number, bank: string): Answered {
      let paidFor: string | undefined;
      const answered = audited('confirm-payment', id, bank, (tables) => {
        const payment = tables.payment(id);
        if (!payment) return refuseFor('not-found');
        if (amount !== payment.amount) return refuseFor('invalid-request');
        const paid: Payment = { ...payment, state: 'paid' };
        if (payment.state === 'paid') return { status: 200, body: paid };
        tables.keepPayment(id, paid);
        paidFor = payment.order;
        at('payment-kept');
        // A dossier that waits for just this goes on; any other goes its own way.
        moveDossier(tables, payment.order, 'pay', { by: 'bank', actor: bank }, clock());
        at('payment-moved');
        return { status: 200, body: paid };
      });
      at('payment-committed');
      if (paidFor !== undefined) onChange(paidFor);
      return answered;
    },

    /**
     * Does something with a dossier: an officer's desk acts by this, and by nothing else.
     * @param result file that was stored, for an act that ends in one; one that is there is not
     *   exchanged, short of taking it back
     */
    move: (
      code: string,
      name: DossierAct,
      doing: DeskDoing,
      result?: Omit<KeptResult, 'issuedAt'>,
    ): Result<KeptDossier, Problem<MoveProblemCode>> => {
      const done = act((tables) => {
        const moved = moveAndSettle(tables, code, name, doing, result !== undefined);
        if (moved.ok && result && !tables.result(code))
          tables.keepResult(code, { ...result, issuedAt: clock().toISOString() });
        // Nobody is given it any more, and the next one is not taken for it.
        if (moved.ok && name === 'take-back') tables.dropResult(code);
        at('moved');
        const status = moved.ok ? 200 : moved.problem.code === 'not-found' ? 404 : 409;
        tables.audit({ who: doing.actor || doing.by, act: name, subject: code, status });
        return moved;
      });
      if (done.ok) onChange(code);
      return done;
    },

    ...createTracking(options, moveAndSettle),
  };
}

export type ReceivingSystem = ReturnType<typeof createReceivingSystem>;
