import { html, nothing, type TemplateResult } from 'lit';
import type { Answers } from '../../src/forms/answers.js';
import { isFilled } from '../../src/forms/answers.js';
import { OWN_DEVICE_DAYS } from '../../src/forms/draft.js';
import type { FormState, Screen } from '../../src/forms/form-state.js';
import { shownAnswers } from '../../src/forms/shown-answers.js';
import { deliveryGaps } from '../../src/forms/delivery-draft.js';
import { chevronIcon, printerIcon } from '../../src/ui/icons.js';
import { renderDelivery } from '../../src/ui/delivery-fields.js';
import type { FieldsView, KnownAnswer } from './fields-view.js';
import { renderFormStep } from './fields.js';
import { renderGo } from './go.js';
import { renderHandOff } from './hand-off.js';
import { helperGaps, renderHelper } from './helper.js';
import { labelOf } from './labels.js';
import { renderPaper } from './paper.js';
import { renderPrepare } from './prepare.js';
import { renderReview } from './review.js';
import { renderSend } from './send.js';
import type { StepsView } from './steps-view.js';
import type { Problems } from './told-problems.js';

/** What is asked, shown or done on one screen. */
export function renderScreen(view: StepsView, app: FormState, screen: Screen, problems: Problems): unknown {
  const { i18n, application } = view;
  const { form } = app;
  const inner = view.headingLevel + 2;
  switch (screen.kind) {
    case 'prepare':
      return renderBeginning(view, app);
    case 'fill':
      return html`${screen.step ? renderFormStep(fieldsView(view, app, problems), screen.step) : nothing}
      ${
        view.scanning
          ? view.late((late) => late.renderScan(view.scanning, () => view.onScan(undefined)))
          : nothing
      }`;
    case 'attach':
      return view.late((late) => late.renderAttach());
    case 'delivery': {
      const { delivery } = application;
      const gaps = view.triedDelivery ? deliveryGaps(delivery) : [];
      return renderDelivery(i18n, delivery, gaps, (part, value) =>
        application.setDelivery({ ...delivery, [part]: value }),
      );
    }
    case 'review':
      return renderLastLook(view, app);
    case 'print':
      return html`<p class="no-print">${i18n.t('print.intro')}</p>
        <p class="actions no-print">
          <button type="button" class="button primary" @click=${view.onPrint}>
            ${printerIcon()}${i18n.t('print.now')}
          </button>
        </p>
        ${form ? renderPaper(i18n, form, shownAnswers(form, app.answers)) : nothing}`;
    case 'hand-off':
      return renderHandOff({
        i18n,
        headingLevel: inner,
        code: application.source?.code ?? '',
        portal: view.portal,
        steps: form ? shownAnswers(form, app.answers) : [],
        files: application.files.length > 0 ? view.late((late) => late.renderPack()) : nothing,
        noted: application.noted,
        onCopy: view.onCopy,
        onPrint: view.onPrint,
        onNote: (noted) => application.note(noted),
      });
    case 'send':
      return renderSend({
        i18n,
        state: isSecureContext ? application.sendState : undefined,
        couldNotCancel: application.couldNotCancel,
        reasonOf: view.reasonOf,
        labelOf: (path) => labelOf(i18n, app, path),
        onRetry: () => application.retrySending(),
        onCancel: view.onCancelSending,
        onMend: view.onMend,
      });
    case 'pay':
      return view.late((late) => late.renderPay());
    case 'receipt':
      return view.late((late) => late.renderReceipt());
    case 'go':
      return renderGo(i18n, {
        agency: view.agency,
        phone: view.phone,
        isSent: application.screens.some(({ kind }) => kind === 'send'),
      });
  }
}

function renderBeginning(view: StepsView, { form, situation }: FormState): TemplateResult {
  const { i18n, application } = view;
  const isOwn = view.device === 'own';
  const isPractice = situation.destination === 'practice';
  const isTyped = application.screens.some(({ kind }) => kind === 'fill');
  return html`${renderPrepare({
    i18n,
    screens: application.screens,
    destination: situation.destination,
    kept: isOwn ? i18n.t('kept.own', { days: OWN_DEVICE_DAYS }) : i18n.t('kept.shared'),
    hasForm: form !== undefined,
    levelUnknown: situation.abilities === undefined,
    paperCount: view.paperCount,
    papersLink: view.papersLink,
  })}
  ${
    view.assisted
      ? renderHelper(
          i18n,
          application.helper,
          view.title,
          view.triedHelper ? helperGaps(application.helper) : [],
          (next) => application.setHelper(next),
        )
      : nothing
  }
  ${
    isPractice && form
      ? html`<button type="button" class="button" @click=${() => view.onPractice(form)}>
          ${i18n.t('practice.fill')}
        </button>`
      : nothing
  }
  ${isTyped && isOwn && !isPractice ? renderCarry(view) : nothing}`;
}

/** Its code comes once somebody opens it: most people finish where they began. */
function renderCarry(view: StepsView): TemplateResult {
  return html`<details
    class="carry"
    @toggle=${(event: Event) => {
      if ((event.target as HTMLDetailsElement).open) view.onCarry();
    }}
  >
    <summary>${view.i18n.t('carry.title')}${chevronIcon()}</summary>
    ${view.isCarrying ? view.late((late) => late.renderCarry()) : nothing}
  </details>`;
}

function renderLastLook(view: StepsView, { form, answers }: FormState): TemplateResult {
  const { i18n, application } = view;
  const kinds = application.screens.map(({ kind }) => kind);
  const { way } = application.delivery;
  return html`${renderReview({
    i18n,
    headingLevel: view.headingLevel + 2,
    steps: form ? shownAnswers(form, answers) : [],
    files: kinds.includes('attach') ? application.files : undefined,
    delivery: kinds.includes('delivery') && way ? i18n.t(`delivery.${way as 'online'}`) : undefined,
    fee: application.fee,
    sends: kinds.includes('send'),
    onChange: view.onChange,
  })}
  ${view.assisted && form ? view.late((late) => late.renderReadBack()) : nothing}`;
}

function fieldsView(view: StepsView, app: FormState, { errors, warnings }: Problems): FieldsView {
  return {
    i18n: view.i18n,
    headingLevel: view.headingLevel + 2,
    typed: app.answers,
    kept: view.application.kept,
    errors,
    warnings,
    known: knownAnswers(view, app),
    addressHelp: view.addressHelp,
    onAnswer: view.onAnswer,
    onLeave: view.onLeave,
    onAdd: view.onAddEntry,
    onRemove: (group, at) => view.onDo({ type: 'remove-entry', group, at }),
    onScan: view.onScan,
    renderFiles: (place, label) => view.late((late) => late.renderFiles(place, label)),
  };
}

/** Persons and addresses that were filled in so far, as typed. */
function knownAnswers({ i18n, application }: StepsView, { form }: FormState): KnownAnswer[] {
  const groups = form?.steps.flatMap((step) => step.groups) ?? [];
  const fields = groups.flatMap((group) => (group.repeat ? [] : group.fields));
  return fields.flatMap((field) => {
    if (field.kind !== 'person' && field.kind !== 'address') return [];
    const value = application.typedAt({ field: field.name });
    if (!isFilled(value) || typeof value !== 'object' || Array.isArray(value)) return [];
    return [{ kind: field.kind, field: field.name, label: i18n.text(field.label), value: value as Answers }];
  });
}
