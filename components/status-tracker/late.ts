import { html, nothing } from 'lit';
import type { Acting } from './acting.js';
import { renderHistory } from './history.js';
import type { BegunSupplement } from '../../src/ui/begun-supplements.js';
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
  readonly #more: MorePart;
  readonly #resumed: Promise<boolean>;
  #isClosed = false;
  #hasLooked = false;
  /** What was typed on an earlier visit for what is asked no more. */
  #left: BegunSupplement | undefined;

  constructor(private readonly host: TrackerHost) {
    this.#more = new MorePart(host, async () => {
      this.#left = undefined;
      return this.#acting.parts?.forgetTyped();
    });
    this.#acting = new LateLoader(
      host.i18n,
      async () => {
        const { Acting: Parts, form, formLate, trackerActs, trackerRare } = await import('./acting.js');
        // Its own words go before those of a form, which have some of the same keys.
        await Promise.all([trackerActs, trackerRare, formLate, form].map((words) => host.i18n.use(words)));
        return () => {
          const parts = new Parts(host);
          const left = this.#left;
          if (left && host.view().panel === 'supplement') parts.leave(left);
          // Whoever wanted something else meanwhile has that, and is told once it is closed.
          else if (left) this.#putOff();
          return parts;
        };
      },
      () => {
        host.requestUpdate();
        // Nobody pressed for what is left: whether anybody is brought to it is for what says it.
        if (!this.#left) void host.focus('#panel');
      },
    );
    const tracker = (host.root() as ShadowRoot).host as unknown as ReadHost;
    offerReadAloud(tracker, host.i18n, async () => {
      const { readStatusAloud } = await import('./status-aloud.js');
      return { readAloud: readStatusAloud(() => this.host.view().device) };
    });
    this.#resumed = this.#resume();
  }

  /** Asks what became of what was sent before the page was loaded anew; gives whether there was anything. */
  async #resume(): Promise<boolean> {
    const { tracking } = this.host;
    const open = await tracking.openActs().catch(() => []);
    const [first] = open;
    if (!first) return false;
    // What was known on an earlier visit does not tell what is asked for now.
    if (tracking.isAsking) await tracking.look();
    const acting = await this.#opened(first.act.kind);
    for (const one of open) void acting?.resume(one);
    return true;
  }

  /** Whoever typed something on an earlier visit for what is asked no more is told; it stays until it is shown. */
  async #leave(): Promise<void> {
    const { host } = this;
    const code = host.tracking.told?.code ?? '';
    if (await this.#resumed) return;
    const begun = await import('../../src/ui/begun-supplements.js')
      .then(({ openBegunSupplements }) =>
        openBegunSupplements(host.view().device, () => host.clock().getTime()),
      )
      .catch(() => undefined);
    const found = await begun?.find({ gateway: host.gateway(), code, askedAt: undefined });
    if (!found || this.#isClosed) return;
    // Something was opened meanwhile: once that is closed.
    if ((host.view().panel ?? 'supplement') !== 'supplement') return this.#putOff();
    this.#left = found;
    const { parts } = this.#acting;
    if (parts) parts.leave(found);
    else host.show('supplement');
  }

  #putOff(): void {
    this.#left = undefined;
    this.#hasLooked = false;
  }

  async #opened(panel: Panel): Promise<Acting | undefined> {
    if (this.#isClosed) return undefined;
    this.host.view().onPanel(panel);
    this.#acting.need();
    return this.#acting.arrived.then(() => (this.#isClosed ? undefined : this.#acting.parts));
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
    const { told } = situation;
    // Whoever sees only how far it is, or what was known once, learns nothing of what is asked for now.
    const isOver = told.level === 1 && !view.tracking.isOld && told.asks?.kind !== 'supplement';
    // A supplement that is open says it by itself; whoever is at something else is told once that is closed.
    if (isOver && !this.#hasLooked && (!view.panel || view.panel === 'supplement')) {
      this.#hasLooked = true;
      if (!view.panel || !this.#acting.parts) void this.#leave();
    }
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
