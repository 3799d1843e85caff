import { html, nothing, type TemplateResult } from 'lit';
import { externalIcon, phoneIcon } from '../../src/ui/icons.js';
import { dialLink } from '../../src/ui/link-template.js';
import { NATIONAL_PORTAL } from '../../src/ui/national-portal.js';

type Say = (key: 'none-ask' | 'national-portal' | 'none-phone', params?: { phone: string }) => string;

/** Nothing here understands a sentence: however good an answer looks, it may be about something else. */
export function renderWhereToAsk(t: Say, phone: string | undefined): TemplateResult {
  const dial = phone && dialLink(phone);
  return html`<p>${t('none-ask')}</p>
    <p>
      <a href=${NATIONAL_PORTAL} rel="noopener noreferrer">${t('national-portal')} ${externalIcon()}</a>
    </p>
    ${dial ? html`<p><a href=${dial}>${phoneIcon()} ${t('none-phone', { phone })}</a></p>` : nothing}`;
}
