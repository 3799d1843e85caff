import type { ReactiveControllerHost, TemplateResult } from 'lit';
import { renderRefusal } from '../../src/ui/refusal.js';

/** Code that most people never need, fetched when it is wanted, and again where it could not be had. */
export class LateCode {
  #again: (() => void) | undefined;

  constructor(private readonly host: ReactiveControllerHost) {}

  async need(part: () => Promise<unknown>): Promise<void> {
    this.#again = undefined;
    try {
      await part();
    } catch {
      const again = () => void (this.#again === again && this.need(part));
      this.#again = again;
      // Nobody has to press for what the network brings by itself.
      addEventListener('online', again, { once: true });
    }
    this.host.requestUpdate();
  }

  /** In place of what it would show; undefined where nothing is missing. */
  render(i18n: Parameters<typeof renderRefusal>[0]): TemplateResult | undefined {
    const problem = { code: navigator.onLine ? 'timeout' : 'offline' };
    return this.#again && renderRefusal(i18n, { status: 'refused', problem, retry: this.#again });
  }
}
