import { isOnItsWay, receivedDraft, type Draft, type Sending } from '../forms/draft.js';
import type { Network } from '../gateway/fetch-text.js';
import type { Clock } from '../shared/clock.js';
import { sendBy } from './send-by.js';
import { DraftLock } from './draft-lock.js';
import { openDraftStore, waitingProcedures, type DraftStore } from './draft-store.js';
import type { Sender, SendState } from './sender.js';

/** A submission of another procedure that was begun on this computer. */
export interface OutboxItem {
  readonly procedure: string;
  readonly state: SendState;
}

/**
 * Goes on sending what was begun on another page of this site and could not be sent: whoever filled in two forms
 * without a network need not open both again. On one's own computer only; each is sent by one tab.
 */
export class Outbox {
  items: readonly OutboxItem[] = [];
  readonly #stops: (() => void)[] = [];
  #isRunning = true;

  constructor(
    private readonly network: Network,
    private readonly clock: Clock,
    private readonly onChange: () => void,
  ) {}

  /** @param here procedure that is open in this page, and sent from there */
  async start(here: string): Promise<void> {
    const procedures = await waitingProcedures();
    await Promise.all(procedures.filter((one) => one !== here).map((one) => this.#take(one)));
  }

  stop(): void {
    this.#isRunning = false;
    for (const stop of this.#stops) stop();
    this.#stops.length = 0;
  }

  async #take(procedure: string): Promise<void> {
    const store = await openDraftStore(procedure, 'own', () => this.clock().getTime());
    if (!store) return;
    const running: { sender?: Sender } = {};
    // Somebody opens it in another tab: that one sends it, also where this one was too slow to let go.
    const stop = () => running.sender?.stop();
    const lock = new DraftLock(
      store.id,
      () => Promise.resolve(stop()),
      () => {
        stop();
        this.#is(procedure, undefined);
      },
    );
    const letGo = () => {
      stop();
      void lock.release();
    };
    this.#stops.push(letGo);
    const draft = (await lock.take()) ? await store.read() : undefined;
    if (typeof draft !== 'object' || !draft.sending || !isOnItsWay(draft) || !this.#isRunning) return letGo();
    const { sending } = draft;
    running.sender = sendBy(this.network, sending, true, {
      bytesOf: (id) => store.readFile(id),
      onChange: (state) => {
        this.#is(procedure, state);
        if (state.stage === 'received') void keepReceipt(store, draft, sending, state).then(letGo);
      },
    });
  }

  #is(procedure: string, state: SendState | undefined): void {
    const others = this.items.filter((item) => item.procedure !== procedure);
    this.items = state ? [...others, { procedure, state }] : others;
    this.onChange();
  }
}

async function keepReceipt(
  store: DraftStore,
  draft: Draft,
  sending: Sending,
  { receipt }: Extract<SendState, { stage: 'received' }>,
): Promise<void> {
  await store.write(receivedDraft(draft, sending, receipt));
  await Promise.all(draft.files.map(({ id }) => store.removeFile(id)));
}
