import { html, nothing, type TemplateResult } from 'lit';
import type { Receipt } from '../../src/forms/submission.js';
import { calendarFile } from '../../src/dossiers/calendar-file.js';
import { renderHeading } from '../../src/ui/heading.js';
import { checkIcon, infoIcon, printerIcon } from '../../src/ui/icons.js';
import { printCode } from '../../src/ui/print-code.js';
import { renderCode } from '../../src/ui/code-picture.js';
import type { LateHost } from './late-host.js';
import { receiptImage } from './receipt-image.js';
import { saveFile } from '../../src/ui/save-file.js';
import { timeWords } from './view.js';

/** Paper that a receipt is printed on. */
const PAPERS = ['A4', 'A5', '80'] as const;
type Paper = (typeof PAPERS)[number];

/** What the receiving system holds, as it proved it; on screen, on paper, as a picture and as a date. */
export class ReceiptPart {
  #paper: Paper = 'A4';

  constructor(private readonly host: LateHost) {}

  render(): unknown {
    const receipt = this.host.application.sending?.receipt;
    if (!receipt) return nothing;
    const { i18n } = this.host;
    return html`<article class="receipt paper-${this.#paper}">
        ${receipt.sample ? html`<p class="note">${infoIcon()}<span>${i18n.t('receipt.sample')}</span></p>` : nothing}
        ${renderHeading(
          this.host.headingLevel(),
          html`${checkIcon()} ${i18n.t('receipt.received')}`,
          'group-title received-title',
        )}
        <div class="receipt-head">
          <dl class="rows">
            ${this.lines(receipt).map(
              ([term, words]) =>
                html`<div>
                  <dt>${term}</dt>
                  <dd>${words}</dd>
                </div>`,
            )}
          </dl>
          ${this.#renderCode(receipt)}
        </div>
        <p class="hint">${i18n.t('receipt.secret-why')}</p>
        <p>${i18n.t('receipt.answers', { count: receipt.answers })}</p>
        ${this.#renderFiles(receipt)} ${this.#renderFee(receipt)}
        <p>${i18n.t('receipt.next')}</p>
      </article>
      ${this.#renderActions(receipt)}`;
  }

  /** What stands on every form of the receipt, in words. */
  lines(receipt: Receipt): (readonly [term: string, words: string])[] {
    const { i18n } = this.host;
    const at = new Date(receipt.receivedAt);
    const { due, helper } = receipt;
    return [
      [i18n.t('receipt.code'), receipt.dossier],
      [
        i18n.t('receipt.receivedBy'),
        i18n.t('receipt.by', { office: receipt.office, time: timeWords(i18n, at), day: i18n.instant(at) }),
      ],
      [
        i18n.t('receipt.due'),
        due ? `${i18n.day(due.on)} (${this.#arithmetic(due)})` : i18n.t('receipt.due-none'),
      ],
      [i18n.t('receipt.secret'), receipt.secret],
      ...(helper ? [[i18n.t('assisted'), i18n.t('receipt.helper', helper)] as const] : []),
    ];
  }

  #arithmetic({ days, unit, from, skipped }: NonNullable<Receipt['due']>): string {
    const { i18n } = this.host;
    const counted = i18n.t(unit === 'working-day' ? 'receipt.due-working-day' : 'receipt.due-day', {
      days,
      from: i18n.day(from),
    });
    if (skipped.length === 0) return counted;
    return `${counted}; ${i18n.t('receipt.skipped', { days: skipped.map((day) => i18n.day(day)).join(', ') })}`;
  }

  #renderCode({ dossier }: Receipt): unknown {
    const code = printCode(dossier);
    return code ? renderCode(code, this.host.i18n.t('receipt.qr')) : nothing;
  }

  #renderFiles({ files }: Receipt): unknown {
    const { i18n } = this.host;
    if (files.length === 0) return nothing;
    return html`<p><b>${i18n.t('receipt.files')}</b></p>
      <ul class="list">
        ${files.map(
          ({ name, paper, size, sha256 }) =>
            html`<li>
              ${i18n.t('receipt.file', {
                name: paper ?? name,
                size: i18n.number(Math.ceil(size / 1024)),
                hash: sha256.slice(0, 12),
              })}
            </li>`,
        )}
      </ul>`;
  }

  #renderFee({ fee }: Receipt): unknown {
    const { i18n } = this.host;
    if (!fee) return html`<p>${i18n.t('review.fee-unknown')}</p>`;
    if (fee.total === 0) return html`<p>${i18n.t('review.fee-none')}</p>`;
    const { paid } = this.host.application;
    const payment = paid?.kind === 'payment' ? paid.payment : undefined;
    if (payment?.state === 'paid')
      return html`<p>${i18n.t('pay.paid', { amount: i18n.money(payment.amount, 'VND') })}</p>`;
    return html`<p>${i18n.t('pay.amount', { amount: i18n.money(fee.total, 'VND') })}</p>
      ${payment?.state === 'waiting' ? html`<p>${i18n.t('pay.waiting')}</p>` : nothing}`;
  }

  #renderActions(receipt: Receipt): TemplateResult {
    const { i18n } = this.host;
    return html`<div class="receipt-actions no-print">
      <fieldset class="field inline">
        <legend>${i18n.t('receipt.size')}</legend>
        ${PAPERS.map(
          (paper) =>
            html`<label class="choice"
              ><input
                type="radio"
                name="paper"
                .checked=${this.#paper === paper}
                @change=${() => {
                  this.#paper = paper;
                  this.host.requestUpdate();
                }}
              />${paper === '80' ? i18n.t('receipt.size-80') : paper}</label
            >`,
        )}
      </fieldset>
      <p class="actions">
        <button type="button" class="button primary" @click=${() => window.print()}>
          ${printerIcon()}${i18n.t('receipt.print')}
        </button>
        <button type="button" class="button" @click=${() => void this.#saveImage(receipt)}>
          ${i18n.t('receipt.image')}
        </button>
        ${
          receipt.due
            ? html`<button type="button" class="button" @click=${() => this.#saveDate(receipt)}>
                ${i18n.t('receipt.calendar')}
              </button>`
            : nothing
        }
      </p>
    </div>`;
  }

  async #saveImage(receipt: Receipt): Promise<void> {
    const { i18n } = this.host;
    const title = receipt.sample ? i18n.t('receipt.sample') : i18n.t('receipt.received');
    const image = await receiptImage(title, this.lines(receipt), printCode(receipt.dossier));
    if (image) saveFile(`${receipt.dossier}.png`, [image], 'image/png');
  }

  #saveDate({ dossier, due, submission }: Receipt): void {
    if (!due) return;
    const title = this.host.i18n.t('receipt.calendar-title', { code: dossier });
    const text = calendarFile({ id: submission, day: due.on, title, now: this.host.now() });
    saveFile(`${dossier}.ics`, [text], 'text/calendar');
  }
}
