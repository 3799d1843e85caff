import type { SentFile } from '../forms/submission.js';
import { reduceTransfer, waitingTransfer, type Transfer, type TransferEvent } from '../forms/transfer.js';
import type { Network } from './fetch-text.js';
import type { ReceivingProblemCode } from './contract.js';
import { requestJson, type LineProblemCode, type Reply } from './request-json.js';

export type Uploaded =
  | { readonly kind: 'done' }
  /** It is not taken, ever. */
  | { readonly kind: 'refused'; readonly code: ReceivingProblemCode }
  /** The line broke; the next try goes on from where the other side is. */
  | {
      readonly kind: 'broken';
      readonly code: LineProblemCode | ReceivingProblemCode;
      /** Milliseconds until the other side wants to hear of it again, where it says so. */
      readonly retryAfterMs?: number | undefined;
    };

/** Smallest and largest cut in bytes: one that a poor line gets through, and one that a good line is not held up by. */
const LEAST_CUT = 64 * 1024;
const MOST_CUT = 1024 * 1024;
/** A cut should take about this long, in milliseconds. */
const CUT_MS = 4000;
const CUT_LIMIT_MS = 120_000;

const TUS = { 'tus-resumable': '1.0.0' };

/**
 * Sends a file by tus 1.0, from wherever the other side is. The id was made beforehand, so that an answer that is lost
 * leaves no orphan. Our own few lines, because the usual client gives up after nine seconds and weighs five times this.
 * @param url of the receiving system
 * @param now milliseconds, to fit the cuts to the line
 * @param onProgress is told how many bytes arrived
 */
export async function uploadFile(
  { id, bytes }: { readonly id: string; readonly bytes: ArrayBuffer },
  url: string,
  network: Network,
  now: () => number,
  onProgress: (bytes: number) => void,
): Promise<Uploaded> {
  const base = `${url.replace(/\/+$/u, '')}/v1/uploads`;
  let offset = 0;
  // Made first, asked about only where it is there already: a browser writes every "not found" into its console.
  const created = await requestJson('POST', base, network, {
    headers: { ...TUS, 'upload-length': String(bytes.byteLength), 'upload-metadata': `id ${btoa(id)}` },
  });
  if (created.kind === 'refused' && created.code === 'file-exists') {
    const there = offsetOf(
      await requestJson('HEAD', `${base}/${id}`, network, { headers: TUS }),
      bytes.byteLength,
    );
    if (typeof there === 'object') return forgotten(there);
    offset = there;
  } else if (created.kind !== 'done') return failed(created);
  for (let cut = LEAST_CUT * 2; offset < bytes.byteLength;) {
    onProgress(offset);
    const begun = now();
    const piece = new Blob([bytes.slice(offset, offset + cut)]);
    const reply = await requestJson('PATCH', `${base}/${id}`, network, {
      body: piece,
      headers: { ...TUS, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
      limitMs: CUT_LIMIT_MS,
    });
    const next = offsetOf(reply, bytes.byteLength);
    if (typeof next === 'object') return forgotten(next);
    // A server that stands still would be asked for ever.
    if (next <= offset) return { kind: 'broken', code: 'broken-answer' };
    offset = next;
    const fit = cut * (CUT_MS / Math.max(now() - begun, 1));
    cut = Math.round(Math.min(MOST_CUT, Math.max(LEAST_CUT, Math.min(fit, cut * 2))));
  }
  onProgress(offset);
  return { kind: 'done' };
}

/** How much is there; a server that claims more than there is of it speaks of something else. */
function offsetOf(reply: Reply, size: number): number | Exclude<Uploaded, { kind: 'done' }> {
  if (reply.kind !== 'done') return failed(reply);
  const offset = Number(reply.headers.get('upload-offset') ?? NaN);
  const isPossible = Number.isSafeInteger(offset) && offset >= 0 && offset <= size;
  return isPossible ? offset : { kind: 'broken', code: 'broken-answer' };
}

/** What is not found any more is made anew by the next try. */
const forgotten = (uploaded: Exclude<Uploaded, { kind: 'done' }>): Uploaded =>
  uploaded.code === 'not-found' ? { kind: 'broken', code: uploaded.code } : uploaded;

function failed(reply: Reply): Exclude<Uploaded, { kind: 'done' }> {
  if (reply.kind === 'done') return { kind: 'broken', code: 'broken-answer' };
  // Another offset is answered by asking anew.
  if (reply.kind === 'refused' && !reply.retryable && reply.code !== 'offset-differs')
    return { kind: 'refused', code: reply.code };
  const { retryAfterMs } = reply;
  return { kind: 'broken', code: reply.code, ...(retryAfterMs !== undefined && { retryAfterMs }) };
}

/** A network that begins nothing more once it is stopped, and ends what it has begun where the browser can. */
const until = (signal: AbortSignal, { fetch, timeout }: Network): Network => ({
  fetch: (input, init) =>
    signal.aborted ? Promise.reject(new DOMException('', 'AbortError')) : fetch(input, init),
  timeout: (ms) => ('any' in AbortSignal ? AbortSignal.any([timeout(ms), signal]) : timeout(ms)),
});

/**
 * Sends papers one after the other: on a poor line two at once are two that take twice as long.
 * @param bytesOf a paper; undefined where this computer has lost it
 * @param onChange is told how each of them stands
 */
export async function uploadAll(
  files: readonly SentFile[],
  bytesOf: (id: string) => Promise<ArrayBuffer | undefined>,
  { url, network, now, signal }: UploadLine,
  onChange: (transfers: readonly Transfer[]) => void,
): Promise<Uploaded> {
  let transfers = files.map(waitingTransfer);
  if (files.length > 0) onChange(transfers);
  const line = signal ? until(signal, network) : network;
  for (const [at, { id, size }] of files.entries()) {
    const tell = (event: TransferEvent) => {
      transfers = transfers.map((transfer, one) => (one === at ? reduceTransfer(transfer, event) : transfer));
      onChange(transfers);
    };
    const bytes = await bytesOf(id);
    const uploaded: Uploaded = bytes
      ? await uploadFile({ id, bytes }, url, line, now, (sent) => tell({ type: 'offset', bytes: sent }))
      : { kind: 'refused', code: 'file-missing' };
    if (uploaded.kind === 'done') {
      tell({ type: 'offset', bytes: size });
      tell({ type: 'stored' });
    } else {
      tell({ type: uploaded.kind === 'refused' ? 'refused' : 'broke', code: uploaded.code });
      return uploaded;
    }
  }
  return { kind: 'done' };
}

export interface UploadLine {
  /** Address of the receiving system. */
  readonly url: string;
  readonly network: Network;
  /** Ends it; nothing more is sent then. */
  readonly signal?: AbortSignal;
  /** Milliseconds, to fit the cuts to the line. */
  readonly now: () => number;
}
