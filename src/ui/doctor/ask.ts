import type { Answer } from '../../doctor/facts.js';
import { pageNetwork } from '../page-network.js';
import { pause } from '../pause.js';

/** As long as an answer is waited for, in milliseconds. */
const LIMIT_MS = 20_000;

/** An answer, and the server's time where it tells it. */
export interface Asked {
  readonly answer: Answer;
  /** Milliseconds since 1970 by the server's clock, at about the time at which the answer came. */
  readonly serverTime?: number | undefined;
  /** What came, and what it read as, where it was JSON. */
  readonly text?: string;
  readonly json?: unknown;
}

/** What every question has in common: nothing that tells of a person, and nothing out of a store. All are counted. */
const PLAIN: RequestInit = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' };

/** Written so that it works in browsers to be told of. */
function limit(): AbortSignal {
  const ending = new AbortController();
  setTimeout(() => ending.abort(), LIMIT_MS);
  return ending.signal;
}

/** The time in a `Date` header, with the age that a store on the way tells. */
export function serverTimeOf({ headers }: Response): number | undefined {
  const time = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(time) ? undefined : time + Number(headers.get('age') ?? 0) * 1000;
}

function readJson(text: string): Pick<Asked, 'text' | 'json'> {
  try {
    return { text, json: JSON.parse(text) as unknown };
  } catch {
    return {};
  }
}

/** A request that failed: a policy, a server that does not let pages of others read, or no server at all. */
async function whyNot(url: string, isBlocked: () => boolean): Promise<Answer> {
  // What the policy blocked is told in a turn of its own.
  await pause();
  if (isBlocked()) return { kind: 'blocked' };
  const isThere = await pageNetwork.fetch(url, { ...PLAIN, mode: 'no-cors', signal: limit() }).then(
    () => true,
    () => false,
  );
  await pause();
  if (isBlocked()) return { kind: 'blocked' };
  return { kind: isThere ? 'unreadable' : 'unreachable' };
}

/**
 * Asks an address of data as an element would.
 * @param isBlocked tells whether the page's policy was heard to block it
 */
export async function askAddress(url: string, isBlocked: () => boolean): Promise<Asked> {
  const signal = limit();
  try {
    const response = await pageNetwork.fetch(url, { ...PLAIN, signal });
    const read = readJson(await response.text());
    const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
    return {
      answer: { kind: 'answered', status: response.status, type: type.trim(), isJson: 'json' in read },
      serverTime: serverTimeOf(response),
      ...read,
    };
  } catch {
    return { answer: signal.aborted ? { kind: 'slow' } : await whyNot(url, isBlocked) };
  }
}

/** How the server sends the page itself: only its head, with nothing behind the `#`. */
export async function askPage(): Promise<{ contentType?: string; serverTime?: number | undefined }> {
  try {
    const { origin, pathname, search } = location;
    const response = await pageNetwork.fetch(`${origin}${pathname}${search}`, {
      method: 'HEAD',
      cache: 'no-store',
      credentials: 'same-origin',
      signal: limit(),
    });
    return { contentType: response.headers.get('content-type') ?? '', serverTime: serverTimeOf(response) };
  } catch {
    return {};
  }
}
