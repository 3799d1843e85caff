import { html, svg, type TemplateResult } from 'lit';
import type { PrintCode } from './print-code.js';

/** A QR code with its quiet zone, named for who cannot see it. */
export function renderCode({ size, path }: PrintCode, label: string): TemplateResult {
  return html`<div class="code">
    ${svg`<svg viewBox="-4 -4 ${size + 8} ${size + 8}" role="img" aria-label=${label} shape-rendering="crispEdges">
      <rect x="-4" y="-4" width=${size + 8} height=${size + 8} fill="#fff" /><path d=${path} fill="#000" />
    </svg>`}
  </div>`;
}
