import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { linkTo } from '../../src/ui/link-template.js';
import type { Sheet } from './sheet.js';

export interface ShareHost extends ReactiveControllerHost, HTMLElement {
  /** Address of the page with poster and leaflet, with `{code}`. */
  readonly outreachUrl: string | undefined;
}

/** The way to hand a sheet on. What it takes is fetched when it is asked for. */
export class ShareController {
  /** What a press came to, by address. */
  readonly #told: Record<string, unknown> = {};

  constructor(readonly host: ShareHost) {}

  /** @param address that a phone can open; without one there is nothing to share */
  render(sheet: Sheet, address: string | undefined): TemplateResult | undefined {
    if (!address) return undefined;
    const outreach = linkTo(this.host.outreachUrl, sheet.procedure.code);
    return html`<div class="actions no-print">
      <button type="button" class="button" @click=${() => this.#press(sheet, address)}>
        ${sheet.i18n.t('share')}
      </button>
      ${outreach ? html`<a class="button" href=${outreach}>${sheet.i18n.t('outreach')}</a>` : undefined}
      <p class="why" role="status">${this.#told[address]}</p>
    </div>`;
  }

  /** Shows what it came to; resolves once that is there. */
  tell(address: string, view: unknown): Promise<boolean> {
    this.#told[address] = view;
    this.host.requestUpdate();
    return this.host.updateComplete;
  }

  #press(sheet: Sheet, address: string): Promise<unknown> {
    return import('./share.js').then(
      ({ share }) => share(this, sheet, address),
      // Without a network the address in letters has to do.
      () => this.tell(address, address),
    );
  }
}
