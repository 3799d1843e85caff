import { html, nothing, type TemplateResult } from 'lit';
import { externalIcon, phoneIcon } from '../../src/ui/icons.js';
import { dialLink } from '../../src/ui/link-template.js';
import { NATIONAL_PORTAL } from '../../src/ui/national-portal.js';
import type { ListWords } from './list-words.js';

/** Nothing here understands a sentence: however good an answer looks, it may be about something else. */
export function renderWhereToAsk(i18n: ListWords, phone: string | undefined): TemplateResult {
  const dial = phone && dialLink(phone);
  return html`<p>${i18n.t('none-ask')}</p>
    <p>
      <a href=${NATIONAL_PORTAL} rel="noopener noreferrer">${i18n.t('national-portal')} ${externalIcon()}</a>
    </p>
    ${dial ? html`<p><a href=${dial}>${phoneIcon()} ${i18n.t('none-phone', { phone })}</a></p>` : nothing}`;
}
