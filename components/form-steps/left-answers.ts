import { html, nothing, type TemplateResult } from 'lit';
import { answersWithoutField } from '../../src/forms/draft.js';
import type { LateHost } from './late-host.js';

/** That the form is another by now, and what was answered that it no longer asks: it may be copied before it goes. */
export function renderLeft({ i18n, application: { app } }: LateHost): TemplateResult {
  const left = app?.form ? answersWithoutField(app.form, app.answers) : [];
  return html`<p role="alert">${i18n.t('restored.changed')}</p>
    ${
      left.length > 0
        ? html`<p>${i18n.t('restored.left')}</p>
            <ul class="list">
              ${left.map((text) => html`<li>${text}</li>`)}
            </ul>`
        : nothing
    }`;
}
