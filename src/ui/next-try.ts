import { pauseBefore } from '../forms/resend-plan.js';

/**
 * Waits for the next try of what a line broke: longer each time, and no longer than until the network or the person is
 * back.
 */
export class NextTry {
  /** How many tries failed. */
  failed = 0;
  #waiting: AbortController | undefined;

  /** @param retry tries once more; it is not waited for any more then */
  constructor(private readonly retry: () => void) {}

  /** @param retryAfterMs milliseconds that the other side asks for */
  wait(retryAfterMs?: number): void {
    this.stop();
    this.failed += 1;
    const { signal } = (this.#waiting = new AbortController());
    const tryNow = () => {
      this.stop();
      this.retry();
    };
    const timer = setTimeout(tryNow, pauseBefore(this.failed, Math.random(), retryAfterMs));
    signal.addEventListener('abort', () => clearTimeout(timer));
    window.addEventListener('online', tryNow, { signal });
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && tryNow(), { signal });
  }

  stop(): void {
    this.#waiting?.abort();
  }
}
