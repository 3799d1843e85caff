import { html, nothing, type TemplateResult } from 'lit';
import { renderHeading } from '../../src/ui/heading.js';
import { nameSize } from '../../src/ui/name-size.js';
import { inVietnamese, type Sheet } from './sheet.js';

interface HeadView {
  readonly headingLevel: number;
  /** The way back to the page, for paper. */
  readonly onPaper: unknown;
}

/** Code, field, official name and everyday names; on paper also the way back to the page. */
export function renderHead({ i18n, procedure }: Sheet, view: HeadView): TemplateResult {
  const { name, code, field, plainNames } = procedure;
  return html`<header class="head" part="heading">
    ${view.onPaper}
    <div>
      <p class="code">
        ${i18n.t('code', { code })}${field ? html`<span lang="vi">${field}</span>` : nothing}
      </p>
      ${renderHeading(view.headingLevel, inVietnamese(name), `name ${nameSize(name)}`)}
      ${
        plainNames.length > 0
          ? html`<p class="called">${i18n.t('also-called')} ${inVietnamese(plainNames.join(', '))}</p>`
          : nothing
      }
    </div>
  </header>`;
}
