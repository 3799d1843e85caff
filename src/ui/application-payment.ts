import type { Sending } from '../forms/draft.js';
import { knownAfter, type FormGateway, type Paid } from '../gateway/form-gateway.js';

interface PaymentOptions {
  /** What is paid for. */
  readonly sending: () => Sending | undefined;
  readonly gateway: () => Promise<FormGateway>;
  /** A payment is open there now; that must outlive the page. */
  readonly onOpened: (sending: Sending) => void;
}

/** The payment of one application, as the receiving system tells it. */
export class ApplicationPayment {
  /** What it said last, if it was asked. */
  said: Paid | undefined;

  constructor(private readonly options: PaymentOptions) {}

  /** Opens it, or asks how it stands. A question that failed undoes nothing. */
  async ask(act: 'open' | 'ask'): Promise<Paid | undefined> {
    const id = this.options.sending()?.id;
    if (id === undefined) return undefined;
    const paid = await (await this.options.gateway()).payment(id, act);
    const sending = this.options.sending();
    // Another application may be in view by now.
    if (sending?.id !== id) return undefined;
    this.said = knownAfter(this.said, paid, act);
    if (paid.kind === 'payment' && !sending.isPaying) this.options.onOpened({ ...sending, isPaying: true });
    return paid;
  }
}
