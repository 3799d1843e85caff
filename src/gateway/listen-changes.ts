import { canonicalJson } from '../forms/submission.js';
import { BEAT_MS, CONTRACT, CONTRACT_HEADER, EVENT_STREAM } from './contract.js';
import type { Network } from './fetch-text.js';
import { requestInit } from './request-json.js';
import type { Knock } from './tracking-client.js';

/** Milliseconds of silence after which a line counts as dead, or as one that holds the stream back. */
const LONGEST_SILENCE = 2.5 * BEAT_MS;
/** Signs in one line of a stream; ours have a dozen. */
const LONGEST_LINE = 1000;

export interface Listening {
  readonly network: Network;
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Is told that something is new; what it is has to be asked. */
  readonly onChange: () => void;
}

/**
 * Hears from a receiving system that a dossier has changed, as long as the stream lasts. By POST, because what opens a
 * dossier is never in an address; an EventSource can only GET. Never throws.
 * @param url of the receiving system
 * @param known version that is known: what came between is told at once
 * @returns `ended` where something was heard, if only a beat, however it came to its end; `failed` where nothing ever was:
 *   the system refuses, or the line lets no stream through
 */
export async function listenToChanges(
  url: string,
  { code, factor }: Knock,
  known: string,
  { network, signal, onChange }: Listening,
): Promise<'ended' | 'failed'> {
  const address = `${url.replace(/\/+$/u, '')}/v1/tracking/changes`;
  // A request that is given up is also let go of: each would hold one of the few lines that a browser has to a server.
  const line = new AbortController();
  const letGo = () => line.abort();
  signal.addEventListener('abort', letGo);
  if (signal.aborted) letGo();
  let how: 'ended' | 'failed' = 'failed';
  try {
    const init = requestInit('POST', canonicalJson({ code, factor, known }), line.signal);
    const response = await inTime(network.fetch(address, init), network);
    const { headers, body } = response;
    const isOurs =
      response.ok &&
      headers.get(CONTRACT_HEADER) === String(CONTRACT) &&
      headers.get('content-type')?.startsWith(EVENT_STREAM);
    if (!isOurs || !body) {
      await body?.cancel();
      return how;
    }
    const reader = body.getReader();
    try {
      const decoder = new TextDecoder();
      const hear = eventReader(onChange);
      for (;;) {
        const { done, value } = await inTime(reader.read(), network, signal);
        if (done) return how;
        hear(decoder.decode(value, { stream: true }));
        // WebKit gives a body without a byte in one empty piece.
        if (value.byteLength > 0) how = 'ended';
      }
    } finally {
      await reader.cancel().catch(() => undefined);
    }
  } catch {
    return how;
  } finally {
    signal.removeEventListener('abort', letGo);
    letGo();
  }
}

/** What was asked for, or an error after too long a silence, or once nobody listens. */
function inTime<Value>(asked: Promise<Value>, network: Network, signal?: AbortSignal): Promise<Value> {
  const endings = [network.timeout(LONGEST_SILENCE), ...(signal ? [signal] : [])];
  return new Promise((resolve, reject) => {
    const end = () => reject(new DOMException('', 'AbortError'));
    for (const ending of endings) ending.addEventListener('abort', end, { once: true });
    if (endings.some(({ aborted }) => aborted)) end();
    asked.then(resolve, reject).finally(() => {
      for (const ending of endings) ending.removeEventListener('abort', end);
    });
  });
}

/**
 * Reads a stream of server-sent events, in whatever pieces it comes: calls for each event that brings data.
 * @returns takes the next piece; throws where a line has no end
 */
export function eventReader(onEvent: () => void): (piece: string) => void {
  let rest = '';
  let hasData = false;
  return (piece) => {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/u);
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw new RangeError('a line without an end');
    for (const line of lines) {
      if (line === '') {
        if (hasData) onEvent();
        hasData = false;
      } else if (/^data(?::|$)/u.test(line)) hasData = true;
    }
  };
}
