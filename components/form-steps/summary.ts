import { html, nothing, type TemplateResult } from 'lit';
import type { FormState, Screen } from '../../src/forms/form-state.js';
import { warningIcon } from '../../src/ui/form-icons.js';
import { summaryWords } from './fields-view.js';
import { labelOf, screenOf } from './labels.js';
import type { StepsView } from './steps-view.js';
import type { Problems } from './told-problems.js';

/** Everything that keeps the person from going on, above the questions; focus comes here when they try. */
export function renderSummary(
  view: StepsView,
  app: FormState,
  screen: Screen,
  { errors, isInTheWay }: Problems,
): TemplateResult | typeof nothing {
  const { i18n } = view;
  if (!isInTheWay || errors.length === 0) return nothing;
  return html`<div class="summary" role="group" tabindex="-1" aria-labelledby="summary-title">
    <p id="summary-title"><b>${warningIcon()} ${i18n.t('errors', { count: errors.length })}</b></p>
    <ul>
      ${errors.map((problem) => {
        const { path } = problem;
        const other = screen.kind === 'review' ? screenOf(app, path) : undefined;
        return html`<li>
          <button
            type="button"
            class="quiet"
            @click=${() => (other ? view.onChange(other, path) : view.onFocusAnswer(path))}
          >
            ${summaryWords(i18n, problem, labelOf(i18n, app, path))}
          </button>
        </li>`;
      })}
    </ul>
  </div>`;
}
