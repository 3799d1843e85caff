import { pauseBefore } from '../forms/resend-plan.js';

/**
 * Waits for the next try of what a line broke: longer each time, and no longer than until the network or the person is
 * back.
 */
export class NextTry {
  /** How many tries failed. */
  failed = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param retry tries once more; it is not waited for any more then */
  constructor(private readonly retry: () => void) {}

  /** @param retryAfterMs milliseconds that the other side asks for */
  wait(retryAfterMs?: number): void {
    this.stop();
    this.failed += 1;
    window.addEventListener('online', this.#now);
    document.addEventListener('visibilitychange', this.#whenVisible);
    this.#timer = setTimeout(this.#now, pauseBefore(this.failed, Math.random(), retryAfterMs));
  }

  stop(): void {
    clearTimeout(this.#timer);
    window.removeEventListener('online', this.#now);
    document.removeEventListener('visibilitychange', this.#whenVisible);
  }

  readonly #now = (): void => {
    this.stop();
    this.retry();
  };

  readonly #whenVisible = (): void => {
    if (document.visibilityState === 'visible') this.#now();
  };
}
