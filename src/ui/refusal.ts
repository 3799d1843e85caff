import { html, type TemplateResult } from 'lit';
import type { common } from '../i18n/namespaces/common.js';
import type { CatalogState } from './catalog-state.js';
import { offlineIcon } from './icons.js';
import type { LocalizeController } from './localize-controller.js';

type Refused = Extract<CatalogState, { status: 'refused' }>;
type Words = Pick<LocalizeController<readonly [typeof common]>, 't'>;

/** Says to a citizen why nothing is there, and lets them try again. The webmaster's words are in the console. */
export function renderRefusal(i18n: Words, { problem, retry }: Refused): TemplateResult {
  const why = problem.code === 'offline' || problem.code === 'timeout' ? problem.code : 'other';
  return html`<div class="refusal" role="alert">
    ${offlineIcon()}
    <p>${i18n.t(`refused.${why}`)}</p>
    <button type="button" class="button" @click=${retry}>${i18n.t('retry')}</button>
  </div>`;
}
