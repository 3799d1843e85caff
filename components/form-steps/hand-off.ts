import { html, nothing, type TemplateResult } from 'lit';
import type { ShownStep } from '../../src/forms/shown-answers.js';
import { copyIcon } from '../../src/ui/form-icons.js';
import { renderHeading } from '../../src/ui/heading.js';
import { externalIcon, infoIcon, printerIcon } from '../../src/ui/icons.js';
import { renderRows } from './rows.js';
import { rowLabel, valueWords, type Words } from './view.js';

export interface HandOffView {
  readonly i18n: Words;
  readonly headingLevel: number;
  readonly code: string;
  readonly portal: string;
  readonly steps: readonly ShownStep[];
  /** The papers, ready to take along. */
  readonly files: unknown;
  readonly noted: string;
  readonly onCopy: (label: string, text: string) => void;
  readonly onPrint: () => void;
  readonly onNote: (code: string) => void;
}

/** What to do on the national portal, with every answer ready to copy. Never looks like the portal itself. */
export function renderHandOff(view: HandOffView): TemplateResult {
  const { i18n } = view;
  return html`<p>${i18n.t('hand-off.intro')}</p>
    <ol class="plan numbered">
      <li>${i18n.t('hand-off.one')}</li>
      <li>${i18n.t('hand-off.two', { code: view.code })}</li>
      <li>${i18n.t('hand-off.three')}</li>
      <li>${i18n.t('hand-off.four')}</li>
    </ol>
    <p class="actions no-print">
      <a class="button primary" href=${view.portal} target="_blank" rel="noopener noreferrer"
        >${i18n.t('hand-off.open')}${externalIcon()}</a
      >
      <button type="button" class="button" @click=${view.onPrint}>
        ${printerIcon()}${i18n.t('hand-off.print')}
      </button>
    </p>
    ${view.steps.map(
      (step) =>
        html`<section class="reviewed">
          ${renderHeading(view.headingLevel, i18n.text(step.title), 'group-title')}
          ${renderRows(i18n, step, (row) => {
            if (row.value.kind === 'none') return nothing;
            const label = rowLabel(i18n, row);
            const text = valueWords(i18n, row.value);
            return html`<button
              type="button"
              class="quiet no-print"
              aria-label=${i18n.t('hand-off.copy-what', { label })}
              @click=${() => view.onCopy(label, text)}
            >
              ${copyIcon()}${i18n.t('hand-off.copy')}
            </button>`;
          })}
        </section>`,
    )}
    ${
      view.files === nothing
        ? nothing
        : html`<section class="reviewed no-print">
            ${renderHeading(view.headingLevel, i18n.t('hand-off.files'), 'group-title')}
            <p>${i18n.t('hand-off.files-why')}</p>
            ${view.files}
          </section>`
    }
    <div class="field no-print">
      <label for="noted"
        >${i18n.t('hand-off.code')} <span class="optional">(${i18n.t('optional')})</span></label
      >
      <span class="hint" id="noted-hint">${i18n.t('hand-off.code-hint')}</span>
      <input
        id="noted"
        type="text"
        autocomplete="off"
        spellcheck="false"
        aria-describedby="noted-hint"
        .value=${view.noted}
        @input=${(event: Event) => view.onNote((event.target as HTMLInputElement).value)}
      />
      ${
        view.noted.trim()
          ? html`<p class="note">
              ${infoIcon()}<span>${i18n.t('hand-off.code-kept', { code: view.noted.trim() })}</span>
            </p>`
          : nothing
      }
    </div>`;
}
