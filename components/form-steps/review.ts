import { html, nothing, type TemplateResult } from 'lit';
import type { ComputedFee } from '../../src/forms/fees.js';
import type { ShownStep } from '../../src/forms/shown-answers.js';
import { renderHeading } from '../../src/ui/heading.js';
import { infoIcon } from '../../src/ui/icons.js';
import { renderFee } from './fee.js';
import { renderRows, renderTerms } from './rows.js';
import { rowLabel, type Words } from './view.js';

/** Something that was asked beside the form. */
export interface ReviewedBeside {
  readonly title: string;
  /** Where it is changed: the screen, and the control there. */
  readonly screen: string;
  readonly path: string;
  readonly terms: readonly (readonly [term: string, words: string])[];
}

export interface ReviewView {
  readonly i18n: Words;
  readonly headingLevel: number;
  readonly steps: readonly ShownStep[];
  /** The papers that were chosen, as they are shown. */
  readonly files: unknown;
  readonly beside: readonly ReviewedBeside[];
  /** Who helped, as it is shown. */
  readonly helper: unknown;
  readonly fee: ComputedFee | undefined;
  readonly sends: boolean;
  /** Id of the screen that a change link opens, and of the control there. */
  readonly onChange: (screen: string, path?: string) => void;
}

/** Everything, line by line, each with a way back to it. */
export function renderReview(view: ReviewView): TemplateResult {
  const { i18n } = view;
  return html`<p>${i18n.t('review.intro')}</p>
    ${view.steps.map(
      (step) =>
        html`<section class="reviewed">
          ${renderHeading(view.headingLevel, i18n.text(step.title), 'group-title')}
          ${renderRows(i18n, step, (row) => changeButton(view, rowLabel(i18n, row), `fill:${step.name}`, row.path))}
        </section>`,
    )}
    ${view.files} ${view.beside.map((one) => renderReviewedBeside(view, one))} ${view.helper}
    <section class="reviewed">
      ${renderHeading(view.headingLevel, i18n.t('review.fee'), 'group-title')} ${renderFee(i18n, view.fee)}
    </section>
    ${view.sends ? html`<p class="note">${infoIcon()}<span>${i18n.t('review.sends')}</span></p>` : nothing}`;
}

export function renderReviewedBeside(
  view: Pick<ReviewView, 'i18n' | 'headingLevel' | 'onChange'>,
  { title, terms, screen, path }: ReviewedBeside,
): TemplateResult {
  return html`<section class="reviewed">
    ${renderHeading(view.headingLevel, title, 'group-title')} ${renderTerms(terms)}
    ${changeButton(view, title, screen, path)}
  </section>`;
}

/** The way back to what a line says. */
export const changeButton = (
  view: Pick<ReviewView, 'i18n' | 'onChange'>,
  label: string,
  screen: string,
  path?: string,
) =>
  html`<button
    type="button"
    class="quiet no-print"
    aria-label=${view.i18n.t('review.change-what', { label })}
    @click=${() => view.onChange(screen, path)}
  >
    ${view.i18n.t('review.change')}
  </button>`;
