import type { Sending } from '../forms/draft.js';
import { receiptFaults, type Receipt } from '../forms/submission.js';
import type { Transfer } from '../forms/transfer.js';
import type { FormGateway, Sent } from '../gateway/form-gateway.js';
import type { ReceivingProblemCode } from '../gateway/contract.js';
import type { LineProblemCode } from '../gateway/request-json.js';
import type { Uploaded } from '../gateway/upload.js';
import type { Problem } from '../shared/result.js';
import { NextTry } from './next-try.js';

type ProblemCode = ReceivingProblemCode | LineProblemCode;

export type SendState =
  /** Being sent for the first time, or again; `transfers`: how each paper stands. */
  | { readonly stage: 'sending'; readonly transfers: readonly Transfer[] }
  /** Whether it arrived is not known, and is being asked. */
  | { readonly stage: 'asking' }
  /** Kept here; the next try comes by itself. */
  | {
      readonly stage: 'waiting';
      readonly code: ProblemCode;
      readonly tries: number;
      /** Something was sent, so that it may be there; if false, nothing of it is. */
      readonly mayBeThere: boolean;
    }
  | { readonly stage: 'received'; readonly receipt: Receipt }
  /** The other side holds less, or something else, than was sent: no success. */
  | { readonly stage: 'short'; readonly faults: readonly string[] }
  /** It cannot be taken as it is. */
  | { readonly stage: 'refused'; readonly code: ReceivingProblemCode; readonly errors: readonly Problem[] };

export interface SenderOptions {
  readonly gateway: FormGateway;
  /** Sends the papers that are not there yet, until it is told to stop. */
  readonly upload: (
    onChange: (transfers: readonly Transfer[]) => void,
    signal: AbortSignal,
  ) => Promise<Uploaded>;
  readonly onChange: (state: SendState) => void;
}

/**
 * Sends one submission until it is known what became of it. Any number of presses, cuts and reloads give one dossier;
 * it is called received only once the receipt was compared with what was sent.
 */
export class Sender {
  #state: SendState = { stage: 'sending', transfers: [] };
  /** Something was sent, and it is not known that nothing came of it. */
  mayBeThere = false;
  readonly #stopping = new AbortController();

  constructor(
    private readonly sending: Sending,
    private readonly options: SenderOptions,
    /** Whether a first try may have been made before: by this page, before it was reloaded. */
    isResumed: boolean,
  ) {
    this.mayBeThere = isResumed;
    void this.#run();
  }

  get state(): SendState {
    return this.#state;
  }

  stop(): void {
    this.#stopping.abort();
    this.#next.stop();
  }

  #isStopped(): boolean {
    return this.#stopping.signal.aborted;
  }

  /** Tries now rather than later; nothing where it is being tried already, or is decided. */
  readonly retry = (): void => {
    if (this.#state.stage !== 'waiting' && this.#state.stage !== 'short') return;
    this.#next.stop();
    void this.#run();
  };
  readonly #next = new NextTry(this.retry);

  /**
   * Takes the submission back, so that it can be changed. Only a sure yes of the other side is a yes: a copy may be on
   * its way.
   */
  async cancel(): Promise<boolean> {
    const reply = await this.options.gateway.cancel(this.sending.id);
    // 202: it is still being worked on.
    if (reply.kind === 'done' && reply.status !== 202) {
      this.stop();
      return true;
    }
    if (reply.kind === 'refused' && reply.code === 'already-received') {
      this.mayBeThere = true;
      this.retry();
    }
    return false;
  }

  #is(state: SendState): void {
    if (this.#isStopped()) return;
    this.#state = state;
    this.options.onChange(state);
  }

  /** From its first turn on it is no longer waiting, so that a second press changes nothing. */
  async #run(): Promise<void> {
    const { gateway } = this.options;
    const { id, submission } = this.sending;
    if (this.mayBeThere) {
      this.#is({ stage: 'asking' });
      const asked = await gateway.ask(id);
      const isAbsent = asked.kind === 'refused' && asked.code === 'not-found';
      if (!isAbsent) {
        this.#take(asked);
        return;
      }
    }
    if (this.#isStopped()) return;
    this.#is({ stage: 'sending', transfers: [] });
    const uploaded = await this.#upload();
    // Taken back or deleted in the meantime: what is not sent yet is not sent.
    if (this.#isStopped()) return;
    if (uploaded.kind === 'refused') this.#is({ stage: 'refused', code: uploaded.code, errors: [] });
    else if (uploaded.kind === 'broken') this.#wait(uploaded.code, uploaded.retryAfterMs);
    else {
      this.mayBeThere = true;
      this.#take(await gateway.send(id, submission));
    }
  }

  async #upload(): Promise<Uploaded> {
    const onChange = (transfers: readonly Transfer[]) => this.#is({ stage: 'sending', transfers });
    try {
      return await this.options.upload(onChange, this.#stopping.signal);
    } catch {
      // The code that sends papers is only fetched now, and that needs a network too.
      return { kind: 'broken', code: 'offline' };
    }
  }

  #take(sent: Sent): void {
    if (sent.kind === 'received') {
      const { receipt } = sent;
      const faults = receiptFaults(receipt, this.sending.submission, this.sending);
      if (faults.length === 0) this.#is({ stage: 'received', receipt });
      // A system that was still at it may hold all of it when it is asked again.
      else this.#askLater({ stage: 'short', faults });
    } else if (sent.kind === 'refused' && !sent.retryable)
      this.#is({ stage: 'refused', code: sent.code, errors: sent.errors });
    else this.#wait(sent.code, sent.retryAfterMs);
  }

  #wait(code: ProblemCode, retryAfterMs?: number): void {
    const { mayBeThere } = this;
    this.#askLater({ stage: 'waiting', code, tries: this.#next.failed + 1, mayBeThere }, retryAfterMs);
  }

  #askLater(state: SendState, retryAfterMs?: number): void {
    if (this.#isStopped()) return;
    this.#next.wait(retryAfterMs);
    this.#is(state);
  }
}
