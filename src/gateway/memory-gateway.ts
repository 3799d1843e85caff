import type { WorkCalendar } from '../dossiers/deadline.js';
import type { DossierAct } from '../dossiers/dossier-states.js';
import type { FormDefinition } from '../forms/form-definition.js';
import { formsInForce } from '../forms/forms-in-force.js';
import { MOST_FILES } from '../forms/submission.js';
import type { Clock } from '../shared/clock.js';
import { sha256 } from '../shared/sha256.js';
import { newId } from '../shared/new-id.js';
import { createChangeStreams } from './change-streams.js';
import { answerOf, problemAnswer } from './contract-answers.js';
import { CONTRACT, CONTRACT_HEADER, RESULT_HASH_HEADER, type GatewayAbout } from './contract.js';
import { createKeyedHash } from './keyed-hash.js';
import type { ReceiptOptions } from './make-receipt.js';
import { createMemoryTables } from './memory-tables.js';
import { createMemoryUploads } from './memory-uploads.js';
import type { DeskDoing } from './move-dossier.js';
import { jsonOf } from './parse-request.js';
import { createReceivingSystem } from './receiving-system.js';
import { CLIENT_ID, LONGEST_FILE } from './upload-rules.js';

export interface MemoryGatewayOptions {
  readonly forms: readonly FormDefinition[];
  readonly clock: Clock;
  readonly calendar: WorkCalendar;
  readonly office: { readonly name: string; readonly code: string };
  /** Time that a procedure may take; without it three working days for each. */
  readonly limitOf?: ReceiptOptions['limitOf'];
  /** Also tells of changes as they come. */
  readonly tellsChanges?: boolean;
}

/** What is asked for, below the address of the gateway. */
const ROUTE =
  /\/v1(?:\/(?<tracked>tracking(?:\/(?:acts|cancel|changes|result))?)|\/(?<resource>submissions|uploads)(?:\/(?<id>[^/]+))?(?:\/(?<part>payment))?)?$/u;

/** A receiving system in a variable, and the officer's side of it. */
export interface MemorySystem {
  /** Speaks the contract, as a `fetch` that never reaches a network. */
  readonly fetch: typeof fetch;
  /** What an officer does with a dossier; false where the table of states does not allow it. */
  move(code: string, act: DossierAct, doing: DeskDoing, result?: MemoryResult): Promise<boolean>;
}

/** The file that an act ends in. */
export interface MemoryResult {
  readonly name: string;
  readonly bytes: ArrayBuffer;
}

/**
 * A receiving system that lives in a variable: for practice, stories and tests. It speaks the whole contract, as a
 * `fetch` that never reaches a network; all of it is gone with the page.
 */
export const createMemoryGateway = (options: MemoryGatewayOptions): typeof fetch =>
  createMemorySystem(options).fetch;

/** The same with somebody at its desk, so that what comes after the sending can be shown and tried. */
export function createMemorySystem({
  forms,
  clock,
  calendar,
  office,
  limitOf = () => ({ days: 3, unit: 'working-day' }),
  tellsChanges = false,
}: MemoryGatewayOptions): MemorySystem {
  const results = new Map<string, MemoryResult>();
  const tables = createMemoryTables();
  const uploads = createMemoryUploads();
  const changes = tellsChanges ? createChangeStreams() : undefined;
  const system = createReceivingSystem({
    act: (work) => work(tables),
    clock,
    calendar,
    office,
    knows: () => true,
    ...formsInForce(forms),
    fileOf: uploads.fileOf,
    // Known to nobody, and gone with the page like everything else.
    hash: createKeyedHash(crypto.getRandomValues(new Uint8Array(32))),
    limitOf,
    // No account of anybody: a bank that does not exist.
    payee: { bank: '000000', bankName: 'Ngân hàng mẫu', account: '0000000000', accountName: 'XA MAU' },
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    sample: true,
    onChange: changes && ((code) => changes.tell(code)),
  });
  const about: GatewayAbout = {
    contract: CONTRACT,
    office: office.name,
    sample: true,
    maxFileBytes: LONGEST_FILE,
    maxFiles: MOST_FILES,
  };

  function payment(method: string, id: string): Response {
    if (method === 'GET') return answerOf(system.payment(id));
    if (method !== 'POST') return problemAnswer('method-unknown', { allow: 'GET, POST' });
    const opened = answerOf(system.openPayment(id));
    const open = tables.payment(id);
    // Where nothing is real, the bank says yes by itself: the next question is answered "paid".
    if (open) system.confirmPayment(id, open.amount, 'mẫu');
    return opened;
  }

  async function submission(request: Request, id: string): Promise<Response> {
    const { method } = request;
    if (method === 'GET') return answerOf(system.get(id));
    if (method === 'DELETE') return answerOf(system.remove(id));
    if (method !== 'PUT') return problemAnswer('method-unknown', { allow: 'GET, PUT, DELETE' });
    const json = await jsonOf(request);
    return json ? answerOf(await system.put(id, json.value)) : problemAnswer('invalid-json');
  }

  async function tracked(request: Request, what: string): Promise<Response> {
    if (request.method !== 'POST') return problemAnswer('method-unknown', { allow: 'POST' });
    const json = await jsonOf(request);
    if (!json) return problemAnswer('invalid-json');
    if (what === 'tracking/result') return result(json.value);
    if (what === 'tracking/changes') {
      if (!changes) return problemAnswer('not-found');
      const { watched, ...answered } = await system.changes(json.value, undefined, changes.hasRoom);
      return watched ? changes.answer(watched) : answerOf(answered);
    }
    if (what === 'tracking/cancel') return answerOf(await system.cancelAct(json.value));
    return answerOf(await (what === 'tracking' ? system.track : system.actOn)(json.value));
  }

  async function result(json: unknown): Promise<Response> {
    const { file, ...answered } = await system.result(json);
    const kept = file && results.get(file.file);
    if (!file || !kept) return answerOf(answered);
    const headers = { [CONTRACT_HEADER]: String(CONTRACT), [RESULT_HASH_HEADER]: file.sha256 };
    return new Response(kept.bytes, { headers: { ...headers, 'content-type': 'application/pdf' } });
  }

  async function answer(request: Request): Promise<Response> {
    const route = ROUTE.exec(new URL(request.url).pathname);
    const { tracked: what, resource, id, part } = route?.groups ?? {};
    if (!route) return problemAnswer('not-found');
    if (what !== undefined) return tracked(request, what);
    if (resource === undefined)
      return request.method === 'GET'
        ? answerOf({ status: 200, body: about })
        : problemAnswer('method-unknown', { allow: 'GET' });
    if (resource === 'uploads') return part ? problemAnswer('not-found') : uploads.answer(request, id);
    if (!id || !CLIENT_ID.test(id)) return problemAnswer('not-found');
    return part ? payment(request.method, id) : submission(request, id);
  }

  return {
    fetch: async (input, init) => {
      const request = new Request(input, init);
      if (request.signal.aborted) throw new DOMException('', 'AbortError');
      const answered = await answer(request);
      // As on a real line: an answer to HEAD has no body.
      return request.method === 'HEAD' ? new Response(null, answered) : answered;
    },

    async move(code, act, doing, given) {
      if (!given) return system.move(code, act, doing).ok;
      const { name, bytes } = given;
      const file = newId();
      const kept = { file, name, size: bytes.byteLength, sha256: await sha256(bytes) };
      const { ok } = system.move(code, act, doing, kept);
      if (ok) results.set(file, given);
      return ok;
    },
  };
}
