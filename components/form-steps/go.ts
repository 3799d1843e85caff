import { html, nothing, type TemplateResult } from 'lit';
import { phoneIcon } from '../../src/ui/icons.js';
import { dialLink } from '../../src/ui/link-template.js';
import type { Words } from './view.js';

/** Where to go on foot, and what to take along. */
export function renderGo(
  i18n: Words,
  {
    agency,
    phone,
    isSent,
  }: { readonly agency: string | undefined; readonly phone: string | undefined; readonly isSent: boolean },
): TemplateResult {
  return html`${isSent ? nothing : html`<p>${i18n.t('go.nothing-sent')}</p>`}
    <p>${i18n.t('go.intro')} ${agency ? html`<b lang="vi">${agency}</b>` : nothing}</p>
    <ul class="list">
      <li>${i18n.t('go.bring')}</li>
      <li>${i18n.t('go.pay')}</li>
    </ul>
    ${
      phone
        ? html`<p>
            <a href=${dialLink(phone) ?? nothing}>${phoneIcon()} ${i18n.t('go.phone', { phone })}</a>
          </p>`
        : nothing
    }`;
}
