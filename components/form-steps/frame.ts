import { isSecurePage } from '../../src/ui/secure-page.js';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { FormState, Screen } from '../../src/forms/form-state.js';
import { IDLE_ANSWER_SECONDS } from '../../src/ui/idle-controller.js';
import { renderHeading } from '../../src/ui/heading.js';
import { renderNotice } from './notices.js';
import { renderQuestion } from './question.js';
import { renderScreen } from './screen.js';
import { renderStateStrip } from './state-strip.js';
import type { StepsView } from './steps-view.js';
import { renderSummary } from './summary.js';
import type { Problems } from './told-problems.js';
import { screenTitle } from './view.js';

/** An application in view: what it is, where the person is in it, the step itself, and the ways on. */
export function renderFrame(
  view: StepsView,
  app: FormState,
  screen: Screen,
  problems: Problems,
): TemplateResult {
  const { i18n, application, headingLevel } = view;
  // Whoever comes next sees nothing of it, not even which procedure it is.
  if (view.isLeft) return html`<div class="frame">${renderAsked(view)}</div>`;
  const { screens } = application;
  const at = screens.findIndex(({ id }) => id === screen.id) + 1;
  // The official form and a receipt say themselves what they are of.
  const isPaper = screen.kind === 'print' || screen.kind === 'receipt';
  return html`<div class="frame ${app.situation.destination}">
    <header class=${isPaper ? 'no-print' : nothing}>
      <div part="heading">
        ${renderHeading(headingLevel, html`<span lang="vi">${view.title}</span>`, 'title')}
      </div>
      <p class="progress" part="progress">${i18n.t('progress', { at, of: screens.length })}</p>
      <progress max=${screens.length} value=${at} aria-hidden="true"></progress>
      ${renderStateStrip(i18n, application, view.onTakeOver)}
      ${view.outbox.length > 0 ? view.late((late) => late.renderOutbox(view.outbox, view.linkOf)) : nothing}
    </header>
    ${renderAsked(view)}
    <form novalidate @submit=${view.onNext} part="step" ?inert=${view.isIdle}>
      <fieldset role="none" ?disabled=${application.isElsewhere}>
        ${keyed(
          screen.id,
          html`${renderHeading(
            headingLevel + 1,
            html`<span class="step-title" tabindex="-1">${screenTitle(i18n, screen)}</span>`,
            screen.kind === 'print' ? 'step-heading no-print' : 'step-heading',
          )}
          ${renderNotice(i18n, application, view.isEnded, view.outcome, view.late)}
          ${renderSummary(view, app, screen, problems)} ${renderScreen(view, app, screen, problems)}`,
        )}
      </fieldset>
      ${renderActions(view, app, screen)}
    </form>
  </div>`;
}

function renderAsked(view: StepsView): unknown {
  const { i18n } = view;
  if (view.asksToDelete) {
    const { couldNotCancel, sendState } = view.application;
    if (sendState?.stage === 'received')
      return view.late((late) => late.renderLastQuestion(view.onAskToDelete, view.onEnd));
    // On one's own computer what may have arrived stays until that is known.
    const yes = couldNotCancel && view.device === 'own' ? 'send.retry' : 'delete.yes';
    return renderQuestion(i18n.t('delete.sure'), couldNotCancel ? i18n.t('send.cancel-unsure') : undefined, [
      { words: i18n.t('delete.no'), look: '', onPress: () => view.onAskToDelete(false) },
      { words: i18n.t(yes), look: 'danger', onPress: () => view.onEnd('ended') },
    ]);
  }
  if (view.isLeft) {
    // Less than all of it is there: that is no sending any more, and may never end by itself.
    const isShort = view.application.sendState?.stage === 'short';
    const why = [isShort ? i18n.t('send.short') : '', i18n.t('left.why')].join(' ');
    return renderQuestion(i18n.t(isShort ? 'state.short' : 'left'), why, [
      { words: i18n.t('end'), look: 'danger', onPress: () => view.onEnd('ended') },
    ]);
  }
  if (view.isIdle)
    return renderQuestion(i18n.t('idle'), i18n.t('idle.why', { seconds: IDLE_ANSWER_SECONDS }), [
      { words: i18n.t('idle.stay'), look: 'primary', onPress: view.onStay },
    ]);
  return nothing;
}

function renderActions(view: StepsView, app: FormState, screen: Screen): TemplateResult {
  const { i18n, application } = view;
  const { screens, sendState, keeper, isElsewhere } = application;
  const at = screens.findIndex(({ id }) => id === screen.id);
  const isSent = sendState?.stage === 'received';
  const isSending = screen.kind === 'send' && isSecurePage();
  const next = screens[at + 1];
  const act = (words: string, look: string, onPress: () => void) =>
    html`<button type="button" class=${look} @click=${onPress}>${words}</button>`;
  const { said: paid } = application.payment;
  const isPaid = paid?.kind === 'payment' && paid.payment.state === 'paid';
  // Only here may it still be; where others come everything goes anyway, and nothing of a practice is kept.
  const keepsReceipt = view.device === 'own' && app.situation.destination !== 'practice';
  const paysLater =
    isSent && !isPaid && screen.kind === 'receipt' && screens.some(({ kind }) => kind === 'pay');
  // Somebody who has scrolled down sees here why there is no way on.
  return html`${isElsewhere ? renderStateStrip(i18n, application, view.onTakeOver) : nothing}
    <p class="actions no-print" part="actions">
      ${
        next && screen.kind !== 'send' && !isElsewhere
          ? html`<button class="button primary">${nextWords(view, app, screen, next)}</button>`
          : nothing
      }
      ${
        at > 0 && !isSent && !isSending && !isElsewhere
          ? act(i18n.t('back'), 'button', () => view.onDo({ type: 'back' }))
          : nothing
      }
      ${paysLater ? act(i18n.t('step.pay'), 'button', () => view.onChange('pay')) : nothing}
      ${isSent ? act(i18n.t('new'), 'button', () => (keepsReceipt ? view.onAskToDelete(true) : view.onEnd(undefined))) : nothing}
      ${
        view.device === 'shared'
          ? act(i18n.t('end'), 'quiet end', () => view.onEnd('ended'))
          : keeper.savedAt !== undefined && !isSent && !isElsewhere
            ? act(i18n.t('delete'), 'quiet end', () => view.onAskToDelete(true))
            : nothing
      }
    </p>`;
}

function nextWords({ i18n }: StepsView, { returnTo }: FormState, screen: Screen, next: Screen): string {
  if (returnTo !== undefined) return i18n.t(screen.kind === 'pay' ? 'to-receipt' : 'to-review');
  if (screen.kind === 'prepare') return i18n.t('start');
  return i18n.t(next.kind === 'send' ? 'send-now' : 'next');
}
