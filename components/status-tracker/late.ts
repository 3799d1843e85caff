import { html } from 'lit';
import { ActsPart } from './acts.js';
import { renderHistory } from './history.js';
import type { TrackerHost } from './late-host.js';
import { renderLateness } from './lateness.js';
import { MorePart } from './more.js';
import { PayTrackedPart } from './pay-tracked.js';
import { ResultPart } from './result.js';
import { ScanReceiptPart } from './scan-receipt.js';
import { offerReadAloud, type ReadHost } from '../../src/ui/offer-read-aloud.js';
import { unfoldToPrint } from '../../src/ui/unfold-to-print.js';
import { renderSum } from './sum.js';
import { SupplementPart } from './supplement.js';
import type { RestParts, Situation } from './view.js';

export { form } from '../../src/i18n/namespaces/form.js';
export { formLate } from '../../src/i18n/namespaces/form-late.js';
export { trackerLate } from '../../src/i18n/namespaces/tracker-late.js';

/** Everything below the steps: what is done with a dossier, and what has been; one file, fetched once one was found. */
export class LateParts implements RestParts {
  readonly #acts: ActsPart;
  readonly #more: MorePart;
  readonly #pay: PayTrackedPart;
  readonly #result: ResultPart;
  readonly #scan: ScanReceiptPart;
  readonly #supplement: SupplementPart;
  readonly #unfolding: () => void;
  #isClosed = false;

  constructor(private readonly host: TrackerHost) {
    this.#acts = new ActsPart(host);
    this.#pay = new PayTrackedPart(host);
    this.#result = new ResultPart(host);
    this.#scan = new ScanReceiptPart(host);
    this.#supplement = new SupplementPart(host);
    this.#more = new MorePart(host, () => this.#supplement.drop());
    this.#unfolding = unfoldToPrint(host.root);
    const tracker = (host.root() as ShadowRoot).host as unknown as ReadHost;
    offerReadAloud(tracker, host.i18n, async () => {
      const { readStatusAloud } = await import('./status-aloud.js');
      return { readAloud: readStatusAloud(() => this.host.view().device) };
    });
    void this.#supplement.recall();
    void this.#resume();
  }

  /** Asks what became of an act that was sent before the page was loaded anew. */
  async #resume(): Promise<void> {
    const act = await this.host.tracking.openAct().catch(() => undefined);
    if (!act || this.#isClosed) return;
    this.host.view().onPanel(act.kind);
    await (act.kind === 'supplement' ? this.#supplement : this.#acts).resume(act);
  }

  /** Lets go of what is open: nothing of one dossier comes into the next. */
  close(): void {
    this.#isClosed = true;
    this.#unfolding();
    this.#scan.close();
    this.#supplement.close();
  }

  renderPanel(situation: Situation): unknown {
    switch (this.host.view().panel) {
      case 'supplement':
        return this.#supplement.render(situation);
      case 'pay':
        return this.#pay.render();
      case 'result':
        return this.#result.render(situation);
      case 'lateness':
        return situation.isLate ? renderLateness(this.host, situation) : '';
      default:
        return '';
    }
  }

  renderRest(situation: Situation): unknown {
    return html`${renderSum(this.host.view(), situation)} ${renderHistory(this.host.view(), situation)}
    ${this.#more.render(situation, this.#acts.render())}`;
  }

  renderScan = (): unknown => this.#scan.render();
}
