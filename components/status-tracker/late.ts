import { html, nothing } from 'lit';
import type { Acting } from './acting.js';
import { Begun } from './begun.js';
import { renderHistory } from './history.js';
import type { TrackerHost } from './late-host.js';
import { LateLoader } from './late-loader.js';
import { MorePart } from './more.js';
import { offerReadAloud, type ReadHost } from '../../src/ui/offer-read-aloud.js';
import { renderSum } from './sum.js';
import { unfolded } from './unfolded.js';
import type { Panel, RestParts, Situation } from './view.js';

export { trackerLate } from '../../src/i18n/namespaces/tracker-late.js';

const OWN_PANELS: readonly (Panel | undefined)[] = ['deliver', 'withdraw', 'rate'];

/** Everything below the steps: how the date came about, what has been done, and the buttons of what can be done besides. */
export class LateParts implements RestParts {
  readonly #acting: LateLoader<Acting>;
  readonly #begun: Begun;
  readonly #more: MorePart;
  #isClosed = false;

  constructor(private readonly host: TrackerHost) {
    this.#begun = new Begun(host);
    this.#more = new MorePart(host, () => this.#begun.drop());
    this.#acting = new LateLoader(
      host.i18n,
      async () => {
        const { Acting: Parts, form, formLate, trackerActs, trackerRare } = await import('./acting.js');
        // Its own words go before those of a form, which have some of the same keys.
        await Promise.all([trackerActs, trackerRare, formLate, form].map((words) => host.i18n.use(words)));
        return () => new Parts(host, this.#begun);
      },
      () => {
        host.requestUpdate();
        void host.focus('#panel');
      },
    );
    // What was typed for what is asked no more goes, whether or not anything is opened.
    void this.#begun.tidy();
    const tracker = (host.root() as ShadowRoot).host as unknown as ReadHost;
    offerReadAloud(tracker, host.i18n, async () => {
      const { readStatusAloud } = await import('./status-aloud.js');
      return { readAloud: readStatusAloud(() => this.host.view().device) };
    });
    void this.#resume();
  }

  /** Asks what became of an act that was sent before the page was loaded anew. */
  async #resume(): Promise<void> {
    const act = await this.host.tracking.openAct().catch(() => undefined);
    if (!act || this.#isClosed) return;
    this.host.view().onPanel(act.kind);
    this.#acting.need();
    const acting = await this.#acting.arrived.then(() => (this.#isClosed ? undefined : this.#acting.parts));
    await acting?.resume(act);
  }

  /** Lets go of what is open: nothing of one dossier comes into the next. Resolves once nothing is written any more. */
  close(): Promise<unknown> {
    this.#isClosed = true;
    return this.#acting.close();
  }

  #render(render: (acting: Acting) => unknown): unknown {
    return this.#acting.render(
      render,
      () => html`<p class="busy" role="status">${this.host.i18n.t('opening')}</p>`,
    );
  }

  renderPanel(situation: Situation): unknown {
    const { panel } = this.host.view();
    if (panel === undefined || OWN_PANELS.includes(panel)) return nothing;
    return this.#render((acting) => acting.renderPanel(situation));
  }

  renderRest(situation: Situation): unknown {
    const view = this.host.view();
    return html`${renderSum(view, situation)} ${renderHistory(view, situation)}
    ${this.#more.render(situation, this.#renderOwn())} ${unfolded(this.host.root)}`;
  }

  #renderOwn(): unknown {
    if (OWN_PANELS.includes(this.host.view().panel)) return this.#render((acting) => acting.renderOwn());
    // What is closed begins anew once it is opened again.
    return this.#acting.parts?.renderOwn() ?? nothing;
  }

  renderScan = (): unknown => this.#render((acting) => acting.renderScan());
}
