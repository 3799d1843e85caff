import { html, nothing, svg, type TemplateResult } from 'lit';
import { renderHeading } from '../../src/ui/heading.js';
import { nameSize } from '../../src/ui/name-size.js';
import type { PrintCode } from '../../src/ui/print-code.js';
import { inVietnamese, type Sheet, type Words } from './sheet.js';

interface HeadView {
  readonly headingLevel: number;
  /** Address of the sheet for paper; undefined where it has none that a phone could open. */
  readonly address: string | undefined;
  readonly code: PrintCode | undefined;
}

/** Code, field, official name and everyday names; on paper also the way back to the page. */
export function renderHead({ i18n, procedure }: Sheet, view: HeadView): TemplateResult {
  const { name, code, field, plainNames } = procedure;
  return html`<header class="head" part="heading">
    ${view.address ? renderPrintCode(i18n, view.address, view.code) : nothing}
    <div>
      <p class="code">
        ${i18n.t('code', { code })}${field ? html`<span lang="vi">${field}</span>` : nothing}
      </p>
      ${renderHeading(view.headingLevel, inVietnamese(name), `name ${nameSize(name)}`)}
      ${
        plainNames.length > 0
          ? html`<p class="called">${i18n.t('also-called', { names: plainNames.join(', ') })}</p>`
          : nothing
      }
    </div>
  </header>`;
}

function renderPrintCode(i18n: Words, address: string, code: PrintCode | undefined): TemplateResult {
  const picture =
    code &&
    svg`<svg viewBox="-4 -4 ${code.size + 8} ${code.size + 8}" aria-hidden="true" shape-rendering="crispEdges">
      <path d=${code.path} />
    </svg>`;
  return html`<figure class="qr">
    ${picture}
    <figcaption>${code ? i18n.t('qr') : nothing}<span>${address}</span></figcaption>
  </figure>`;
}
