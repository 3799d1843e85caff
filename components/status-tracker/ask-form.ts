import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { warningIcon } from '../../src/ui/form-icons.js';
import { checkIcon, searchIcon } from '../../src/ui/icons.js';
import { renderHeading } from '../../src/ui/heading.js';
import { isLinked, renderFollowed } from './followed-list.js';
import { renderTrouble } from './notices.js';
import type { TrackerView, Words } from './view.js';

/** Two boxes: which dossier, and what opens it. What each of the two things opens is said beside it. */
export function renderAskForm(view: TrackerView): TemplateResult {
  const { i18n, tracking, gaps } = view;
  const gap = (what: 'code' | 'factor') => {
    const need = gaps[what];
    return need
      ? html`<span class="error" id="${what}-error">${warningIcon()}<span>${i18n.t(need)}</span></span>`
      : nothing;
  };
  const box = (what: 'code' | 'factor', value: string, hint: unknown, more: unknown = nothing) =>
    html`<div class="field">
      <label for=${what}>${i18n.t(what)}</label>
      <div class="hint" id="${what}-hint">${hint}</div>
      ${gap(what)}
      <div class="beside">
        <input
          id=${what}
          type="text"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          maxlength=${what === 'code' ? 300 : 64}
          aria-required="true"
          aria-invalid=${String(what in gaps)}
          aria-describedby="${what}-hint ${what in gaps ? `${what}-error` : ''}"
          .value=${live(value)}
          @input=${(event: Event) => view.onType(what, (event.target as HTMLInputElement).value)}
        />${more}
      </div>
    </div>`;
  return html`<form
    class="ask-form no-print"
    novalidate
    part="form"
    @submit=${view.onAsk}
    ?inert=${view.isIdle}
  >
    ${renderHeading(view.headingLevel, i18n.t('title'), 'title')}
    <p>${i18n.t('intro')}</p>
    ${isLinked(view) ? renderFollowed(view) : nothing}
    ${view.isEnded ? html`<p class="note">${checkIcon()}<span>${i18n.t('ended')}</span></p>` : nothing}
    ${renderTrouble(view)}
    ${box(
      'code',
      view.typedCode,
      i18n.t('code.hint'),
      html`<button type="button" class="button scan-open" @click=${() => view.onScan(!view.isScanning)}>
        ${i18n.t('scan')}
      </button>`,
    )}
    ${view.isScanning ? view.late((parts) => parts.renderScan()) : nothing}
    ${box(
      'factor',
      view.typedFactor,
      html`<ul class="list">
        <li>${i18n.t('factor.secret')}</li>
        <li>${i18n.t('factor.last4')}</li>
      </ul>`,
    )}
    <p class="hint">${i18n.t('factor.why')}</p>
    <p class="actions">
      <button class="button primary" aria-disabled=${String(tracking.isAsking)}>
        ${searchIcon()}${i18n.t('ask')}
      </button>
    </p>
    ${renderBusy(view)}
  </form>`;
}

/** That it is being asked, or that the machine does what the gateway wants done first. */
export function renderBusy({ i18n, tracking, onStop }: TrackerView): unknown {
  const { isAsking, isWorking, workMinutes } = tracking;
  if (!isAsking) return nothing;
  return html`<p class="busy">${isWorking ? workingWords(i18n, workMinutes) : i18n.t('asking')}</p>
    ${
      workMinutes === undefined
        ? nothing
        : html`<p class="actions">
            <button type="button" class="button" @click=${onStop}>${i18n.t('working.stop')}</button>
          </p>`
    }`;
}

/** That the machine works; where that is no moment, for how long, and what goes faster. */
export const workingWords = (i18n: Words, minutes: number | undefined): string =>
  minutes === undefined ? i18n.t('working') : i18n.t('working.long', { minutes });
