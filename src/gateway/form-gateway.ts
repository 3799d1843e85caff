import * as v from 'valibot';
import { receiptSchema, type Receipt, type Submission } from '../forms/submission.js';
import { canonicalJson } from '../forms/submission.js';
import type { Network } from './fetch-text.js';
import { paymentSchema } from './contract-schemas.js';
import type { Payment, ReceivingProblemCode } from './contract.js';
import { requestJson, type LineProblemCode, type Reply } from './request-json.js';

/** What came of sending. */
export type Sent =
  | { readonly kind: 'received'; readonly receipt: Receipt }
  /** It was not taken. `retryable`: the same may be taken later. */
  | Extract<Reply, { kind: 'refused' }>
  /** It may have arrived or not: ask, never guess. */
  | Extract<Reply, { kind: 'unknown' }>;

/** A receiving system, spoken to by the contract. Never throws. */
export interface FormGateway {
  /** Sends, again and again if need be: one id gives one dossier. */
  send(id: string, submission: Submission): Promise<Sent>;
  /** Whether it arrived; `not-found` is a sure no. */
  ask(id: string): Promise<Sent>;
  /** Makes sure that it is not taken any more, not even a copy that is still on its way. */
  cancel(id: string): Promise<Reply>;
  /** Opens the payment of a received submission, or tells where it stands. */
  payment(id: string, act: 'open' | 'ask'): Promise<Paid>;
}

export type Paid =
  | { readonly kind: 'payment'; readonly payment: Payment }
  | { readonly kind: 'refused'; readonly code: ReceivingProblemCode }
  | { readonly kind: 'unknown'; readonly code: LineProblemCode };

/**
 * What is known of a payment after an answer: a question that failed undoes nothing, and what was never opened there can
 * be opened.
 * @returns undefined where nothing is open
 */
export function knownAfter(before: Paid | undefined, paid: Paid, act: 'open' | 'ask'): Paid | undefined {
  if (paid.kind === 'payment') return paid;
  if (before?.kind === 'payment') return before;
  if (act === 'open' || paid.kind === 'unknown' || paid.code === 'nothing-to-pay') return paid;
  return paid.code === 'not-found' ? undefined : before;
}

/** @param url of the receiving system, e.g. `https://example.gov.vn/gateway` */
export function createFormGateway(url: string, network: Network): FormGateway {
  const base = `${url.replace(/\/+$/u, '')}/v1/submissions`;
  return {
    send: async (id, submission) =>
      sentOf(
        await requestJson('PUT', `${base}/${id}`, network, {
          body: canonicalJson(submission),
          headers: { 'idempotency-key': id },
        }),
      ),
    ask: async (id) => sentOf(await requestJson('GET', `${base}/${id}`, network)),
    cancel: (id) => requestJson('DELETE', `${base}/${id}`, network),
    payment: async (id, act) => {
      const reply = await requestJson(act === 'open' ? 'POST' : 'GET', `${base}/${id}/payment`, network);
      if (reply.kind !== 'done') return reply;
      const { success, output } = v.safeParse(paymentSchema, reply.json);
      return success ? { kind: 'payment', payment: output } : { kind: 'unknown', code: 'broken-answer' };
    },
  };
}

function sentOf(reply: Reply): Sent {
  if (reply.kind !== 'done') return reply;
  // Still being worked on: ask again.
  if (reply.status === 202)
    return { kind: 'refused', code: 'in-progress', retryable: true, retryAfterMs: undefined, errors: [] };
  const { success, output } = v.safeParse(receiptSchema, reply.json);
  return success ? { kind: 'received', receipt: output } : { kind: 'unknown', code: 'broken-answer' };
}
