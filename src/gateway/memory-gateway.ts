import type { FormDefinition } from '../forms/form-definition.js';
import type { WorkCalendar } from '../dossiers/deadline.js';
import type { Clock } from '../shared/clock.js';
import { sha256 } from '../shared/sha256.js';
import type { StoredFile } from './accept-submission.js';
import {
  CONTRACT,
  CONTRACT_HEADER,
  problemBody,
  type Payment,
  type ReceivingProblemCode,
} from './contract.js';
import { createReceivingSystem, type Answered, type KeptSubmission } from './receiving-system.js';

export interface MemoryGatewayOptions {
  readonly forms: readonly FormDefinition[];
  readonly clock: Clock;
  readonly calendar: WorkCalendar;
  readonly office: { readonly name: string; readonly code: string };
}

interface Upload {
  readonly size: number;
  bytes: Uint8Array<ArrayBuffer>;
  stored: StoredFile | undefined;
}

/**
 * A receiving system that lives in a variable: for practice, stories and tests. It speaks the whole contract, as a
 * `fetch` that never reaches a network; all of it is gone with the page.
 */
export function createMemoryGateway({ forms, clock, calendar, office }: MemoryGatewayOptions): typeof fetch {
  const submissions = new Map<string, KeptSubmission>();
  const payments = new Map<string, Payment>();
  const numbers = new Map<string, number>();
  const uploads = new Map<string, Upload>();
  const system = createReceivingSystem({
    act: (work) =>
      work({
        submission: (id) => submissions.get(id),
        keep: (submission) => void submissions.set(submission.id, submission),
        nextNumber: (day) => {
          const next = (numbers.get(day) ?? 0) + 1;
          numbers.set(day, next);
          return next;
        },
        payment: (id) => payments.get(id),
        keepPayment: (id, payment) => void payments.set(id, payment),
      }),
    clock,
    calendar,
    office,
    knows: () => true,
    formOf: (id) => forms.find((form) => form.id === id),
    fileOf: (id) => uploads.get(id)?.stored,
    limitOf: () => ({ days: 3, unit: 'working-day' }),
    // No account of anybody: a bank that does not exist.
    payee: { bank: '000000', bankName: 'Ngân hàng mẫu', account: '0000000000', accountName: 'XA MAU' },
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    sample: true,
  });

  async function answer(request: Request): Promise<Response> {
    const [, , resource, id, part] = /^(.*)\/v1\/(submissions|uploads)(?:\/([^/]+))?(?:\/(payment))?$/u.exec(
      new URL(request.url).pathname,
    ) ?? [undefined, undefined, undefined, undefined, undefined];
    if (resource === 'uploads') return upload(request, id);
    if (!id) return refuse('not-found');
    const { method } = request;
    if (part) {
      if (method === 'POST') {
        const opened = system.openPayment(id);
        const payment = payments.get(id);
        // Where nothing is real, the bank says yes by itself: the next question is answered "paid".
        if (payment?.state === 'waiting') payments.set(id, { ...payment, state: 'paid' });
        return respond(opened);
      }
      return respond(system.payment(id));
    }
    if (method === 'GET') return respond(system.get(id));
    if (method === 'DELETE') return respond(system.remove(id));
    if (method !== 'PUT') return refuse('method-unknown');
    const json = await request.json().then(
      (value: unknown) => ({ value }),
      () => undefined,
    );
    return json ? respond(await system.put(id, json.value)) : refuse('invalid-json');
  }

  async function upload(request: Request, id: string | undefined): Promise<Response> {
    const { method, headers } = request;
    if (method === 'POST') {
      const wanted = metadataOf(headers.get('upload-metadata')).id;
      const size = Number(headers.get('upload-length'));
      if (!wanted || !Number.isSafeInteger(size) || size < 0) return refuse('invalid-request');
      if (uploads.has(wanted)) return refuse('file-exists');
      uploads.set(wanted, { size, bytes: new Uint8Array(), stored: undefined });
      return tus(201, { location: `${new URL(request.url).pathname}/${wanted}` });
    }
    const found = id ? uploads.get(id) : undefined;
    if (!found || !id) return refuse('not-found');
    if (method === 'HEAD')
      return tus(200, {
        'upload-offset': String(found.bytes.byteLength),
        'upload-length': String(found.size),
      });
    if (method === 'DELETE') {
      uploads.delete(id);
      return tus(204);
    }
    if (method !== 'PATCH') return refuse('method-unknown');
    if (Number(headers.get('upload-offset')) !== found.bytes.byteLength) return refuse('file-differs', 409);
    const more = new Uint8Array(await request.arrayBuffer());
    const bytes = new Uint8Array(found.bytes.byteLength + more.byteLength);
    bytes.set(found.bytes);
    bytes.set(more, found.bytes.byteLength);
    if (bytes.byteLength > found.size) return refuse('too-large');
    found.bytes = bytes;
    if (bytes.byteLength === found.size)
      found.stored = { size: found.size, sha256: await sha256(bytes.buffer) };
    return tus(204, { 'upload-offset': String(bytes.byteLength) });
  }

  return async (input, init) => {
    const request = new Request(input, init);
    if (request.signal.aborted) throw new DOMException('', 'AbortError');
    return answer(request);
  };
}

const contractHeaders = { [CONTRACT_HEADER]: String(CONTRACT) };

function respond({ status, body, replayed = false }: Answered): Response {
  return new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    headers: {
      ...contractHeaders,
      ...(body !== undefined && {
        'content-type': status < 400 ? 'application/json' : 'application/problem+json',
      }),
      ...(replayed && { 'idempotency-replayed': 'true' }),
    },
  });
}

const refuse = (code: ReceivingProblemCode, status?: number): Response => {
  const body = problemBody(code);
  return respond({ status: status ?? body.status, body });
};

const tus = (status: number, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(null, { status, headers: { ...contractHeaders, 'tus-resumable': '1.0.0', ...headers } });

/** `Upload-Metadata` of tus: names and base64 values, separated by commas. */
function metadataOf(header: string | null): Readonly<Record<string, string>> {
  const pairs = (header ?? '').split(',').map((pair) => pair.trim().split(' '));
  return Object.fromEntries(pairs.map(([name = '', value = '']) => [name, atob(value)]));
}
