import { html, nothing } from 'lit';
import { createFormGateway, knownAfter, type Paid } from '../../src/gateway/form-gateway.js';
import { renderHeading } from '../../src/ui/heading.js';
import { PayPart } from '../../src/ui/pay-part.js';
import type { Told } from '../../src/ui/tracking-options.js';
import { atCounter } from './at-counter.js';
import { takesMoney } from './head.js';
import type { TrackerHost } from './late-host.js';
import type { Situation } from './view.js';

/** Paying what the office asks for: payee, amount and purpose come from the receiving system alone. */
export class PayTrackedPart {
  readonly #pay: PayPart;
  #paid: Paid | undefined;
  /** What the dossier told when that was answered. */
  #paidWith: Told | undefined;

  constructor(private readonly host: TrackerHost) {
    const paid = () => this.#paid ?? this.#told();
    this.#pay = new PayPart({
      i18n: host.i18n,
      requestUpdate: host.requestUpdate,
      announce: host.announce,
      now: host.now,
      application: {
        payment: {
          get said() {
            return paid();
          },
          ask: (act) => this.#ask(act),
        },
        get sending() {
          return { to: host.gateway() };
        },
      },
    });
  }

  #told(): Extract<Paid, { kind: 'payment' }> | undefined {
    const { told } = this.host.tracking;
    const payment = told?.level === 1 ? told.payment : undefined;
    return payment && { kind: 'payment', payment };
  }

  async #ask(act: 'open' | 'ask'): Promise<Paid | undefined> {
    const { tracking } = this.host;
    const { told, knock } = tracking;
    if (told?.level !== 1) return undefined;
    const paid = await createFormGateway(this.host.gateway(), this.host.network()).payment(
      told.submission,
      act,
    );
    // Another dossier may be open by now.
    if (tracking.knock !== knock) return undefined;
    this.#paid = knownAfter(this.#paid ?? this.#told(), paid, act);
    this.#paidWith = tracking.told;
    void this.host.stay('#panel');
    // Once it is paid, the dossier goes on; a look that is under way may have begun before.
    if (paid.kind === 'payment' && paid.payment.state === 'paid') {
      await tracking.look();
      if (this.#told()?.payment.state !== 'paid') await tracking.look();
    }
    return paid;
  }

  render({ told, next }: Situation): unknown {
    const { i18n } = this.host;
    // What the dossier tells since goes before an older answer: it may be paid at the counter, or not owed any more.
    if (told !== this.#paidWith && (this.#told() || next !== 'pay')) this.#paid = undefined;
    if (!this.#paid && !this.#told() && next !== 'pay') return nothing;
    return html`<section class="panel" id="panel" tabindex="-1">
      ${renderHeading(this.host.view().headingLevel + 1, i18n.t('pay'), 'part-title')} ${this.#pay.render()}
      ${next === 'pay' && takesMoney(told) ? atCounter(i18n, told) : nothing}
    </section>`;
  }
}
