import { html, nothing, svg, type TemplateResult } from 'lit';
import type { PrintCode } from '../../src/ui/print-code.js';
import type { Words } from './sheet.js';

/** On paper only: the address of the page, and a code that a phone opens it by. */
export function renderWayBack(i18n: Words, address: string, code: PrintCode | undefined): TemplateResult {
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
