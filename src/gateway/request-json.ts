import type { Problem } from '../shared/result.js';
import {
  CONTRACT,
  CONTRACT_HEADER,
  isRetryable,
  PROBLEM_HEADER,
  RECEIVING_PROBLEMS,
  type ReceivingProblemCode,
  type WorkDemand,
} from './contract.js';
import type { Network } from './fetch-text.js';

/** What kept a request from being answered as the contract says. */
export const LINE_PROBLEMS = [
  /** No network, or the address cannot be reached. */
  'offline',
  'timeout',
  /** Something else answered with a page of its own: a network that wants somebody to sign in. */
  'gate',
  /** Something else said no in its place: a proxy, a wall, a network that wants somebody to sign in. */
  'stranger',
  /** Something before it says that it is busy now, or cannot reach it. */
  'put-off',
  /** The answer is not one of the contract. */
  'broken-answer',
] as const;
export type LineProblemCode = (typeof LINE_PROBLEMS)[number];

export type Reply =
  | { readonly kind: 'done'; readonly status: number; readonly json: unknown; readonly headers: Headers }
  /** The receiving system said no. */
  | {
      readonly kind: 'refused';
      readonly code: ReceivingProblemCode;
      readonly retryable: boolean;
      readonly retryAfterMs: number | undefined;
      readonly errors: readonly Problem[];
      /** With `work-needed`: what is to be done before the next try. */
      readonly work?: WorkDemand | undefined;
    }
  /** Whether it arrived is not known. `retryAfterMs`: what a proxy or a page of maintenance asked to wait. */
  | { readonly kind: 'unknown'; readonly code: LineProblemCode; readonly retryAfterMs?: number | undefined };

/** Receipts and problems are short; anything longer is no answer of ours. */
const LONGEST_ANSWER = 1024 * 1024;
const LIMIT_MS = 20_000;
/** A file over a poor line. */
const FILE_LIMIT_MS = 180_000;
/** However long a server asks to wait, a person is not kept longer than this before the next try. */
const LONGEST_WAIT_MS = 3_600_000;

/** Asks a receiving system. No cookies, no referrer, no redirects, no cache: what is sent is about a person. */
export async function requestJson(
  method: string,
  url: string,
  network: Network,
  { body, headers = {}, limitMs = LIMIT_MS }: RequestParts = {},
): Promise<Reply> {
  return ask(method, url, network, { body, headers, limitMs }, (response) => replyOf(response, method));
}

/**
 * Asks for a file in answer to a question; a no comes as it does from `requestJson`.
 * @param longest bytes of which nothing more is taken
 */
export async function requestFile(
  url: string,
  network: Network,
  body: string,
  longest: number,
): Promise<FileReply | Exclude<Reply, { kind: 'done' }>> {
  return ask<FileReply | Exclude<Reply, { kind: 'done' }>>(
    'POST',
    url,
    network,
    { body, headers: {}, limitMs: FILE_LIMIT_MS },
    async (response) => {
      if (response.ok && response.headers.get(CONTRACT_HEADER) === String(CONTRACT)) {
        const bytes = await limitedBytes(response, longest);
        return bytes
          ? { kind: 'file', bytes, headers: response.headers }
          : { kind: 'unknown', code: 'broken-answer' };
      }
      const reply = await replyOf(response, 'POST');
      return reply.kind === 'done' ? { kind: 'unknown', code: 'broken-answer' } : reply;
    },
  );
}

/** Bytes as they came. */
export interface FileReply {
  readonly kind: 'file';
  readonly bytes: ArrayBuffer;
  readonly headers: Headers;
}

async function ask<Answer extends { readonly kind: string }>(
  method: string,
  url: string,
  network: Network,
  { body, headers, limitMs }: Required<Pick<RequestParts, 'headers' | 'limitMs'>> & RequestParts,
  read: (response: Response) => Promise<Answer>,
): Promise<Answer | Extract<Reply, { kind: 'unknown' }>> {
  const signal = network.timeout(limitMs);
  try {
    const response = await network.fetch(url, requestInit(method, body, signal, headers));
    return await read(response);
  } catch {
    return { kind: 'unknown', code: signal.aborted ? 'timeout' : 'offline' };
  }
}

/** How a receiving system is asked: see `requestJson`. */
export function requestInit(
  method: string,
  body: string | Blob | undefined,
  signal: AbortSignal,
  headers: Readonly<Record<string, string>> = {},
): RequestInit {
  // Without a prototype: scripts of old portals put members on Object.prototype, and fetch would read them.
  return Object.assign(
    Object.create(null) as object,
    {
      method,
      headers: Object.assign(
        Object.create(null) as object,
        headers,
        typeof body === 'string' && { 'content-type': 'application/json' },
      ),
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal,
      body: body ?? null,
    } as const,
  );
}

