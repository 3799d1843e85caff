import { html, type TemplateResult } from 'lit';
import { warningIcon } from '../../src/ui/form-icons.js';
import type { Words } from './view.js';

/** That the code of something did not come, and another try. */
export const renderMissing = (i18n: Words, onRetry: () => void): TemplateResult =>
  html`<p class="error" role="alert">${warningIcon()}<span>${i18n.t('late-missing')}</span></p>
    <button type="button" class="button" @click=${onRetry}>${i18n.t('send.retry')}</button>`;
