import { html, nothing, type TemplateResult } from 'lit';
import { explainDue, type DueExplained, type DueLine } from '../../src/dossiers/explain-due.js';
import { chevronIcon } from '../../src/ui/icons.js';
import { momentOf, type Situation, type TrackerView, type Words } from './view.js';

/** How the date came about, to be opened and read day by day. */
export function renderSum(view: TrackerView, { told }: Situation): unknown {
  const { i18n, calendar } = view;
  const { due } = told;
  if (!due) return nothing;
  const history = told.level === 1 ? told.history : [];
  const explained = explainDue(new Date(told.sentAt), due, history, calendar);
  return html`<details class="part" part="reckoning">
    <summary>${chevronIcon()}${i18n.t('sum')}</summary>
    <p>${i18n.t('sum.start', momentOf(i18n, new Date(told.sentAt)))}</p>
    ${
      explained
        ? renderLines(i18n, explained, due)
        : html`<p>
            ${i18n.t('sum.other', { day: i18n.day(due.on), days: due.days, from: i18n.day(due.from) })}
            ${due.paused > 0 ? i18n.t('sum.paused-days', { count: due.paused }) : nothing}
          </p>`
    }
  </details>`;
}

function renderLines(
  i18n: Words,
  { on, start, startsLater, cutOffHour, lines }: DueExplained,
  { days, unit }: { readonly days: number; readonly unit: 'working-day' | 'day' },
): TemplateResult {
  const begin = { day: i18n.day(start), hour: cutOffHour };
  return html`<p>
      ${
        startsLater === 'after-hour'
          ? i18n.t('sum.after-hour', begin)
          : startsLater === 'day-off'
            ? i18n.t('sum.day-off', begin)
            : i18n.t('sum.start-as', begin)
      }
    </p>
    <p>${days === 0 ? i18n.t('sum.limit-same-day') : i18n.t(`sum.limit-${unit}`, { days })}</p>
    <ol class="sum">
      ${lines.map(
        (line) =>
          html`<li class=${line.mark}>
            <span>${i18n.day(line.day)}</span><span>${lineWords(i18n, line)}</span>
          </li>`,
      )}
    </ol>
    <p><b>${i18n.t('sum.end', { day: i18n.day(on) })}</b></p>`;
}

function lineWords(i18n: Words, { mark, nth, reason }: DueLine): string {
  const words = mark === 'counted' ? i18n.t('sum.counted', { nth: nth ?? 0 }) : i18n.t(`sum.${mark}`);
  if (!reason) return words;
  const name = i18n.text(reason.name);
  const told = reason.decision ? i18n.t('sum.reason', { name, decision: reason.decision }) : name;
  return `${words}: ${told}`;
}
