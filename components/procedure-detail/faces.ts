import { html, nothing, type TemplateResult } from 'lit';
import type { Catalog } from '../../src/catalog/catalog.js';
import type { Problem } from '../../src/shared/result.js';
import { dialLink } from '../../src/ui/link-template.js';
import { renderHeading } from '../../src/ui/heading.js';
import { externalIcon, phoneIcon } from '../../src/ui/icons.js';
import type { Words } from './sheet.js';

export const NATIONAL_PORTAL = 'https://dichvucong.gov.vn';

/** About as high as a sheet's first screen, so that nothing below jumps far when it arrives. */
export function renderLoading(): TemplateResult {
  return html`<div class="skeleton" aria-hidden="true">
    <i class="title"></i><i></i>
    <div class="summary">${[1, 2, 3, 4, 5].map(() => html`<i class="fact"></i>`)}</div>
  </div>`;
}

/** Troubles of the person's own connection; any other is for the webmaster, who reads it in the console. */
const CONNECTION = ['offline', 'timeout'];

export function renderRefused(
  i18n: Words,
  headingLevel: number,
  { problem, retry }: { readonly problem: Problem; readonly retry: () => void },
): TemplateResult {
  return html`<div class="trouble" part="trouble">
    ${renderHeading(headingLevel, i18n.t('refused'))}
    <p>${i18n.t(CONNECTION.includes(problem.code) ? 'refused.connection' : 'refused.site')}</p>
    <button type="button" class="button" @click=${retry}>${i18n.t('retry')}</button>
  </div>`;
}

/** A code that the catalogue does not hold: why that may be, and where to ask. */
export function renderMissing(
  i18n: Words,
  headingLevel: number,
  code: string,
  catalog: Catalog,
  phone: string | undefined,
): TemplateResult {
  return html`<div class="trouble" part="trouble">
    ${renderHeading(headingLevel, i18n.t('missing', { code }))}
    <p>${i18n.t('missing.why', { place: catalog.place })}</p>
    <p>${i18n.t('missing.ask')}</p>
    ${
      phone
        ? html`<p>
            <a class="target" href=${dialLink(phone) ?? nothing}
              >${phoneIcon()} ${i18n.t('missing.phone', { phone })}</a
            >
          </p>`
        : nothing
    }
    <p><a class="target" href=${NATIONAL_PORTAL}>${i18n.t('missing.portal')} ${externalIcon()}</a></p>
  </div>`;
}
