import type { Sending } from '../forms/draft.js';
import type { FormGateway, Paid } from '../gateway/form-gateway.js';

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
    if (paid.kind === 'payment' || this.said?.kind !== 'payment') this.said = paid;
    if (paid.kind === 'payment' && !sending.isPaying) this.options.onOpened({ ...sending, isPaying: true });
    return paid;
  }
}
