import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';

/** Milliseconds without a change before it is read out: whoever types hears one answer, not one for each key. */
const QUIET_MS = 1000;

/**
 * What a screen reader is told of the results: how many, and the first, so that other results sound other even where
 * there are as many.
 */
export class SpokenStatus implements ReactiveController {
  #told: readonly string[] = [];
  #next = '';
  #timer: number | undefined;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostUpdated(): void {
    const root = this.host.shadowRoot;
    const told = ['.status', '.card .heading, .way'].map(
      (selector) => root?.querySelector(selector)?.textContent.trim() ?? '',
    );
    const next = told.join('\n');
    if (next === this.#next) return;
    this.#next = next;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#told = told;
      this.host.requestUpdate();
    }, QUIET_MS);
  }

  hostDisconnected(): void {
    window.clearTimeout(this.#timer);
    this.#next = '';
  }

  render(): TemplateResult {
    const [status, first] = this.#told;
    return html`<p class="visually-hidden" role="status">${status} <span lang="vi">${first}</span></p>`;
  }
}
