import type { Answered } from './answered.js';
import {
  CONTRACT,
  CONTRACT_HEADER,
  PROBLEM_HEADER,
  problemBody,
  type ProblemBody,
  type ReceivingProblemCode,
} from './contract.js';

type AnswerHeaders = Readonly<Record<string, string>>;

const OURS: AnswerHeaders = { [CONTRACT_HEADER]: String(CONTRACT) };

/** Seconds after which it is worth another try, where nothing better is known. */
const RETRY_AFTER: Readonly<Partial<Record<ReceivingProblemCode, number>>> = {
  'in-progress': 1,
  busy: 5,
  internal: 5,
  'no-room': 600,
};

/** What a receiving system answers, as it goes over the line. */
export function answerOf(
  { status, body, replayed = false, retryAfter, padded = false }: Answered,
  headers: AnswerHeaders = {},
): Response {
  const after = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  if (status >= 400) return problemAnswer(body as ProblemBody, { ...after, ...headers });
  const text = JSON.stringify(body);
  return new Response(body === undefined ? null : padded ? paddedText(text) : text, {
    status,
    headers: {
      ...OURS,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(replayed && { 'idempotency-replayed': 'true' }),
      ...headers,
    },
  });
}

/** Bytes of which a padded answer has a whole number of blocks. */
const BLOCK = 1024;

/** Spaces after the end, which are no part of JSON. */
function paddedText(text: string): string {
  const bytes = new TextEncoder().encode(text).byteLength;
  return text + ' '.repeat((BLOCK - (bytes % BLOCK)) % BLOCK);
}

/** @param problem its code where nothing more is to be said */
export function problemAnswer(
  problem: ReceivingProblemCode | ProblemBody,
  headers: AnswerHeaders = {},
): Response {
  const body = typeof problem === 'string' ? problemBody(problem) : problem;
  const seconds = RETRY_AFTER[body.code];
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: {
      ...OURS,
      'content-type': 'application/problem+json',
      [PROBLEM_HEADER]: body.code,
      ...(seconds !== undefined && { 'retry-after': String(seconds) }),
      ...headers,
    },
  });
}
