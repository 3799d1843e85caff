import { html, nothing } from 'lit';
import { isDossierAct } from '../../src/dossiers/dossier-states.js';
import { chevronIcon } from '../../src/ui/icons.js';
import { inVietnamese, langOf } from '../../src/ui/in-vietnamese.js';
import { labelOf } from './asked-label.js';
import { momentOf, type Situation, type TrackerView, type Words } from './view.js';

const OTHER_ACTS = ['send', 'register', 'deliver', 'rate'] as const;

/** What an act is called; one that nobody knows as it came. */
function actWords(i18n: Words, act: string): string {
  if (isDossierAct(act)) return i18n.t(`act.${act}`);
  const other = OTHER_ACTS.find((one) => one === act);
  return other ? i18n.t(`act.${other}`) : act;
}

/** What the papers and fields of a row are to it. */
const partsWords = (act: string) =>
  act === 'supplement' ? 'history.handed-in' : act === 'ask-supplement' ? 'history.asked' : 'history.brought';

/** What was done with it, newest first, by whom in plain words, and never by name. */
export function renderHistory({ i18n }: TrackerView, { told, isDone }: Situation): unknown {
  if (told.level !== 1) return nothing;
  const { due } = told;
  return html`<details class="part" part="history">
    <summary>${chevronIcon()}${i18n.t('history')}</summary>
    <ol class="history">
      ${[...told.history].reverse().map(({ act, at, by, note, unit, parts, kept, papers }) => {
        const { time, day } = momentOf(i18n, new Date(at));
        return html`<li>
          <p><b>${actWords(i18n, act)}</b></p>
          <p class="hint">
            ${i18n.t('history.by', { who: i18n.t(`history.by-${by}`), time: `${time} ${day}` })}${
              unit ? html` · ${inVietnamese((to) => i18n.t('history.unit', { unit: to }), unit)}` : nothing
            }
          </p>
          ${
            parts
              ? html`<p>${i18n.t(partsWords(act))}</p>
                  <ul class="list">
                    ${parts.map((part) => html`<li lang=${langOf(part.label, i18n.language)}>${labelOf(i18n, part)}</li>`)}
                  </ul>`
              : nothing
          }
          ${kept ? html`<p>${i18n.t(`history.kept-${kept}`)}</p>` : nothing}
          ${papers ? html`<p>${i18n.t('history.papers', { count: papers })}</p>` : nothing}
          ${note ? html`<p class="quote" lang="vi">${note}</p>` : nothing}
        </li>`;
      })}
    </ol>
    ${
      isDone && due
        ? html`<p class="hint">${i18n.t('due', { day: i18n.day(due.on) })}. ${i18n.t('due.by-office')}</p>`
        : nothing
    }
  </details>`;
}
