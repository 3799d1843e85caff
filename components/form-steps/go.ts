import { html, nothing, type TemplateResult } from 'lit';
import type { ComputedFee } from '../../src/forms/fees.js';
import { phoneIcon } from '../../src/ui/icons.js';
import { dialLink } from '../../src/ui/link-template.js';
import { renderFee } from './fee.js';
import type { Words } from './view.js';

export interface GoView {
  readonly agency: string | undefined;
  readonly phone: string | undefined;
  readonly isSent: boolean;
  readonly fee: ComputedFee | undefined;
  /** Page that tells what is known of the fee where nothing was filled in. */
  readonly feeLink: string | undefined;
}

/** Where to go on foot, and what to take along. */
export function renderGo(i18n: Words, { agency, phone, isSent, fee, feeLink }: GoView): TemplateResult {
  return html`${isSent ? nothing : html`<p>${i18n.t('go.nothing-sent')}</p>`}
    <p>${i18n.t('go.intro')} ${agency ? html`<b lang="vi">${agency}</b>` : nothing}</p>
    <ul class="list take">
      <li>${i18n.t('go.bring')}</li>
      ${fee?.total === 0 ? nothing : html`<li>${i18n.t('go.pay')}</li>`}
    </ul>
    <p><b>${i18n.t('review.fee')}</b></p>
    ${renderFee(i18n, fee)}
    ${!fee && feeLink ? html`<p><a href=${feeLink}>${i18n.t('go.fee')}</a></p>` : nothing}
    ${
      phone
        ? html`<p>
            <a href=${dialLink(phone) ?? nothing}>${phoneIcon()} ${i18n.t('go.phone', { phone })}</a>
          </p>`
        : nothing
    }`;
}
