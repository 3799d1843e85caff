import { html, nothing } from 'lit';
import type { BegunSupplement } from '../../src/ui/begun-supplements.js';
import { warningIcon } from '../../src/ui/form-icons.js';
import type { OpenAct } from '../../src/ui/open-acts.js';
import { ActsPart } from './acts.js';
import { Begun } from './begun.js';
import type { TrackerHost } from './late-host.js';
import { PayTrackedPart } from './pay-tracked.js';
import { LateLoader } from './late-loader.js';
import type { ReadPanels } from './read-panels.js';
import { ScanReceiptPart } from './scan-receipt.js';
import { SupplementPart } from './supplement.js';
import type { Situation } from './view.js';

export { form } from '../../src/i18n/namespaces/form.js';
export { formLate } from '../../src/i18n/namespaces/form-late.js';
export { trackerActs } from '../../src/i18n/namespaces/tracker-acts.js';
export { trackerRare } from '../../src/i18n/namespaces/tracker-rare.js';

type UnheardPanel = 'supplement' | ActsPart['unheard'][number];

/** What is done with a dossier, fetched once somebody opens it: whoever only looks how far it is needs none of it. */
export class Acting {
  readonly #acts: ActsPart;
  readonly #begun: Begun;
  readonly #pay: PayTrackedPart;
  readonly #read: LateLoader<ReadPanels>;
  readonly #scan: ScanReceiptPart;
  readonly #supplement: SupplementPart;

  constructor(private readonly host: TrackerHost) {
    this.#begun = new Begun(host);
    this.#acts = new ActsPart(host);
    this.#pay = new PayTrackedPart(host);
    this.#read = new LateLoader(
      host.i18n,
      async () => {
        const { ReadPanels: Panels } = await import('./read-panels.js');
        return () => new Panels(host);
      },
      () => {
        host.requestUpdate();
        void host.focus('#panel');
      },
    );
    this.#scan = new ScanReceiptPart(host);
    this.#supplement = new SupplementPart(host, this.#begun);
    void this.#supplement.recall();
  }

  /** Goes on with an act that was sent before the page was loaded anew. */
  resume(open: OpenAct): Promise<void> {
    return (open.act.kind === 'supplement' ? this.#supplement : this.#acts).resume(open);
  }

  /** Says what was typed on an earlier visit for a request that is over. */
  leave(found: BegunSupplement): void {
    this.#supplement.leave(found);
  }

  /** Nobody wants what was typed any more. */
  forgetTyped(): Promise<unknown> {
    return this.#begun.drop();
  }

  /** Resolves once what was typed last is on the disk. */
  close(): Promise<unknown> {
    this.#scan.close();
    this.#acts.close();
    return this.#supplement.close();
  }

  /** What was opened by the button of the one thing to do. */
  renderPanel(situation: Situation): unknown {
    switch (this.host.view().panel) {
      case 'supplement':
        return this.#supplement.render(situation);
      case 'pay':
        return this.#pay.render(situation);
      case 'result':
        return this.#renderRead((panels) => panels.renderResult(situation));
      case 'lateness':
        return situation.isLate ? this.#renderRead((panels) => panels.renderLateness(situation)) : nothing;
      default:
        return nothing;
    }
  }

  #renderRead(render: (panels: ReadPanels) => unknown): unknown {
    return this.#read.render(
      render,
      () => html`<p class="busy" role="status">${this.host.i18n.t('opening')}</p>`,
    );
  }

  /** What was opened among all that can be done besides. */
  renderOwn = (): unknown => {
    // Its own panel may be closed while a look tells that it came.
    this.#supplement.settle();
    return html`${this.#acts.render()} ${this.#unheard.map((one) => this.#renderUnheard(one))}`;
  };

  /** What was sent and not heard of, but what is open: each is told, one is shown at a time. */
  get #unheard(): readonly UnheardPanel[] {
    const { panel } = this.host.view();
    const own = this.#acts.unheard;
    const all: readonly UnheardPanel[] = this.#supplement.isUnheard ? ['supplement', ...own] : own;
    return all.filter((one) => one !== panel);
  }

  #renderUnheard(panel: UnheardPanel): unknown {
    const { i18n, view, focus } = this.host;
    const act = i18n.t(panel);
    const open = () => {
      view().onPanel(panel);
      void focus('#panel');
    };
    return html`<div class="warning">
      ${warningIcon()}
      <div>
        <p>${i18n.t('unfinished', { act })}</p>
        <p class="actions">
          <button type="button" class="button" @click=${open}>${i18n.t('unfinished.open', { act })}</button>
        </p>
      </div>
    </div>`;
  }

  renderScan = (): unknown => this.#scan.render();
}
