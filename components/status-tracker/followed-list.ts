import { html, nothing } from 'lit';
import { stageOf } from '../../src/dossiers/stages.js';
import { renderHeading } from '../../src/ui/heading.js';
import { closeIcon } from '../../src/ui/icons.js';
import { momentOf, stageWords, type TrackerView } from './view.js';

/** Whether the page was opened with the code of one that is followed here: it is offered before anything is to be typed. */
export const isLinked = ({ tracking, linked }: TrackerView): boolean =>
  tracking.followed.some(({ code }) => code === linked);

/**
 * The dossiers that are followed on this computer: one press opens one, another lets it go. The second of two presses in a row
 * would be for one that has moved up meanwhile, so it counts for nothing.
 */
export function renderFollowed(view: TrackerView): unknown {
  const { i18n, tracking, stages, linked } = view;
  if (tracking.followed.length === 0) return nothing;
  const followed = [...tracking.followed].sort(
    (one, other) => Number(other.code === linked) - Number(one.code === linked),
  );
  return html`<section class="part no-print" id="followed" tabindex="-1">
    ${renderHeading(view.headingLevel + 1, i18n.t('followed'), 'part-title')}
    <ul class="followed" part="followed">
      ${followed.map(
        (one) =>
          html`<li>
            <button type="button" class="open" @click=${() => view.onOpen(one)}>
              <span class="followed-code">${i18n.t('followed.open', { code: one.code })}</span>
              <span>${stageWords(i18n, stageOf(one.tracked.standing, stages), one.tracked)}</span>
              <span class="hint">${i18n.t('as-of', momentOf(i18n, new Date(one.at)))}</span>
            </button>
            <button
              type="button"
              class="quiet"
              aria-label=${i18n.t('followed.forget', { code: one.code })}
              @click=${({ detail }: MouseEvent) => detail < 2 && view.onForget(one)}
            >
              ${closeIcon()}
            </button>
          </li>`,
      )}
    </ul>
    <p class="hint">${i18n.t('followed.kept')}</p>
  </section>`;
}
