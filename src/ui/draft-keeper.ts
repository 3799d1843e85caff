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

/** Writes a draft down while it changes: newest state only, at most one write at a time. */
export class DraftKeeper {
  state: KeepState = 'empty';
  savedAt: number | undefined;
  #store: DraftStore | undefined;
  #lock: DraftLock | undefined;
  /** Which opening counts: a later one, or a closing, makes one that is still on its way void. */
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: Draft | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly onChange: () => void,
    private readonly now: () => number,
  ) {}

  /** Opens the draft of a procedure; gives what was kept. */
  async open(procedure: string, device: Device): Promise<Draft | 'broken' | undefined> {
    this.close();
    const turn = ++this.#turn;
    const store = await openDraftStore(procedure, device, this.now);
    if (turn !== this.#turn) return undefined;
    this.#store = store;
    if (!store) {
      this.#is('memory');
      return undefined;
    }
    this.#lock = new DraftLock(
      store.id,
      () => this.flush(),
      () => this.#is('elsewhere'),
    );
    if (!(await this.#lock.take())) {
      this.#is('elsewhere');
      return undefined;
    }
    return this.#read();
  }

  /** Goes on here with what another tab has. */
  async takeOver(): Promise<Draft | 'broken' | undefined> {
    await this.#lock?.takeOver();
    return this.#read();
  }

  async #read(): Promise<Draft | 'broken' | undefined> {
    const draft = await this.#store?.read();
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
    const draft = this.#waiting;
    this.#waiting = undefined;
    if (draft) this.#writing = this.#writing.then(() => this.#write(draft));
    await this.#writing;
  }

  async #write(draft: Draft): Promise<void> {
    const isKept = (await this.#store?.write(draft)) ?? false;
    if (isKept) this.savedAt = draft.savedAt;
    this.#is(isKept ? 'saved' : 'memory');
  }

  /** The place itself, for the bytes of files. */
  get store(): DraftStore | undefined {
    return this.#store;
  }

  /** Forgets the draft, and these of its files, for good. */
  async remove(files: readonly string[]): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = undefined;
    await this.#writing;
    await this.#store?.remove(files);
    this.close();
    this.#store = undefined;
    this.savedAt = undefined;
    this.#is('empty');
  }

  /** Lets go of the draft; what waits is written first, so that whoever opens it next finds all of it. */
  close(): void {
    this.#turn += 1;
    const lock = this.#lock;
    this.#lock = undefined;
    void this.flush().then(() => lock?.release());
  }

  #is(state: KeepState): void {
    if (this.state === state && state !== 'saved') return;
    this.state = state;
    this.onChange();
  }
}
