import { html, nothing, type TemplateResult } from 'lit';
import type { Screen } from '../../src/forms/form-state.js';
import type { Destination } from '../../src/forms/step-flow.js';
import { infoIcon } from '../../src/ui/icons.js';
import { screenTitle, type Words } from './view.js';

export interface PrepareView {
  readonly i18n: Words;
  readonly screens: readonly Screen[];
  readonly destination: Destination;
  /** What becomes of what is typed; undefined where that is said already. */
  readonly kept: string | undefined;
  /** What is to be known beforehand, and the papers to bring, as they are shown. */
  readonly papers: unknown;
  /** That nothing can be sent from here; undefined where it can. */
  readonly unsafe: unknown;
}

/** What is ahead, where it goes, and what happens to what is typed: before the first question. */
export function renderPrepare(view: PrepareView): TemplateResult {
  const { i18n, screens } = view;
  const has = (kind: Screen['kind']) => screens.some((screen) => screen.kind === kind);
  // Where something goes is a matter of the steps: a level that allows no sending sends nothing anywhere.
  const where = has('send') || has('hand-off') || view.destination === 'practice' ? view.destination : 'none';
  return html`
    ${has('send') && view.unsafe ? view.unsafe : html`<p>${i18n.t(`where.${where}`)}</p>`}
    ${
      screens.length > 1
        ? html`<p>${i18n.t('prepare.will')}</p>
            <ol class="plan">
              ${screens.slice(1).map((screen) => html`<li>${screenTitle(i18n, screen)}</li>`)}
            </ol>`
        : nothing
    }
    ${view.papers}
    ${view.kept && has('fill') ? html`<p class="note">${infoIcon()}<span>${view.kept}</span></p>` : nothing}
  `;
}
