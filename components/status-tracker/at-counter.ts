import { html, nothing } from 'lit';
import { inVietnamese } from '../../src/ui/in-vietnamese.js';
import type { Told } from '../../src/ui/tracking-options.js';
import type { Words } from './view.js';

/** That it may be brought to the office instead, and what is to be said there. */
export const atCounter = (i18n: Words, told: Told | undefined): unknown =>
  told
    ? html`<p class="hint">
        ${inVietnamese((office) => i18n.t('counter', { office, code: told.code }), told.office)}
      </p>`
    : nothing;
