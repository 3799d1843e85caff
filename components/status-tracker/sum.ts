import { html, nothing, type TemplateResult } from 'lit';
import type { TimeLimit } from '../../src/catalog/procedure.js';
import { builtInCalendar } from '../../src/dossiers/built-in-calendar.js';
import { builtInDays } from '../../src/dossiers/built-in-days.js';
import type { CalendarSource, WorkCalendar } from '../../src/dossiers/deadline.js';
import { explainDue, type DueExplained, type DueLine } from '../../src/dossiers/explain-due.js';
import { movedDueDate, type TimeGiven } from '../../src/dossiers/moved-deadline.js';
import { withWaiting } from '../../src/dossiers/stages.js';
import { chevronIcon } from '../../src/ui/icons.js';
import { inVietnamese, langOf } from '../../src/ui/in-vietnamese.js';
import { webAddress } from '../../src/ui/link-template.js';
import {
  finishedWords,
  momentOf,
  shownEstimate,
  type Situation,
  type TrackerView,
  type Words,
} from './view.js';

/** The calendar with what decided its days, which comes only with what tells it. */
const inFull = (calendar: WorkCalendar): WorkCalendar =>
  calendar === builtInDays ? builtInCalendar : calendar;

/** How the date came about, to be opened and read day by day. */
export function renderSum(view: TrackerView, situation: Situation): unknown {
  const { told, finished } = situation;
  const { i18n, stages } = view;
  const calendar = inFull(view.calendar);
  const { due } = told;
  if (!due) return renderEstimate(view, situation);
  // The office wrote it down without any days: nothing is counted for it that it did not count.
  if (!('days' in due)) return renderFold(i18n.t('sum'), html`<p>${i18n.t('due.by-office')}</p>`);
  const history = told.level === 1 ? withWaiting(told.history, stages) : [];
  const explained = explainDue(new Date(told.sentAt), due, history, calendar);
  return renderFold(
    i18n.t('sum'),
    html`<p>${i18n.t('sum.start', momentOf(i18n, new Date(told.sentAt)))}</p>
      ${
        explained
          ? html`${renderLines(i18n, explained, due)}
              <p><b>${i18n.t('sum.end', { day: i18n.day(due.on) })}</b></p>
              ${renderCalendar(i18n, calendar)}`
          : html`<p>
              ${i18n.t('sum.other', { day: i18n.day(due.on), days: due.days, from: i18n.day(due.from) })}
              ${due.paused > 0 ? i18n.t('sum.paused-days', { count: due.paused }) : nothing}
            </p>`
      }
      ${finished ? html`<p>${finishedWords(i18n, finished, due.on)}</p>` : nothing}`,
  );
}

const renderFold = (summary: string, content: TemplateResult): TemplateResult =>
  html`<details class="part" part="reckoning">
    <summary>${chevronIcon()}${summary}</summary>
    ${content}
  </details>`;

/** The same of an estimate, which is called one here as well. */
function renderEstimate(view: TrackerView, situation: Situation): unknown {
  const { i18n, procedure, stages } = view;
  const calendar = inFull(view.calendar);
  const { told } = situation;
  const estimate = shownEstimate(view, situation);
  const limit = procedure?.timeLimit;
  if (typeof estimate !== 'string' || !limit) return nothing;
  const since = new Date(told.receivedAt ?? told.sentAt);
  const history = told.level === 1 ? withWaiting(told.history, stages) : [];
  const given = timeInDays(limit);
  const moved = given && movedDueDate(since, given, history, calendar);
  const explained = moved && explainDue(since, { ...given, ...moved }, history, calendar);
  const { value = 0, unit } = limit;
  const day = i18n.day(estimate);
  return renderFold(
    i18n.t('sum.estimate'),
    html`<p>${i18n.t('sum.start', momentOf(i18n, since))}</p>
      ${
        explained
          ? renderLines(i18n, explained, given)
          : unit === 'hour' || unit === 'month' || unit === 'year'
            ? html`<p>${i18n.t(`sum.limit-${unit}`, { value: i18n.number(value) })}</p>`
            : nothing
      }
      <p><b>${i18n.t('sum.estimate-end', { day })}</b></p>
      ${renderCalendar(i18n, calendar)}`,
  );
}

/** By which days off it was reckoned, who decided them, and until when they are known. */
function renderCalendar(i18n: Words, { years, source, asOf }: WorkCalendar): TemplateResult {
  const known = { years: years.join(', ') };
  return html`<p class="hint calendar">
    ${
      source
        ? html`${i18n.t('sum.calendar', known)}
          ${source.map((one, at) => html`${at > 0 ? '; ' : ''}${renderSource(i18n, one)}`)}.`
        : i18n.t('sum.calendar-unsourced', known)
    }
    ${asOf ? i18n.t('sum.calendar-as-of', { day: i18n.day(asOf) }) : nothing}
    ${i18n.t('sum.calendar-ends', { year: String(Math.max(...years)) })}
  </p>`;
}

function renderSource(i18n: Words, { decision, issuedOn, url }: CalendarSource): TemplateResult {
  const address = webAddress(url);
  const told = inVietnamese(
    (name) => (issuedOn ? i18n.t('sum.calendar-issued', { decision: name, day: i18n.day(issuedOn) }) : name),
    decision,
  );
  return address ? html`<a href=${address} rel="noreferrer">${told}</a>` : told;
}

/** As an estimate reckons it: half a day more is a day more. */
function timeInDays({ value, unit, cutOffHour }: TimeLimit): TimeGiven | undefined {
  const hour = cutOffHour === undefined ? {} : { cutOffHour };
  if (unit === 'same-day') return { days: 0, unit: 'day', ...hour };
  return value !== undefined && (unit === 'day' || unit === 'working-day')
    ? { days: Math.ceil(value), unit, ...hour }
    : undefined;
}

function renderLines(
  i18n: Words,
  { start, startsLater, cutOffHour, lines }: DueExplained,
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
    </ol>`;
}

function lineWords(i18n: Words, { mark, nth, reason }: DueLine): unknown {
  const words = mark === 'counted' ? i18n.t('sum.counted', { nth: nth ?? 0 }) : i18n.t(`sum.${mark}`);
  if (!reason) return words;
  const name = i18n.text(reason.name);
  const { decision: by } = reason;
  return html`${words}:
    <span lang=${langOf(reason.name, i18n.language)}
      >${by ? inVietnamese((decision) => i18n.t('sum.reason', { name, decision }), by) : name}</span
    >`;
}
