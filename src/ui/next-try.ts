import { pauseBefore } from '../forms/resend-plan.js';

/**
 * Waits for the next try of what a line broke: longer each time, and no longer than until the network or the person is
 * back.
 */
export class NextTry {
  /** How many tries failed. */
  failed = 0;
  #waiting: AbortController | undefined;

  /** @param retry tries once more, and begins with `stop` */
  constructor(private readonly retry: () => void) {}

  /** @param retryAfterMs milliseconds that the other side asks for */
  wait(retryAfterMs?: number): void {
    this.stop();
    this.failed += 1;
    const { retry } = this;
    const { signal } = (this.#waiting = new AbortController());
    const timer = setTimeout(retry, pauseBefore(this.failed, Math.random(), retryAfterMs));
    signal.onabort = () => clearTimeout(timer);
    window.addEventListener('online', retry, { signal });
    const seen = () => document.visibilityState === 'visible' && retry();
    document.addEventListener('visibilitychange', seen, { signal });
  }

  stop(): void {
    this.#waiting?.abort();
  }
}
