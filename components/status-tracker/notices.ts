import { html, nothing, type TemplateResult } from 'lit';
import { WHOLE_CODE } from '../../src/dossiers/code-shape.js';
import { plainCode } from '../../src/dossiers/dossier-code.js';
import { warningIcon } from '../../src/ui/form-icons.js';
import { IDLE_ANSWER_SECONDS } from '../../src/ui/idle-controller.js';
import { externalIcon, infoIcon, offlineIcon } from '../../src/ui/icons.js';
import { NATIONAL_PORTAL } from '../../src/ui/national-portal.js';
import { momentOf, type TrackerView } from './view.js';

const KNOWN = ['busy', 'too-many-requests', 'work-needed'] as const;

/** Why nothing new is known, and when it is worth another try. */
export function renderTrouble({ i18n, tracking }: TrackerView): unknown {
  const { trouble, told, knock } = tracking;
  if (!trouble) return nothing;
  if (trouble.kind === 'not-found')
    return html`<div class="warning" role="alert" id="trouble" tabindex="-1">
      ${warningIcon()}
      <div>
        ${
          told
            ? i18n.t('lost')
            : html`<p><b>${i18n.t('not-found')}</b></p>
                <p>${i18n.t('not-found.check')}</p>
                ${WHOLE_CODE.test(plainCode(knock?.code ?? '')) ? renderPortal(i18n) : nothing}`
        }
      </div>
    </div>`;
  const { again } = trouble;
  const code = trouble.kind === 'refused' ? KNOWN.find((one) => one === trouble.code) : undefined;
  const why = trouble.kind === 'line' ? i18n.t(`line.${trouble.code}`) : i18n.t(`refused.${code ?? 'other'}`);
  return html`<div class="warning" role="alert" id="trouble" tabindex="-1">
    ${trouble.kind === 'line' ? offlineIcon() : warningIcon()}
    <p>${why} ${again ? i18n.t('again', momentOf(i18n, again)) : nothing}</p>
  </div>`;
}

/** The national portal's codes have the shape of everybody's: what is not here may be there, and is looked up there. */
const renderPortal = (i18n: TrackerView['i18n']): TemplateResult =>
  html`<p>${i18n.t('not-found.portal')}</p>
    <p>
      <a href=${NATIONAL_PORTAL} target="_blank" rel="noopener noreferrer"
        >${i18n.t('not-found.portal-open')}${externalIcon()}</a
      >
    </p>`;

/** What must be known before anything is read: whose computer it is, that it is a sample, of when it is. */
export function renderNotices(view: TrackerView): unknown {
  const { i18n, tracking, device } = view;
  const { told, at, isOld, trouble } = tracking;
  const moment = at && momentOf(i18n, at);
  const isWaiting = isOld && tracking.isAsking;
  const words = isWaiting ? 'as-of' : isOld || trouble ? 'old' : undefined;
  return html`${
    told?.sample ? html`<p class="note">${infoIcon()}<span>${i18n.t('sample')}</span></p>` : nothing
  }
  ${
    device === 'shared'
      ? html`<p class="note no-print">${infoIcon()}<span>${i18n.t('shared')}</span></p>`
      : nothing
  }
  ${renderTrouble(view)}
  ${
    moment && words && (isWaiting || !tracking.isAsking)
      ? html`<p class="warning old">
          ${offlineIcon()}<span>${i18n.t(words, moment)} ${isWaiting ? i18n.t('asking') : nothing}</span>
        </p>`
      : nothing
  }`;
}

/** Of when it is, also where nothing is wrong: on paper nobody can ask again. */
export function renderAsOf({ i18n, tracking }: TrackerView): unknown {
  const { at, isOld, trouble } = tracking;
  if (!at || isOld || trouble) return nothing;
  return html`<p class="hint">${i18n.t('as-of', momentOf(i18n, at))}</p>`;
}

/** Asks whether somebody is there, before what is shown is cleared. */
export function renderIdle({ i18n, isIdle, onStay }: TrackerView): unknown {
  if (!isIdle) return nothing;
  return html`<div class="ask" role="alertdialog" aria-labelledby="idle-title" aria-describedby="idle-why">
    <p id="idle-title"><b>${i18n.t('idle')}</b></p>
    <p id="idle-why">${i18n.t('idle.why', { seconds: IDLE_ANSWER_SECONDS })}</p>
    <p class="actions">
      <button type="button" class="button primary" @click=${onStay}>${i18n.t('idle.stay')}</button>
    </p>
  </div>`;
}
