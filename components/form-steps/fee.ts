import { html, type TemplateResult } from 'lit';
import type { ComputedFee } from '../../src/forms/fees.js';
import type { Words } from './view.js';

/** The fee line by line; what is not known is said so. */
export function renderFee(i18n: Words, fee: ComputedFee | undefined): TemplateResult {
  if (!fee) return html`<p>${i18n.t('review.fee-unknown')}</p>`;
  if (fee.total === 0 && fee.lines.length === 0) return html`<p>${i18n.t('review.fee-none')}</p>`;
  const money = (amount: number) => i18n.money(amount, 'VND');
  return html`<ul class="list">
      ${fee.lines.map(
        ({ label, amount, times, price }) =>
          html`<li>
            ${
              times === undefined || price === undefined
                ? i18n.t('review.fee-line', { label: i18n.text(label), amount: money(amount) })
                : i18n.t('review.fee-times', {
                    label: i18n.text(label),
                    times,
                    price: money(price),
                    amount: money(amount),
                  })
            }
          </li>`,
      )}
    </ul>
    <p><b>${i18n.t('review.fee-total', { amount: money(fee.total) })}</b></p>`;
}
