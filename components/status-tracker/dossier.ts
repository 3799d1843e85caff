import { html, nothing, type TemplateResult } from 'lit';
import { renderBusy } from './ask-form.js';
import { renderHead } from './head.js';
import { renderAsOf, renderNotices } from './notices.js';
import { renderPath } from './path.js';
import { situationOf, type TrackerView } from './view.js';

/** A dossier that was found: what was told of it, from what matters most to what can be done besides. */
export function renderDossier(view: TrackerView): TemplateResult | typeof nothing {
  const { i18n, tracking } = view;
  const { told } = tracking;
  if (!told) return nothing;
  const situation = situationOf(told, view);
  const isShared = view.device === 'shared';
  return html`<div class="dossier" ?inert=${view.isIdle}>
    ${renderNotices(view)} ${renderHead(view, situation)}
    ${view.panel ? view.late((parts) => parts.renderPanel(situation)) : nothing}
    ${renderPath(view, situation)} ${view.late((parts) => parts.renderRest(situation))}
    <div class="foot">
      ${renderBusy(view)} ${renderAsOf(view)}
      <p class="actions no-print">
        <button
          type="button"
          class="button"
          aria-disabled=${String(tracking.isAsking)}
          @click=${view.onUpdate}
        >
          ${i18n.t('update')}
        </button>
        <button type="button" class="button" @click=${view.onOther}>${i18n.t('other')}</button>
        ${
          isShared
            ? html`<button type="button" class="button danger" @click=${view.onEnd}>${i18n.t('end')}</button>`
            : nothing
        }
      </p>
    </div>
  </div>`;
}
