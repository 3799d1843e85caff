import * as v from 'valibot';
import { canonicalJson } from '../forms/submission.js';
import type { Slicing } from '../shared/read-list.js';
import { sha256 } from '../shared/sha256.js';
import { RESULT_HASH_HEADER } from './contract.js';
import type { Network } from './fetch-text.js';
import { doWork } from './proof-of-work.js';
import { requestFile, requestJson, type FileReply, type Reply } from './request-json.js';
import {
  actDoneSchema,
  trackedSchema,
  type ActDone,
  type ApplicantAct,
  type Factor,
  type TrackedDetails,
  type TrackedOutline,
  type WorkDone,
} from './tracking-contract.js';
import { LONGEST_FILE } from './upload-rules.js';

/** Which dossier is asked about, and what opens it. */
export interface Knock {
  /** Code of the dossier, as it was typed. */
  readonly code: string;
  readonly factor: Factor;
}

type No = Exclude<Reply, { kind: 'done' }>;

/** What came of asking where a dossier stands. */
export type Looked =
  | { readonly kind: 'found'; readonly tracked: TrackedOutline | TrackedDetails }
  /** Nothing has changed since the version that is known. `now`: the time of the system, where it tells it. */
  | { readonly kind: 'unchanged'; readonly now?: string | undefined }
  /** No such code, or not with this factor: nobody is told which. */
  | { readonly kind: 'not-found' }
  | No;

/** What came of an act of the applicant. Where it is not known, the same act under the same id is sent again. */
export type Acted = { readonly kind: 'done'; readonly done: ActDone } | No;

/** What came of asking for the result. */
export type Fetched =
  | {
      readonly kind: 'file';
      readonly bytes: ArrayBuffer;
      /** Of the bytes as they came, in hexadecimal. */
      readonly sha256: string;
      /** They are the ones that the system says they are. */
      readonly isWhole: boolean;
    }
  | No;

/** Follows dossiers by the contract. Never throws, but `look` where its own code cannot be fetched. */
export interface TrackingClient {
  look(knock: Knock, known?: string): Promise<Looked>;
  act(knock: Knock, act: ApplicantAct): Promise<Acted>;
  /** Makes sure that the act under this id is never done; `already-received` where it was. For a system that `cancels`. */
  cancel(knock: Knock, act: string): Promise<Reply>;
  result(knock: Knock): Promise<Fetched>;
}

export interface TrackingClientOptions {
  readonly network: Network;
  /** Keeps the page alive while work is done. */
  readonly slicing: Slicing;
  /** Is told that work was asked for, for about how many minutes where it is no moment, and when it is done. */
  readonly onWork: (isWorking: boolean, minutes?: number) => void;
  /** Somebody waits for it, is told how long it takes, and can stop it: then work is done that takes minutes. */
  readonly isAwaited?: boolean;
  /** Ends the work; whatever is on its way is let go. */
  readonly signal?: AbortSignal | undefined;
}

/** Work beyond this keeps a telephone busy for minutes: it is only begun for who waits for it. */
const SHORT_BITS = 20;
/** More than a quarter of an hour of a telephone: then it is told, and not begun. */
const MOST_BITS = 23;
/** What a cheap telephone hashes in a minute. */
const HASHES_A_MINUTE = 600_000;
/** A challenge may be used up or over by the time its work is done, or somebody else’s guesses made it dearer. */
const MOST_ROUNDS = 8;

/** Digits of the shortest number of somebody’s. */
const SHORTEST_NUMBER = 9;

/** What hides numbers is fetched where there are enough digits in what people wrote; where it cannot be, nothing is told. */
async function withoutNumbers(
  told: TrackedOutline | TrackedDetails,
): Promise<TrackedOutline | TrackedDetails> {
  if (told.level === 0) return told;
  const { holder, history, asks, result } = told;
  const written = [
    holder,
    history.map(({ note, unit, parts }) => [note, unit, parts]),
    asks?.note,
    asks?.kind === 'supplement' && asks.parts,
    result?.name,
  ];
  if (JSON.stringify(written).replace(/\P{Nd}/gu, '').length < SHORTEST_NUMBER) return told;
  const { maskTold } = await import('./mask-told.js');
  return maskTold(told);
}

/** @param url of the receiving system, e.g. `https://example.gov.vn/gateway` */
export function createTrackingClient(
  url: string,
  { network, slicing, onWork, isAwaited = false, signal }: TrackingClientOptions,
): TrackingClient {
  const mostBits = isAwaited ? MOST_BITS : SHORT_BITS;
  const base = `${url.replace(/\/+$/u, '')}/v1/tracking`;

  /** Asks, and does the work that may come first. */
  async function withWork<Answer extends FileReply | Reply>(
    body: object,
    ask: (body: string) => Promise<Answer>,
  ): Promise<Answer | No> {
    let work: WorkDone | undefined;
    for (let round = 0; ; round += 1) {
      const reply = await ask(canonicalJson({ ...body, work }));
      const demand = reply.kind === 'refused' && reply.code === 'work-needed' ? reply.work : undefined;
      if (!demand || demand.bits > mostBits || round === MOST_ROUNDS) return reply;
      const isLong = demand.bits > SHORT_BITS;
      onWork(true, isLong ? Math.ceil(2 ** demand.bits / HASHES_A_MINUTE) : undefined);
      try {
        work = await doWork(demand, slicing, signal);
      } catch {
        return { kind: 'unknown', code: 'timeout' };
      } finally {
        onWork(false);
      }
    }
  }

  const post = (path: string) => (body: string) => requestJson('POST', base + path, network, { body });

  return {
    async look({ code, factor }, known) {
      const reply = await withWork({ code, factor, known }, post(''));
      if (reply.kind !== 'done') return reply;
      const { success, output } = v.safeParse(trackedSchema, reply.json);
      if (!success) return { kind: 'unknown', code: 'broken-answer' };
      if (!output.found) return { kind: 'not-found' };
      if (!('unchanged' in output)) return { kind: 'found', tracked: await withoutNumbers(output) };
      // Unchanged since something that nobody has is no answer.
      const { version, now } = output;
      return known === version ? { kind: 'unchanged', now } : { kind: 'unknown', code: 'broken-answer' };
    },

    async act({ code, factor }, act) {
      const reply = await withWork({ code, factor, act }, post('/acts'));
      if (reply.kind !== 'done') return reply;
      const { success, output } = v.safeParse(actDoneSchema, reply.json);
      // The answer to another act says nothing of this one.
      return success && output.act === act.id
        ? { kind: 'done', done: output }
        : { kind: 'unknown', code: 'broken-answer' };
    },

    cancel: ({ code, factor }, act) => withWork({ code, factor, act }, post('/cancel')),

    async result({ code, factor }) {
      const reply = await withWork({ code, factor }, (body) =>
        requestFile(`${base}/result`, network, body, LONGEST_FILE),
      );
      if (reply.kind !== 'file') return reply;
      const { bytes, headers } = reply;
      const hash = await sha256(bytes);
      return { kind: 'file', bytes, sha256: hash, isWhole: headers.get(RESULT_HASH_HEADER) === hash };
    },
  };
}
