import { html, nothing, type TemplateResult } from 'lit';
import type { AnswerProblem } from '../../src/forms/check-answers.js';
import type { FormState, Screen } from '../../src/forms/form-state.js';
import { deliveryGaps } from '../../src/forms/delivery-draft.js';
import { warningIcon } from '../../src/ui/form-icons.js';
import { summaryWords } from './fields-view.js';
import { helperGaps, helperLabel } from './helper.js';
import { labelOf, screenOf } from './labels.js';
import type { StepsView } from './steps-view.js';

/** A trouble, and what its link does. */
interface SummaryLine {
  readonly words: string;
  readonly onPress: () => void;
}

/** Everything that keeps the person from going on, above the questions; focus comes here when they try. */
export function renderSummary(
  view: StepsView,
  app: FormState,
  screen: Screen,
  errors: readonly AnswerProblem[],
): TemplateResult | typeof nothing {
  const lines = linesOf(view, app, screen, errors);
  if (lines.length === 0) return nothing;
  return html`<div class="summary" role="group" tabindex="-1" aria-labelledby="summary-title">
    <p id="summary-title"><b>${warningIcon()} ${view.i18n.t('errors', { count: lines.length })}</b></p>
    <ul>
      ${lines.map(
        ({ words, onPress }) =>
          html`<li><button type="button" class="quiet" @click=${onPress}>${words}</button></li>`,
      )}
    </ul>
  </div>`;
}

function linesOf(
  view: StepsView,
  app: FormState,
  screen: Screen,
  errors: readonly AnswerProblem[],
): readonly SummaryLine[] {
  const { i18n, application } = view;
  const required = (label: string, id: string): SummaryLine => ({
    words: i18n.t('problem.required', { label }),
    onPress: () => view.onFocus(`#${id}`),
  });
  if (screen.kind === 'delivery' && view.triedDelivery)
    return deliveryGaps(application.delivery).map((gap) =>
      required(i18n.t(gap === 'way' ? 'delivery.how' : `delivery.${gap}`), `d-${gap}`),
    );
  if (screen.kind === 'prepare' && view.triedHelper)
    return helperGaps(application.helper).map((gap) =>
      required(helperLabel(i18n, gap, view.title), `h-${gap}`),
    );
  if (app.errors.length === 0) return [];
  return errors.map((problem) => ({
    words: summaryWords(i18n, problem, labelOf(i18n, app, problem.path)),
    onPress: () => {
      const other = screen.kind === 'review' ? screenOf(app, problem.path) : undefined;
      if (other) view.onChange(other, problem.path);
      else view.onFocusAnswer(problem.path);
    },
  }));
}
