/** Tells other tabs what happens to a draft; an id and a word, never a part of it. */
interface LockMessage {
  readonly id: string;
  readonly act: 'hand-over';
}

/** How long the other tab has to write down its last letters, in milliseconds. */
const HAND_OVER_MS = 1500;

/** How long a page that is being left may hold on to it, in milliseconds. */
const TAKE_MS = 300;

/**
 * Sees to it that a draft is written by one tab at a time. Web Locks where there are any; where there are none, the
 * store tells a tab that another one wrote.
 */
export class DraftLock {
  #release: (() => void) | undefined;
  #isOver = false;
  /** Settles once the browser has given the lock to the next one. */
  #held: Promise<unknown> = Promise.resolve();
  #channel: BroadcastChannel | undefined;

  /**
   * @param onHandOver writes down what is not yet, and resolves; another tab goes on from there
   * @param onLost the draft belongs to another tab now
   */
  constructor(
    private readonly id: string,
    private readonly onHandOver: () => Promise<void>,
    private readonly onLost: () => void,
  ) {}

  /** Whether the draft is this tab's now. A page that is just being left has a moment to let go of it. */
  async take(): Promise<boolean> {
    this.#listen();
    return this.#request({ signal: AbortSignal.timeout(TAKE_MS) });
  }

  /** Asks the other tab to let go, and takes the draft; a tab that does not answer loses it. */
  async takeOver(): Promise<void> {
    this.#listen();
    this.#channel?.postMessage({ id: this.id, act: 'hand-over' } satisfies LockMessage);
    const signal = AbortSignal.timeout(HAND_OVER_MS);
    const isOurs = await this.#request({ signal });
    if (!isOurs && !this.#isOver) await this.#request({ steal: true });
  }

  /** Lets go for good; resolves once the next one can have it. */
  async release(): Promise<void> {
    this.#isOver = true;
    this.#channel?.close();
    this.#channel = undefined;
    this.#letGo();
    await this.#held;
  }

  #letGo(): void {
    this.#release?.();
    this.#release = undefined;
  }

  #listen(): void {
    if (this.#channel || !('BroadcastChannel' in globalThis)) return;
    this.#channel = new BroadcastChannel('dvc-draft-locks');
    this.#channel.onmessage = ({ data }: MessageEvent<LockMessage>) => {
      if (data.id === this.id && this.#release) void this.#handOver();
    };
  }

  async #handOver(): Promise<void> {
    await this.onHandOver();
    this.#letGo();
    this.onLost();
  }

  /** Resolves once it is known whether the lock is ours; holds it until it is let go. */
  #request(options: LockOptions): Promise<boolean> {
    if (!('locks' in navigator)) return Promise.resolve(true);
    return new Promise((resolve) => {
      this.#held = navigator.locks
        .request(`dvc-draft:${this.id}`, options, (lock) => {
          // It may come when nobody wants it any more.
          const isOurs = lock !== null && !this.#isOver;
          resolve(isOurs);
          return isOurs ? new Promise<void>((release) => (this.#release = release)) : undefined;
        })
        .catch(() => {
          // Waited in vain, or stolen by another tab.
          resolve(false);
          if (!this.#release) return;
          this.#release = undefined;
          this.onLost();
        });
    });
  }
}