interface RequestParts {
  readonly body?: string | Blob | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds until the answer is given up. */
  readonly limitMs?: number;
}

/** An answer to HEAD has no body: its status says what a body would. */
const HEAD_PROBLEMS: Readonly<Record<number, ReceivingProblemCode>> = {
  404: 'not-found',
  410: 'not-found',
  429: 'too-many-requests',
  503: 'busy',
};

/**
 * What an answer without the mark of the contract says by its status. With 511 a network says that somebody must sign in to
 * it first; most answer with a page of theirs as if it were what was asked for.
 */
function strangerOf({ ok, status }: Response): LineProblemCode {
  if (ok || status === 511) return 'gate';
  if (status === 429 || (status > 501 && status < 505)) return 'put-off';
  return status < 500 ? 'stranger' : 'broken-answer';
}

async function replyOf(response: Response, method: string): Promise<Reply> {
  const { status, headers } = response;
  const retryAfterMs = retryAfterOf(headers.get('retry-after'));
  if (headers.get(CONTRACT_HEADER) !== String(CONTRACT))
    return {
      kind: 'unknown',
      code: strangerOf(response),
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    };
  const text = status === 204 || headers.get('content-length') === '0' ? '' : await limitedText(response);
  const json = text ? parse(text) : undefined;
  if (response.ok && (text === '' || json !== undefined)) return { kind: 'done', status, json, headers };
  // Without a body, as an answer to HEAD is, the header says the code; a plain tus server says it by its status.
  const bodiless =
    knownCode(headers.get(PROBLEM_HEADER)) ?? (method === 'HEAD' ? HEAD_PROBLEMS[status] : undefined);
  const code = codeIn(json) ?? (text === '' ? bodiless : undefined);
  if (!code || response.ok) return { kind: 'unknown', code: 'broken-answer' };
  const {
    retryable = isRetryable(code),
    errors,
    work,
  } = (json ?? {}) as {
    readonly retryable?: unknown;
    readonly errors?: unknown;
    readonly work?: unknown;
  };
  return {
    kind: 'refused',
    code,
    retryable: retryable === true,
    retryAfterMs,
    errors: Array.isArray(errors) ? errors.flatMap(pointedProblem) : [],
    ...(isWork(work) && { work }),
  };
}

function isWork(work: unknown): work is WorkDemand {
  const { challenge, bits } = (work ?? {}) as Readonly<Partial<Record<keyof WorkDemand, unknown>>>;
  return typeof challenge === 'string' && Number.isSafeInteger(bits);
}

/** The text of an answer; undefined where it is too long for one, or no text. */
async function limitedText(response: Response): Promise<string | undefined> {
  const all = await limitedBytes(response, LONGEST_ANSWER);
  try {
    return all && new TextDecoder('utf-8', { fatal: true }).decode(all);
  } catch {
    return undefined;
  }
}

/** The bytes of an answer; undefined where there are more than are taken. */
async function limitedBytes(response: Response, longest: number): Promise<ArrayBuffer | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return new ArrayBuffer(0);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let bytes = 0; ;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > longest) {
      await reader.cancel();
      return undefined;
    }
    pieces.push(value);
  }
  return new Blob(pieces).arrayBuffer();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value));
  } catch {
    return undefined;
  }
}

const codeIn = (json: unknown): ReceivingProblemCode | undefined =>
  knownCode(((json ?? {}) as { readonly code?: unknown }).code);

const knownCode = (code: unknown): ReceivingProblemCode | undefined =>
  typeof code === 'string' && Object.hasOwn(RECEIVING_PROBLEMS, code)
    ? (code as ReceivingProblemCode)
    : undefined;

/** Path and code of what is wrong with one answer; anything else that an error may hold stays outside. */
function pointedProblem(error: unknown): Problem[] {
  const { pointer, code } = (error ?? {}) as { readonly pointer?: unknown; readonly code?: unknown };
  if (typeof pointer !== 'string' || typeof code !== 'string') return [];
  return [{ code, params: { path: pointer.replace(/^(?:\/act)?\/answers\//u, '').replaceAll('/', '.') } }];
}

/** Seconds, as our contract says; dates are for servers whose clock is right, which nobody knows. */
function retryAfterOf(header: string | null): number | undefined {
  const seconds = Number(header);
  if (header === null || !Number.isFinite(seconds) || seconds < 0) return undefined;
  return Math.min(seconds * 1000, LONGEST_WAIT_MS);
}
