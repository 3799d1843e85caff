import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../src/shared/result.js';
import type { Application } from '../../src/ui/application.js';
import { checkIcon, infoIcon } from '../../src/ui/icons.js';
import { receivedWords } from './state-strip.js';
import type { Outcome, StepsView } from './steps-view.js';
import { timeWords, type Words } from './view.js';

/** What became of the draft that was, or was not, found. */
export function renderNotice(
  i18n: Words,
  { found, couldNotCancel }: Application,
  isEnded: boolean,
  outcome: Outcome | undefined,
  late: StepsView['late'],
): TemplateResult | typeof nothing {
  if (isEnded)
    return html`<p class="note">
      ${checkIcon()}<span
        >${i18n.t('ended')} ${couldNotCancel ? i18n.t('send.cancel-unsure') : ''}
        ${outcome ? html`<b>${outcomeWords(i18n, outcome)}</b>` : nothing}</span
      >
    </p>`;
  if (found === 'broken') return html`<p class="note">${infoIcon()}<span>${i18n.t('broken')}</span></p>`;
  if (!found) return nothing;
  return html`<div class="note">
    ${infoIcon()}
    <div>
      <p>${i18n.t('restored', { time: timeWords(i18n, found.at), day: i18n.instant(found.at) })}</p>
      ${found.formChanged ? late((parts) => parts.renderLeft()) : nothing}
    </div>
  </div>`;
}

/** What could not be read that everything here is about, and another try. */
export function renderTrouble(i18n: Words, { code }: Problem, onRetry: () => void): TemplateResult {
  const isLine = code === 'offline' || code === 'timeout';
  return html`<div class="refusal">
    <p>${i18n.t('refused')} ${i18n.t(isLine ? 'refused.connection' : 'refused.site')}</p>
    <button type="button" class="button" @click=${onRetry}>${i18n.t('send.retry')}</button>
  </div>`;
}

const outcomeWords = (i18n: Words, outcome: Outcome): string =>
  typeof outcome === 'string' ? i18n.t(`send.${outcome}`) : receivedWords(i18n, outcome);
