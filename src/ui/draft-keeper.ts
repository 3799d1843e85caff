import type { Draft } from '../forms/draft.js';
import { DraftLock } from './draft-lock.js';
import { openDraftStore, type Device, type DraftStore } from './draft-store.js';

/** Longest time between a key and its being written down, in milliseconds; what the disk takes comes on top. */
const WRITE_WITHIN_MS = 100;
/** Time until it is tried again where the browser did not keep it, in milliseconds; each time twice as long. */
const AGAIN_AFTER_MS = 4000;
const LONGEST_MS = 60_000;
/** A sign of life is written down no more often, in milliseconds: whoever reads presses many keys. */
export const SIGN_MS = 60_000;

export type KeepState =
  /** Nothing was written yet. */
  | 'empty'
  | 'saved'
  /** The browser keeps nothing: all of it is gone with the page. */
  | 'memory'
  /** Another tab has it. */
  | 'elsewhere';

const nowhere = (): Promise<undefined> => Promise.resolve(undefined);

/** Writes a draft down while it changes: newest state only, one write at a time. */
export class DraftKeeper {
  state: KeepState = 'empty';
  savedAt: number | undefined;
  #store: DraftStore | undefined;
  #lock: DraftLock | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: Draft | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;
  #againAfter = AGAIN_AFTER_MS;
  /** The last write that was begun, and the one that comes after it with the newest state. */
  #writing: Promise<void> = Promise.resolve();
  #queued: Promise<void> | undefined;
  #closing: Promise<void> = Promise.resolve();
  #opening: Promise<unknown> = Promise.resolve();
  #find: () => Promise<DraftStore | undefined> = nowhere;
  /** Counts what was opened: while one opens, another may be asked for. */
  #opened = 0;

  constructor(
    private readonly onChange: () => void,
    private readonly now: () => number,
    private readonly sharedMinutes?: () => number,
  ) {}

  /**
   * Opens the draft of a procedure; gives what was kept.
   * @param device undefined where nothing is to be kept: what was opened before is let go of, and stays as it is
   */
  open(procedure: string, device: Device | undefined): Promise<Draft | 'broken' | undefined> {
    this.close();
    const opening = this.#open(procedure, device);
    this.#opening = opening.catch(() => undefined);
    return opening;
  }

  async #open(procedure: string, device: Device | undefined): Promise<Draft | 'broken' | undefined> {
    const opened = this.#opened;
    await this.#closing;
    if (!device) {
      if (opened === this.#opened) this.#leave();
      return undefined;
    }
    this.#find = () => this.#findPlace(procedure, device, opened);
    const store = await this.#find();
    return store && this.#read(store);
  }

  /** Finds the place of a draft, and makes it this tab's; nothing where there is none, or another tab is there. */
  async #findPlace(procedure: string, device: Device, opened: number): Promise<DraftStore | undefined> {
    const store = await openDraftStore(procedure, device, this.now, this.sharedMinutes);
    if (opened !== this.#opened) return undefined;
    this.#store = store;
    if (!store) {
      this.#is('memory');
      return undefined;
    }
    const lock: DraftLock = new DraftLock(
      store.id,
      async () => {
        do await this.flush();
        while (this.#waiting);
      },
      () => {
        if (lock === this.#lock) this.#is('elsewhere');
      },
    );
    this.#lock = lock;
    const isOurs = await lock.take();
    if (opened !== this.#opened) return undefined;
    if (isOurs) return store;
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

  /** Was written so long ago that a sign of life is to be written down. */
  get isOld(): boolean {
    return this.savedAt !== undefined && Math.abs(this.now() - this.savedAt) >= SIGN_MS;
  }

  /** Writes soon. */
  put(draft: Draft): void {
    if (this.state === 'elsewhere') return;
    this.#waiting = draft;
    this.#timer ??= setTimeout(() => void this.flush(), WRITE_WITHIN_MS);
  }

  /** Writes what waits; resolves once it is on the disk, whatever comes after it. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    clearTimeout(this.#again);
    this.#timer = undefined;
    if (this.#waiting && !this.#queued) {
      // What is typed while a place is opened is written there, once it is known what lies in it.
      const opening = this.#opening;
      this.#queued = this.#writing.then(() => {
        this.#queued = undefined;
        this.#writing = opening.then(() => this.#write());
        return this.#writing;
      });
    }
    await (this.#queued ?? this.#writing);
  }

  async #write(): Promise<void> {
    const draft = this.#waiting;
    const opened = this.#opened;
    this.#waiting = undefined;
    // Letters that came after the draft went to another tab are not in what that tab goes on with.
    if (!draft || this.state === 'elsewhere') return;
    // A browser that did not answer when it was asked may do so now.
    const store = this.#store ?? (await this.#find());
    const state = await store?.write(draft);
    if (state === 'saved') {
      this.savedAt = draft.savedAt;
      this.#againAfter = AGAIN_AFTER_MS;
    }
    // Where no place was found, it was said why.
    if (state) this.#is(state);
    // A disk that was busy for a moment leaves nobody without a draft until they type the next letter.
    if (state === 'memory') {
      this.#again = setTimeout(() => {
        if (opened !== this.#opened) return;
        this.#waiting ??= draft;
        void this.flush();
      }, this.#againAfter);
      this.#againAfter = Math.min(this.#againAfter * 2, LONGEST_MS);
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
    this.#leave();
    await store?.remove(files);
    this.#waiting = undefined;
    this.close();
  }

  /** Is at no place, and finds none by itself. */
  #leave(): void {
    this.#store = undefined;
    this.#find = nowhere;
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
