import { html, nothing, type TemplateResult } from 'lit';
import { vietQr } from '../forms/viet-qr.js';
import type { Payment } from '../gateway/contract.js';
import type { Paid } from '../gateway/form-gateway.js';
import { formatTime } from '../i18n/format-time.js';
import type { formLate } from '../i18n/namespaces/form-late.js';
import { warningIcon } from './form-icons.js';
import { checkIcon, externalIcon, infoIcon } from './icons.js';
import { inVietnamese } from './in-vietnamese.js';
import { printCode } from './print-code.js';
import { renderCode } from './code-picture.js';
import type { LocalizeController } from './localize-controller.js';

/** Whoever has something to pay: an application that was received, or a dossier that is followed. */
export interface PayHost {
  readonly i18n: Pick<LocalizeController<readonly [typeof formLate]>, 't' | 'money' | 'language'>;
  readonly application: {
    readonly payment: {
      /** What the receiving system last said of it. */
      readonly said: Paid | undefined;
      ask(act: 'open' | 'ask'): Promise<Paid | undefined>;
    };
    readonly sending:
      | {
          /** Address of the receiving system. */
          readonly to: string;
          /** A payment was opened before. */
          readonly isPaying?: boolean | undefined;
          readonly receipt?: { readonly fee?: { readonly total: number } | undefined } | undefined;
        }
      | undefined;
  };
  readonly requestUpdate: () => void;
  readonly announce: (words: string) => void;
  readonly now: () => Date;
}

/**
 * Paying what the receiving system fixed: payee, amount and purpose come from its answer alone. It is "waiting" until
 * that system says that the money came.
 */
export class PayPart {
  #isBusy = false;
  #hasLooked = false;
  /** What the last question came to, where it left things as they were: when that was known, or that nobody answered. */
  #came: Date | 'failed' | undefined;

  constructor(private readonly host: PayHost) {}

  /** Asks once how a payment stands that was opened before the page was left. */
  look(): void {
    const { payment, sending } = this.host.application;
    if (payment.said || !sending?.isPaying || this.#hasLooked) return;
    this.#hasLooked = true;
    void this.#ask('ask');
  }

  /** Somebody comes back to the page, perhaps from their bank: what still waits is asked for once more. */
  lookAgain(): void {
    const { said } = this.host.application.payment;
    if (said?.kind === 'unknown' || (said?.kind === 'payment' && said.payment.state === 'waiting'))
      void this.#ask('ask');
  }

  render(): TemplateResult {
    this.look();
    const { i18n } = this.host;
    const { sending, payment } = this.host.application;
    const { said } = payment;
    // An office may ask for what no receipt told.
    const amount =
      sending?.receipt?.fee?.total ?? (said?.kind === 'payment' ? said.payment.amount : undefined);
    return html`${amount === undefined ? nothing : html`<p><b>${i18n.t('pay.amount', { amount: i18n.money(amount, 'VND') })}</b></p>`}
    ${this.#renderState()}`;
  }

  /** How it stands: the same words for who sees them and for who does not. */
  #words(): string {
    const { i18n } = this.host;
    const { said: paid } = this.host.application.payment;
    if (!paid) return i18n.t('pay.due');
    if (paid.kind === 'refused') return i18n.t(paid.code === 'nothing-to-pay' ? 'pay.none' : 'pay.refused');
    if (paid.kind === 'unknown') return i18n.t('pay.broken');
    const { state, amount } = paid.payment;
    return i18n.t(`pay.${state}`, { amount: i18n.money(amount, 'VND') });
  }

  #renderState(): unknown {
    const words = this.#words();
    const { said: paid } = this.host.application.payment;
    if (!paid)
      return html`<p>${words}</p>
        ${this.#openButton()}`;
    if (paid.kind === 'refused')
      return paid.code === 'nothing-to-pay'
        ? html`<p class="note">${infoIcon()}<span>${words}</span></p>`
        : html`<p class="warning">${warningIcon()}<span>${words}</span></p>
            ${this.#openButton()}`;
    if (paid.kind === 'unknown')
      return html`<p class="warning">${warningIcon()}<span>${words}</span></p>
        ${this.#askButton()}`;
    return this.#renderPayment(paid.payment, words);
  }

  #renderPayment({ state, amount, redirect, transfer }: Payment, words: string): unknown {
    const { i18n } = this.host;
    if (state === 'paid') return html`<p class="state received">${checkIcon()}<span>${words}</span></p>`;
    if (state === 'expired') return html`<p class="warning">${warningIcon()}<span>${words}</span></p>`;
    // Told by that system, so it is a path on its site and not on this one.
    const page = redirect && new URL(redirect, this.host.application.sending?.to ?? document.baseURI).href;
    const code = transfer && printCode(vietQr({ ...transfer, amount }));
    return html`<p class="state waiting">${infoIcon()}<span>${words}</span></p>
      ${
        page
          ? html`<p class="actions">
                <a class="button primary" href=${page} target="_blank" rel="noopener noreferrer"
                  >${i18n.t('pay.redirect')}${externalIcon()}</a
                >
              </p>
              <p class="hint">${i18n.t('pay.redirect-why')}</p>`
          : nothing
      }
      ${
        transfer
          ? html`<div class="transfer">
              ${code ? renderCode(code, i18n.t('pay.qr')) : nothing}
              <div>
                <p><b>${i18n.t('pay.qr')}</b></p>
                <p>${inVietnamese((name) => i18n.t('pay.name', { name }), transfer.accountName)}</p>
                <p>${inVietnamese((bank) => i18n.t('pay.bank', { bank }), transfer.bankName)}</p>
                <p>${i18n.t('pay.account', { account: transfer.account })}</p>
                <p>${i18n.t('pay.purpose', { purpose: transfer.purpose })}</p>
                <p class="hint">
                  ${inVietnamese((name) => i18n.t('pay.qr-why', { name }), transfer.accountName)}
                </p>
              </div>
            </div>`
          : nothing
      }
      ${this.#askButton()}`;
  }

  #openButton(): TemplateResult {
    return html`<p class="actions">
      <button
        type="button"
        class="button primary"
        aria-disabled=${String(this.#isBusy)}
        @click=${() => void this.#ask('open')}
      >
        ${this.host.i18n.t('pay.open')}
      </button>
    </p>`;
  }

  #askButton(): TemplateResult {
    return html`<p class="actions">
      <button
        type="button"
        class="button"
        aria-disabled=${String(this.#isBusy)}
        @click=${() => void this.#ask('ask')}
      >
        ${this.host.i18n.t('pay.ask')}
      </button>
      <span class="hint">${this.#cameWords()}</span>
    </p>`;
  }

  /** That it was asked, and when, or that it could not be: what is told of the payment stays the same by either. */
  #cameWords(): string {
    const { i18n } = this.host;
    const { said } = this.host.application.payment;
    if (this.#came === undefined || said?.kind !== 'payment' || said.payment.state !== 'waiting') return '';
    return this.#came === 'failed'
      ? i18n.t('pay.not-asked')
      : i18n.t('pay.asked', { time: formatTime(i18n.language, this.#came) });
  }

  async #ask(act: 'open' | 'ask'): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    // Told again also where it is the same: somebody asked.
    this.host.announce('');
    this.host.requestUpdate();
    const paid = await this.host.application.payment.ask(act);
    this.#isBusy = false;
    if (paid) {
      const isAnswered = paid.kind === 'payment';
      this.#came = isAnswered ? (act === 'ask' ? this.host.now() : undefined) : 'failed';
      this.host.announce(this.#cameWords() || this.#words());
    }
    this.host.requestUpdate();
  }
}
