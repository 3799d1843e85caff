import { html, type TemplateResult } from 'lit';
import type { Problem } from '../../src/shared/result.js';
import { renderHeading } from '../../src/ui/heading.js';
import type { Words } from './sheet.js';

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
