import { html, nothing, type TemplateResult } from 'lit';
import type { Catalog } from '../../src/catalog/catalog.js';
import { renderHeading } from '../../src/ui/heading.js';
import { externalIcon, phoneIcon } from '../../src/ui/icons.js';
import { dialLink } from '../../src/ui/link-template.js';
import { NATIONAL_PORTAL } from '../../src/ui/national-portal.js';
import type { Words } from './sheet.js';

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
