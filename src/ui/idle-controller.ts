import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long a person has, once asked, to say that they are still there, in seconds (WCAG 2.2, 2.2.1). */
export const IDLE_ANSWER_SECONDS = 120;

interface IdleOptions {
  /** Whether there is anything that the next person must not see. */
  readonly isWatched: () => boolean;
  /** Milliseconds without a key or a touch until the person is asked. */
  readonly afterMs: () => number;
  readonly onAsk: () => void;
  /** Somebody is there who is watched for. */
  readonly onSign?: () => void;
  /** Nobody answered. */
  readonly onGone: () => void;
}

/** Notices that nobody is at a shared computer any more. Any sign of life extends the time, as often as needed. */
export class IdleController implements ReactiveController {
  /** The person is being asked whether they are there. */
  isAsking = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly options: IdleOptions,
  ) {
    host.addController(this);
    for (const sign of ['input', 'pointerdown', 'keydown']) host.addEventListener(sign, this.#onSign);
  }

  hostConnected(): void {
    this.#watch();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.isAsking = false;
  }

  /** The person is there. */
  stay(): void {
    this.isAsking = false;
    this.#onSign();
    this.host.requestUpdate();
  }

  readonly #onSign = (): void => {
    if (this.isAsking) return;
    this.#watch();
    if (this.options.isWatched()) this.options.onSign?.();
  };

  #watch(): void {
    clearTimeout(this.#timer);
    if (this.host.isConnected) this.#timer = setTimeout(() => this.#ask(), this.options.afterMs());
  }

  #ask(): void {
    if (!this.options.isWatched()) return this.#watch();
    this.isAsking = true;
    this.#timer = setTimeout(() => {
      this.isAsking = false;
      this.options.onGone();
      this.#watch();
    }, IDLE_ANSWER_SECONDS * 1000);
    this.host.requestUpdate();
    this.options.onAsk();
  }
}
