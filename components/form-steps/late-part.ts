import { nothing } from 'lit';
import type { LateHost } from './late-host.js';
import { renderMissing } from './missing.js';

/**
 * A part whose code comes once it is to be shown. A host that can says aloud that it is coming: so do those that somebody
 * opened, and not those that a step shows below what it says itself.
 */
export class LatePart<Part> {
  #part: Part | undefined;
  #isMissing = false;
  #isLoading = false;

  constructor(
    private readonly host: Pick<LateHost, 'i18n' | 'requestUpdate'> & Partial<Pick<LateHost, 'announce'>>,
    private readonly load: () => Promise<Part>,
    private readonly onCome?: () => void,
  ) {}

  /** The part, where it is there. */
  get part(): Part | undefined {
    return this.#part;
  }

  render(show: (part: Part) => unknown): unknown {
    if (this.#part) return show(this.#part);
    if (this.#isMissing) return renderMissing(this.host.i18n, () => this.#again());
    if (!this.#isLoading) void this.#fetch();
    return nothing;
  }

  async #fetch(): Promise<void> {
    this.#isLoading = true;
    const coming = this.load().catch(() => undefined);
    // Not while it is rendered, which this is called from.
    await Promise.resolve();
    this.host.announce?.(this.host.i18n.t('late-loading'));
    this.#part = await coming;
    this.host.announce?.('');
    this.#isMissing = this.#part === undefined;
    this.#isLoading = false;
    this.host.requestUpdate();
    if (this.#part) this.onCome?.();
  }

  #again(): void {
    this.#isMissing = false;
    this.host.requestUpdate();
  }
}
