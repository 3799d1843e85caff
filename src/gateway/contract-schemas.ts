import * as v from 'valibot';
import { ANSWER_PROBLEMS } from '../forms/problems.js';
import { count } from '../shared/data-schemas.js';
import {
  PAYMENT_STATES,
  RECEIVING_PROBLEMS,
  type Payment,
  type ProblemBody,
  type ReceivingProblemCode,
} from './contract.js';

/* What a receiving system answers, as definitions: for those who read its answers, and for the published contract. */

export const paymentSchema: v.GenericSchema<unknown, Payment> = v.object({
  /** Code of the dossier that is paid for. */
  order: v.string(),
  /** Whole đồng, fixed by the receiving system. */
  amount: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** `waiting` until the receiving system has it confirmed by the bank; never called “not paid”. */
  state: v.picklist(PAYMENT_STATES),
  /** Page of the receiving system’s choosing that takes the payment; a path or an address of the web. */
  redirect: v.exactOptional(v.pipe(v.string(), v.regex(/^(?:https?:\/\/|\/(?![/\\\t\r\n]))/u))),
  /** For a transfer from any bank, as a VietQR code shows it. */
  transfer: v.exactOptional(
    v.object({
      /** Number of the bank, six digits. */
      bank: v.pipe(v.string(), v.regex(/^\d{6}$/u)),
      bankName: v.string(),
      account: v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{1,19}$/u)),
      accountName: v.string(),
      /** Must stand on the transfer as it is, so that it is known for what it is. */
      purpose: v.string(),
    }),
  ),
});

const receivingCode = v.picklist(Object.keys(RECEIVING_PROBLEMS) as ReceivingProblemCode[]);

/** RFC 9457. Holds no words for people and nothing of what was sent. */
export const problemSchema: v.GenericSchema<unknown, ProblemBody> = v.object({
  type: v.pipe(v.string(), v.regex(/^urn:dvc-widgets:problem:[a-z-]+$/u)),
  title: v.string(),
  status: v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599)),
  /** By this the client finds its words; a code that it does not know it takes by its status. */
  code: receivingCode,
  /** Whether the same request may succeed later. */
  retryable: v.boolean(),
  /** What exactly is refused. */
  errors: v.exactOptional(
    v.array(
      v.object({
        /** JSON pointer into the request: `/answers/child/birth`. */
        pointer: v.string(),
        code: v.union([receivingCode, v.picklist(ANSWER_PROBLEMS)]),
        /** Name of a paper that is missing: no place in the request holds it. */
        paper: v.exactOptional(v.string()),
      }),
    ),
  ),
  /** With \`work-needed\`: what is to be found before the next try. */
  work: v.exactOptional(
    v.object({
      challenge: v.pipe(v.string(), v.maxLength(200)),
      /** Zero bits that SHA-256 of \`challenge:nonce\` must begin with. */
      bits: count,
    }),
  ),
});
