import type { Problem } from '../shared/result.js';
import type { GatewayProblemCode } from './gateway-problem.js';

/** What a request needs from its surroundings; passed in, so that tests can be the network. */
export interface Network {
  readonly fetch: typeof fetch;
  /** Ends a request that takes too long, e.g. `AbortSignal.timeout`. */
  readonly timeout: (ms: number) => AbortSignal;
}

export interface FetchedText {
  /** The text as it arrives. Ends with a thrown `FetchTrouble` where it breaks off, is too large or too slow. */
  readonly chunks: AsyncIterable<string>;
  /** The bytes that have arrived so far. */
  readonly received: readonly Uint8Array<ArrayBuffer>[];
}

/** Trouble in the middle of an answer, for code that reads it with `for await`. */
export class FetchTrouble extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/** Ten megabytes: more than any place's catalogue, and what a cheap phone still holds. */
export const LIMIT_BYTES = 10 * 1024 * 1024;

/** A catalogue comes slowly over a poor line; it is given up only after this time, in milliseconds. */
const LIMIT_MS = 60_000;

/** Decoded at a time: on a cheap phone a megabyte holds up whoever is typing. */
const PIECE_BYTES = 64 * 1024;

const DATA_TYPES = /^(?:application|text)\/(?:[\w.+-]*json|plain|octet-stream)\b/iu;

/**
 * Asks for a file of data. No cookies, no referrer: a catalogue is public and says nothing of who reads it.
 * @throws {FetchTrouble} when no usable answer came
 */
export async function fetchText(url: string, network: Network): Promise<FetchedText> {
  const signal = network.timeout(LIMIT_MS);
  // Without a prototype: scripts of old portals put members on Object.prototype, and fetch would read them.
  const options: RequestInit = Object.assign(
    Object.create(null) as object,
    {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal,
    } as const,
  );
  const response = await network.fetch(url, options).catch((error: unknown) => {
    throw trouble(signal.aborted || isTimeout(error) ? 'timeout' : 'offline');
  });
  const refusal = refusalOf(response);
  if (refusal) throw trouble(refusal, { status: response.status });
  const type = response.headers.get('content-type') ?? '';
  if (type && !DATA_TYPES.test(type)) throw trouble('wrong-content-type', { found: type.slice(0, 60) });
  const received: Uint8Array<ArrayBuffer>[] = [];
  return { chunks: decode(response, signal, received), received };
}

async function* decode(
  response: Response,
  signal: AbortSignal,
  received: Uint8Array<ArrayBuffer>[],
): AsyncGenerator<string, void> {
  const reader = response.body?.getReader();
  if (!reader) return;
  // Not fatal: a file saved as windows-1258 still shows its unharmed records, and the harm is seen.
  const decoder = new TextDecoder('utf-8');
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw trouble(signal.aborted ? 'timeout' : 'offline');
      });
      if (done) break;
      bytes += value.byteLength;
      if (bytes > LIMIT_BYTES) throw trouble('file-too-large', { limitBytes: LIMIT_BYTES });
      received.push(value);
      for (let at = 0; at < value.byteLength; at += PIECE_BYTES)
        yield decoder.decode(value.subarray(at, at + PIECE_BYTES), { stream: true });
    }
    yield decoder.decode();
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function refusalOf({ ok, status }: Response): GatewayProblemCode | undefined {
  if (ok) return undefined;
  if (status === 404 || status === 410) return 'not-found';
  return status >= 500 ? 'server-error' : 'refused';
}

function trouble(code: GatewayProblemCode, params: Record<string, string | number> = {}): FetchTrouble {
  return new FetchTrouble({ code, params });
}

const isTimeout = (error: unknown): boolean => error instanceof Error && error.name === 'TimeoutError';
