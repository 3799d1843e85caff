import type { AnswerProblemCode } from '../forms/problems.js';

/** Version of the contract between the elements and a receiving system. */
export const CONTRACT = 1;
/** Stands on every answer, so that a login page of some network is never taken for one. */
export const CONTRACT_HEADER = 'dvc-contract';
/** Code of a problem, once more as a header: an answer to HEAD has no body to read it from. */
export const PROBLEM_HEADER = 'dvc-problem';
/** Type of the answer that tells of changes as they come. */
export const EVENT_STREAM = 'text/event-stream';
/** On such a stream something comes at least this often, in milliseconds: a line that is silent for longer is dead. */
export const BEAT_MS = 20_000;
/** SHA-256 of a file that is given out, in hexadecimal. */
export const RESULT_HASH_HEADER = 'dvc-sha256';

/** Why a receiving system does not do what it was asked, with the HTTP status of each. */
export const RECEIVING_PROBLEMS = {
  'invalid-json': 400,
  'invalid-request': 422,
  'origin-refused': 403,
  'not-found': 404,
  'method-unknown': 405,
  'procedure-unknown': 422,
  'form-unknown': 422,
  /** No form was named where every procedure has one: it would be a dossier of nobody. */
  'applicant-missing': 422,
  /** The form was changed since it was filled in. */
  'form-changed': 409,
  /** Answers that the form does not take; `errors` says which. */
  'answers-invalid': 422,
  /** Worked-out or hidden answers are not what the form gives. */
  'answers-differ': 422,
  'file-missing': 422,
  'file-differs': 422,
  'file-kind': 415,
  'file-empty': 422,
  'file-exists': 409,
  /** The file goes on elsewhere than where this piece begins; ask where, and send from there. */
  'offset-differs': 409,
  'too-large': 413,
  /** A version of the upload protocol that is not spoken here. */
  'version-unknown': 412,
  /** Its id was used for something else. */
  'id-reused': 422,
  /** It was cancelled before; a late copy is not taken. */
  cancelled: 410,
  'already-received': 409,
  'in-progress': 409,
  'nothing-to-pay': 409,
  /** Not from where the dossier stands. */
  'act-not-now': 409,
  /** An answer or a paper that the office did not ask for; `errors` says which. */
  'not-asked': 422,
  /** Not all of what the office asked for; `errors` says what is missing. */
  'parts-missing': 422,
  /** Asked so often without knowing that some work comes first; \`work\` says which. */
  'work-needed': 429,
  'too-many-requests': 429,
  busy: 503,
  'no-room': 507,
  internal: 500,
} as const;
export type ReceivingProblemCode = keyof typeof RECEIVING_PROBLEMS;

/** Problems after which the same request may succeed. */
const PASSING: readonly ReceivingProblemCode[] = [
  'in-progress',
  'too-many-requests',
  'busy',
  'no-room',
  'internal',
];

export const isRetryable = (code: ReceivingProblemCode): boolean => PASSING.includes(code);

/** What a receiving system says of itself. */
export interface GatewayAbout {
  readonly contract: typeof CONTRACT;
  /** Who receives here. */
  readonly office: string;
  /** Nothing that is received here reaches an office. */
  readonly sample: boolean;
  /** Longest file, in bytes. */
  readonly maxFileBytes: number;
  /** Most papers of one application; absent where it does not say. */
  readonly maxFiles?: number;
}

/** RFC 9457, `application/problem+json`. Holds no words for people and nothing of what was sent. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ReceivingProblemCode;
  readonly retryable: boolean;
  readonly errors?: readonly PointedError[];
  readonly work?: WorkDemand;
}

/** Work that a machine does before it may ask once more: find a nonce by SHA-256. */
export interface WorkDemand {
  readonly challenge: string;
  /** How many zero bits the hash of \`challenge:nonce\` begins with. */
  readonly bits: number;
}

export interface PointedError {
  /** JSON pointer into the request: `/answers/child/birth`. */
  readonly pointer: string;
  readonly code: AnswerProblemCode | ReceivingProblemCode;
  /** Name of a paper that is missing: no place in the request holds it. */
  readonly paper?: string;
}

export function problemBody(code: ReceivingProblemCode, errors?: readonly PointedError[]): ProblemBody {
  return {
    type: `urn:dvc-widgets:problem:${code}`,
    title: code,
    status: RECEIVING_PROBLEMS[code],
    code,
    retryable: isRetryable(code),
    ...(errors && errors.length > 0 && { errors }),
  };
}

/** Where a payment stands. `waiting` until the receiving system has it confirmed: never called "not paid". */
export const PAYMENT_STATES = ['due', 'waiting', 'paid', 'expired'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

/** A payment as the receiving system fixed it; nothing of it can come from a page. */
export interface Payment {
  readonly order: string;
  /** Whole đồng. */
  readonly amount: number;
  readonly state: PaymentState;
  /** Page of the receiving system's choosing that takes the payment. */
  readonly redirect?: string;
  readonly transfer?: {
    readonly bank: string;
    readonly bankName: string;
    readonly account: string;
    readonly accountName: string;
    readonly purpose: string;
  };
}
