import { html, nothing, type TemplateResult } from 'lit';
import type { FormDefinition } from '../../src/forms/form-definition.js';
import type { ShownStep } from '../../src/forms/shown-answers.js';
import { renderRows } from './rows.js';
import type { Words } from './view.js';

/** The filled form on A4, with room for a signature. The browser prints it: its fonts have every letter. */
export function renderPaper(i18n: Words, form: FormDefinition, steps: readonly ShownStep[]): TemplateResult {
  const isVerified = form.source.verifiedOn !== undefined;
  return html`<article class="paper" data-paper="A4">
    <p class="nation" lang="vi"><b>${i18n.t('print.nation')}</b><b>${i18n.t('print.motto')}</b></p>
    <p class="paper-title">${i18n.text(form.title)}</p>
    ${steps.map(
      (step) =>
        html`<p class="paper-part">${i18n.text(step.title)}</p>
          ${renderRows(i18n, step)}`,
    )}
    <div class="sign">
      <p lang="vi">${i18n.t('print.day')}</p>
      <p><b>${i18n.t('print.sign')}</b></p>
    </div>
    <p class="source">${i18n.t('print.source', { source: form.source.name })}</p>
    ${isVerified ? nothing : html`<p class="source">${i18n.t('print.unverified')}</p>`}
  </article>`;
}
