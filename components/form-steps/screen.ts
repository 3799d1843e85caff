import { isSecurePage } from '../../src/ui/secure-page.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Answers } from '../../src/forms/answers.js';
import { isFilled } from '../../src/forms/answers.js';
import { knownPersons } from '../../src/forms/applicant.js';
import { DELIVERY, deliveryParts } from '../../src/forms/delivery-draft.js';
import type { FormState, Screen } from '../../src/forms/form-state.js';
import { shownAnswers } from '../../src/forms/shown-answers.js';
import { chevronIcon } from '../../src/ui/icons.js';
import { renderDelivery } from '../../src/ui/delivery-fields.js';
import { keptDays } from '../../src/ui/kept-days.js';
import type { FieldsView, KnownAnswer } from './fields-view.js';
import { renderFormStep } from './fields.js';
import { besideLabel, labelOf } from './labels.js';
import { renderPrepare } from './prepare.js';
import { renderReview, type ReviewedBeside } from './review.js';
import { renderSend } from './send.js';
import type { StepsView } from './steps-view.js';
import type { Problems } from './told-problems.js';

/** What is asked, shown or done on one screen. */
export function renderScreen(view: StepsView, app: FormState, screen: Screen, problems: Problems): unknown {
  const { i18n, application } = view;
  const { form } = app;
  switch (screen.kind) {
    case 'prepare':
      return html`${renderBeginning(view, app, problems)} ${renderCarry(view, app, screen)}`;
    case 'fill':
      return html`${screen.step ? renderFormStep(fieldsView(view, app, problems), screen.step) : nothing}
      ${
        view.scanning
          ? view.late((late) => late.renderScan(view.scanning, () => view.onScan(undefined)))
          : nothing
      }
      ${renderCarry(view, app, screen)}`;
    case 'attach':
      return view.late((late) => late.renderAttach());
    case 'delivery':
      return renderDelivery(
        fieldsView(view, app, problems),
        application.delivery,
        form ? knownPersons(form, app.answers) : [],
      );
    case 'review':
      return renderLastLook(view, app);
    case 'print':
      return view.late((late) => late.renderPaper(true));
    case 'hand-off':
      return view.late((late) => late.renderHandOff());
    case 'send':
      // It goes on there, or does not; here nobody knows.
      if (application.isElsewhere) return nothing;
      if (!isSecurePage())
        return html`<div class="no-print">${renderUnsafe(view)}</div>
          ${view.late((late) => late.renderPaper(false))}`;
      return renderSend({
        i18n,
        state: application.sendState,
        couldNotCancel: application.couldNotCancel,
        reasonOf: view.reasonOf,
        labelOf: (path) => labelOf(i18n, app, path),
        renderTransfers: (transfers) =>
          view.late((late) => late.renderTransfers(transfers, view.onCancelSending)),
        onRetry: view.onRetrySending,
        onCancel: view.onCancelSending,
        onMend: view.onMend,
      });
    case 'pay':
      return view.late((late) => late.renderPay());
    case 'receipt':
      return view.late((late) => late.renderReceipt());
    case 'go':
      return view.paperList((list) =>
        list.renderGo({
          agency: view.agency,
          phone: view.phone,
          isSent: application.screens.some(({ kind }) => kind === 'send'),
          fee: application.fee,
          feeLink: view.sheetLink,
        }),
      );
  }
}

const renderUnsafe = (view: StepsView): unknown => view.paperList((list) => list.renderUnsafe());

function renderBeginning(view: StepsView, app: FormState, problems: Problems): TemplateResult {
  const { form, situation } = app;
  const { i18n, application } = view;
  const isOwn = view.device === 'own';
  const isPractice = situation.destination === 'practice';
  const isAsked = application.screens.some(({ kind }) => kind === 'fill');
  return html`${renderPrepare({
    i18n,
    screens: application.screens,
    destination: situation.destination,
    // Practice keeps nothing, and says so above; so does a browser that keeps nothing.
    kept:
      isPractice || (isOwn && application.keeper.state === 'memory')
        ? undefined
        : isOwn
          ? i18n.t('kept.own', { days: keptDays(navigator.userAgent) })
          : i18n.t('kept.shared'),
    papers: view.paperList((list) =>
      list.renderBring(view.sheetLink, { levelUnknown: situation.abilities === undefined, form, isAsked }),
    ),
    unsafe: isSecurePage() ? undefined : renderUnsafe(view),
  })}
  ${
    view.assisted
      ? view.late((late) =>
          late.renderHelper(fieldsView(view, app, problems), application.helper, view.title),
        )
      : nothing
  }
  ${
    isPractice && form && isAsked
      ? html`<button type="button" class="button no-print" @click=${() => view.onPractice(form)}>
          ${i18n.t('practice.fill')}
        </button>`
      : nothing
  }`;
}

/** From wherever somebody has to stop. Its code comes once they open it: most people finish where they began. */
function renderCarry(view: StepsView, { answers, situation }: FormState, { kind }: Screen): unknown {
  const isTyped = view.application.screens.some((screen) => screen.kind === 'fill');
  const canSave = isFilled(answers);
  // Without https nothing can be locked, and no lock opened.
  if (!isTyped || !isSecurePage() || situation.destination === 'practice') return nothing;
  if (!canSave && kind !== 'prepare') return nothing;
  return html`<details
    class="carry"
    @toggle=${(event: Event) => {
      if ((event.target as HTMLDetailsElement).open) view.onCarry();
    }}
  >
    <summary>${view.i18n.t(canSave ? 'carry.title' : 'carry.begin')}${chevronIcon()}</summary>
    ${view.isCarrying ? view.late((late) => late.renderCarry(canSave)) : nothing}
  </details>`;
}

function renderLastLook(view: StepsView, { form, answers }: FormState): TemplateResult {
  const { i18n, application } = view;
  const kinds = application.screens.map(({ kind }) => kind);
  return html`${renderReview({
    i18n,
    headingLevel: view.headingLevel + 2,
    steps: form ? shownAnswers(form, answers, application.files) : [],
    files: kinds.includes('attach') ? view.late((late) => late.renderReviewedFiles()) : nothing,
    beside: kinds.includes('delivery') ? [deliveryWords(i18n, application)] : [],
    helper: view.assisted ? view.late((late) => late.renderReviewedHelper(view.title)) : nothing,
    fee: application.fee,
    sends: kinds.includes('send'),
    onChange: view.onChange,
  })}
  ${view.assisted && form ? view.late((late) => late.renderReadBack()) : nothing}`;
}

function deliveryWords(i18n: StepsView['i18n'], { delivery }: StepsView['application']): ReviewedBeside {
  const { way } = delivery;
  return {
    title: i18n.t('step.delivery'),
    screen: 'delivery',
    path: `${DELIVERY}.way`,
    terms: [
      [i18n.t('delivery.how'), way ? i18n.t(`delivery.${way as 'online'}`) : i18n.t('not-answered')],
      ...deliveryParts(way).map((part) => [besideLabel(i18n, DELIVERY, part), delivery[part]] as const),
    ],
  };
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
    onRemove: view.onRemoveEntry,
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
    const { kind, name } = field;
    const label = i18n.text(field.label);
    // A card that was read knows where somebody lives, also where the question for the person does not ask it.
    const { address } = value as Answers;
    const home: Answers = kind === 'person' && address ? { text: address } : {};
    return [
      { kind, field: name, label, value: value as Answers },
      ...(isFilled(home) ? [{ kind: 'address', field: name, label, value: home } as const] : []),
    ];
  });
}
