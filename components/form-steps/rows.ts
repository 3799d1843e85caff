import { html, nothing, type TemplateResult } from 'lit';
import type { ShownRow, ShownStep } from '../../src/forms/shown-answers.js';
import { rowLabel, valueWords, type Words } from './view.js';

/**
 * Questions and answers of a step, line by line.
 * @param action what can be done with a line, beside it
 */
export function renderRows(
  i18n: Words,
  { groups }: ShownStep,
  action: (row: ShownRow) => unknown = () => nothing,
): TemplateResult {
  return html`${groups.map(
    ({ group, entry, rows }) => html`
      ${
        entry === undefined
          ? nothing
          : html`<p class="entry-title">
              ${i18n.t('entry', { label: i18n.text(group.repeat?.entry ?? { vi: '' }), number: entry })}
            </p>`
      }
      <dl class="rows">
        ${rows.map(
          (row) =>
            html`<div>
              <dt>${rowLabel(i18n, row)}</dt>
              <dd class=${row.value.kind === 'none' ? 'absent' : ''}>${valueWords(i18n, row.value)}</dd>
              ${action(row) === nothing ? nothing : html`<dd class="act">${action(row)}</dd>`}
            </div>`,
        )}
      </dl>
    `,
  )}`;
}

/** Terms and what is to be said of each. */
export const renderTerms = (terms: readonly (readonly [term: string, words: string])[]): TemplateResult =>
  html`<dl class="rows">
    ${terms.map(
      ([term, words]) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${words}</dd>
        </div>`,
    )}
  </dl>`;
