import { html, nothing, type TemplateResult } from 'lit';
import type { LateHost } from './late-host.js';

/** Who filled it in for the citizen, on every sheet that leaves the page: whoever reads it can ask them. */
export function renderHelped({ i18n, application }: LateHost): TemplateResult | typeof nothing {
  const { name, role, consent } = application.helper;
  if (!consent) return nothing;
  return html`<p class="source">${i18n.t('print.helper', { name: name.trim(), role: role.trim() })}</p>`;
}
