import { html, nothing, type TemplateResult } from 'lit';
import { warningIcon } from '../../src/ui/form-icons.js';
import { checkIcon, infoIcon } from '../../src/ui/icons.js';
import type { ReceivingProblemCode } from '../../src/gateway/contract.js';
import type { LineProblemCode } from '../../src/gateway/request-json.js';
import { shareOf, type Transfer } from '../../src/forms/transfer.js';
import type { SendState } from '../../src/ui/sender.js';
import type { Words } from './view.js';

export interface SendView {
  readonly i18n: Words;
  readonly state: SendState | undefined;
  readonly couldNotCancel: boolean;
  /** What a code means for the person; undefined while its words are on their way, and where they do not come. */
  readonly reasonOf: (code: ReceivingProblemCode | LineProblemCode) => string | undefined;
  readonly labelOf: (path: string) => string;
  /** How each paper stands. */
  readonly renderTransfers: (transfers: readonly Transfer[]) => unknown;
  readonly onRetry: () => void;
  readonly onCancel: () => void;
  readonly onMend: () => void;
}

/** How the sending stands, in words that promise nothing. */
export function renderSend(view: SendView): TemplateResult | typeof nothing {
  const { i18n, state } = view;
  if (!state) return nothing;
  switch (state.stage) {
    case 'sending':
      return html`<p class="busy">
          ${
            shareOf(state.transfers) < 1
              ? i18n.t('send.files', { percent: Math.floor(shareOf(state.transfers) * 100) })
              : i18n.t('send.sending')
          }
        </p>
        ${state.transfers.length > 0 ? view.renderTransfers(state.transfers) : nothing}`;
    case 'asking':
      return html`<p class="busy">${i18n.t('send.asking')}</p>`;
    case 'waiting':
    case 'short':
      return html`<p class="note">
          ${infoIcon()}<span
            >${state.stage === 'short' ? i18n.t('send.short') : waitingReason(view, state)}</span
          >
        </p>
        ${view.couldNotCancel ? html`<p class="warning">${warningIcon()}<span>${i18n.t('send.cancel-unsure')}</span></p>` : nothing}
        <p class="actions">
          <button type="button" class="button primary" @click=${view.onRetry}>${i18n.t('send.retry')}</button>
          <button type="button" class="button" @click=${view.onCancel}>${i18n.t('send.cancel')}</button>
        </p>`;
    case 'refused':
      return html`<div class="error-box" role="group" tabindex="-1" aria-labelledby="refusal">
          <p id="refusal"><b>${warningIcon()} ${i18n.t('send.refused')}</b></p>
          <p>${view.reasonOf(state.code) ?? i18n.t('refused.other')}</p>
          <ul class="list">
            ${state.errors.map(({ code, params }) => {
              const path = String(params?.path ?? '');
              const key = `problem.${code as 'required'}` as const;
              const words = i18n.t(key, { label: view.labelOf(path) });
              // A newer system may have reasons that this page has no words for.
              return html`<li>${view.labelOf(path)}: ${words === key ? i18n.t('refused.other') : words}</li>`;
            })}
          </ul>
        </div>
        <p class="actions">
          <button type="button" class="button primary" @click=${view.onMend}>
            ${i18n.t('review.change')}
          </button>
        </p>`;
    case 'received':
      return html`<p>${checkIcon()}</p>`;
  }
}

/** Why it is not there, or why that is not known. */
function waitingReason(
  { i18n, reasonOf }: SendView,
  { code, mayBeThere }: Extract<SendState, { stage: 'waiting' }>,
): string {
  // Of a cut the reasons say that it may have arrived; here nothing of it was sent yet.
  if (!mayBeThere && CUTS.includes(code)) return i18n.t('send.waiting');
  return reasonOf(code) ?? i18n.t(mayBeThere ? 'state.unsure' : 'send.waiting');
}

const CUTS: readonly string[] = ['offline', 'timeout', 'broken-answer'];
