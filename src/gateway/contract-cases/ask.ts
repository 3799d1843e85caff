import type { Receipt, Submission } from '../../forms/submission.js';
import {
  CONTRACT_HEADER,
  isRetryable,
  PROBLEM_HEADER,
  RECEIVING_PROBLEMS,
  type ProblemBody,
  type ReceivingProblemCode,
} from '../contract.js';

/** What the suite needs to know of the system that it tries. */
export interface ContractTarget {
  /** Address up to `/v1`. */
  readonly url: string;
  readonly fetch: typeof fetch;
  /** A submission that the system takes, without files; best one for which a fee is due. */
  readonly submission: Submission;
  /** One that costs nothing, where there is such a one. */
  readonly free?: Submission | undefined;
  /** One for a procedure that has no form of its own, filled in as `APPLICANT_FORM`. */
  readonly general?: Submission | undefined;
  /** What opens a dossier whose result its applicant may fetch; only an office brings one so far. */
  readonly finished?: { readonly code: string; readonly secret: string } | undefined;
  /** What opens a dossier of which its office has asked for a field and a paper, by ticking them. */
  readonly asked?: { readonly code: string; readonly secret: string } | undefined;
  /** Makes ids (UUIDs in lower case); each one is used once. */
  readonly newId: () => string;
}

/** `not-tried`: the target lacks what the case needs, e.g. a submission for which a fee is due. */
export type Tried = 'kept' | 'not-tried';

export interface ContractCase {
  readonly name: string;
  /** @throws {Error} where the system does not keep to the contract */
  run(target: ContractTarget): Promise<Tried>;
}

export interface Answer {
  readonly response: Response;
  readonly json: unknown;
}

export function demand(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

export const demandStatus = ({ response: { status } }: Answer, wanted: number): void =>
  demand(status === wanted, `the status is ${String(status)}, not ${String(wanted)}`);

interface Parts {
  readonly body?: BodyInit | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks below `/v1`; every answer of a receiving system carries the mark of the contract. */
export async function ask(
  { url, fetch: request }: ContractTarget,
  method: string,
  path: string,
  { body, headers = {} }: Parts = {},
): Promise<Answer> {
  const response = await request(`${url.replace(/\/+$/u, '')}/v1${path}`, {
    method,
    headers,
    ...(body !== undefined && { body }),
  });
  const text = await response.text();
  const mark = response.headers.get(CONTRACT_HEADER);
  demand(mark === '1', `${method} /v1${path} came without the header ${CONTRACT_HEADER}: 1`);
  return { response, json: parse(text) };
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Error(`the answer is not JSON: ${text.slice(0, 60)}`);
  }
}

export function demandProblem({ response, json }: Answer, code: ReceivingProblemCode): void {
  const { headers, status } = response;
  const found = (json as Partial<ProblemBody> | undefined)?.code;
  demand(found === code, `the code is ${String(found)} with ${String(status)}, not ${code}`);
  const { status: told, retryable } = json as ProblemBody;
  demand(status === RECEIVING_PROBLEMS[code], `${code} comes with ${String(status)}`);
  demand(told === status, `${code} tells another status than it comes with`);
  demand(retryable === isRetryable(code), `${code} says of itself that retryable is ${String(retryable)}`);
  const type = headers.get('content-type') ?? '';
  demand(type.startsWith('application/problem+json'), `${code} is not application/problem+json`);
  demandProblemHeader(response, code);
}

/** An answer to HEAD has no body; the code stands in the header then, and always. */
export function demandProblemHeader({ headers, status }: Response, code: ReceivingProblemCode): void {
  const found = headers.get(PROBLEM_HEADER);
  demand(
    status === RECEIVING_PROBLEMS[code] && found === code,
    `${String(status)} with ${PROBLEM_HEADER} ${String(found)}, not ${code}`,
  );
}

/** Sends a submission; a string goes as it is. */
export const put = (
  target: ContractTarget,
  id: string,
  submission: unknown = target.submission,
): Promise<Answer> =>
  ask(target, 'PUT', `/submissions/${id}`, {
    body: typeof submission === 'string' ? submission : JSON.stringify(submission),
    headers: { 'content-type': 'application/json', 'idempotency-key': id },
  });

export async function putNew(target: ContractTarget, submission?: Submission): Promise<[string, Receipt]> {
  const id = target.newId();
  const answer = await put(target, id, submission);
  demandStatus(answer, 201);
  return [id, answer.json as Receipt];
}
