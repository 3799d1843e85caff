import type { Draft } from '../forms/draft.js';
import { DraftLock } from './draft-lock.js';
import { openDraftStore, type Device, type DraftStore } from './draft-store.js';

/** Longest time between a key and its being written down, in milliseconds; a crash loses no more than this. */
const WRITE_WITHIN_MS = 200;

export type KeepState =
  /** Nothing was written yet. */
  | 'empty'
  | 'saved'
  /** The browser keeps nothing: all of it is gone with the page. */
  | 'memory'
  /** Another tab has it. */
  | 'elsewhere';

/** Writes a draft down while it changes: newest state only, one write at a time. */
export class DraftKeeper {
  state: KeepState = 'empty';
  savedAt: number | undefined;
  #store: DraftStore | undefined;
  #lock: DraftLock | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: Draft | undefined;
  #writing: Promise<void> | undefined;
  #closing: Promise<void> = Promise.resolve();
  /** Counts what was opened: while one opens, another may be asked for. */
  #opened = 0;

  constructor(
    private readonly onChange: () => void,
    private readonly now: () => number,
  ) {}

  /** Opens the draft of a procedure; gives what was kept. */
  async open(procedure: string, device: Device): Promise<Draft | 'broken' | undefined> {
    this.close();
    const opened = this.#opened;
    await this.#closing;
    const store = await openDraftStore(procedure, device, this.now);
    if (opened !== this.#opened) return undefined;
    this.#store = store;
    if (!store) {
      this.#is('memory');
      return undefined;
    }
    const lock: DraftLock = new DraftLock(
      store.id,
      () => this.flush(),
      () => {
        if (lock === this.#lock) this.#is('elsewhere');
      },
    );
    this.#lock = lock;
    const isOurs = await lock.take();
    if (opened !== this.#opened) return undefined;
    if (isOurs) return this.#read(store);
    this.#is('elsewhere');
    return undefined;
  }

  /** Goes on here with what another tab has. */
  async takeOver(): Promise<Draft | 'broken' | undefined> {
    await this.#lock?.takeOver();
    return this.#store && this.#read(this.#store);
  }

  async #read(store: DraftStore): Promise<Draft | 'broken' | undefined> {
    const draft = await store.read();
    if (store !== this.#store) return undefined;
    this.savedAt = typeof draft === 'object' ? draft.savedAt : undefined;
    this.#is(this.savedAt === undefined ? 'empty' : 'saved');
    return draft;
  }

  /** Writes soon. */
  put(draft: Draft): void {
    if (this.state === 'elsewhere') return;
    this.#waiting = draft;
    this.#timer ??= setTimeout(() => void this.flush(), WRITE_WITHIN_MS);
  }

  /** Writes what waits; resolves once it is on the disk. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing ??= this.#writeAll(this.#store).finally(() => (this.#writing = undefined));
    await this.#writing;
  }

  async #writeAll(store: DraftStore | undefined): Promise<void> {
    for (let draft = this.#waiting; draft; draft = this.#waiting) {
      this.#waiting = undefined;
      // Letters that came after the draft went to another tab are not in what that tab goes on with.
      if (this.state === 'elsewhere') return;
      const state = (await store?.write(draft)) ?? 'memory';
      if (state === 'saved') this.savedAt = draft.savedAt;
      this.#is(state);
    }
  }

  /** The place itself, for the bytes of files. */
  get store(): DraftStore | undefined {
    return this.#store;
  }

  /** Forgets the draft, and these of its files, for good. */
  async remove(files: readonly string[]): Promise<void> {
    const store = this.#store;
    this.#waiting = undefined;
    await this.flush();
    // From here on nothing is written there any more, not even what is typed in the meantime.
    this.#store = undefined;
    await store?.remove(files);
    this.#waiting = undefined;
    this.close();
    this.savedAt = undefined;
    this.#is('empty');
  }

  /** Lets go of the draft; what waits is written first, so that whoever opens it next finds all of it. */
  close(): void {
    this.#opened += 1;
    const lock = this.#lock;
    this.#lock = undefined;
    this.#closing = Promise.all([this.#closing, this.flush().then(() => lock?.release())]).then(
      () => undefined,
    );
  }

  #is(state: KeepState): void {
    if (this.state === state && state !== 'saved') return;
    this.state = state;
    this.onChange();
  }
}
