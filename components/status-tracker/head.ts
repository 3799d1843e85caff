import { html, nothing, type TemplateResult } from 'lit';
import { maskName } from '../../src/dossiers/mask-name.js';
import type { NextThing } from '../../src/dossiers/next-thing.js';
import { WAITING } from '../../src/dossiers/stages.js';
import { warningIcon } from '../../src/ui/form-icons.js';
import { renderHeading } from '../../src/ui/heading.js';
import { checkIcon, infoIcon, phoneIcon } from '../../src/ui/icons.js';
import { inVietnamese, langOf } from '../../src/ui/in-vietnamese.js';
import { dialLink } from '../../src/ui/link-template.js';
import type { Told } from '../../src/ui/tracking-options.js';
import {
  finishedWords,
  shownEstimate,
  stageWords,
  type Panel,
  type Situation,
  type TrackerView,
  type Words,
} from './view.js';

/** The answers to what people come with, before anything else: where it is and who has it, until when, and what to do. */
export function renderHead(view: TrackerView, situation: Situation): TemplateResult {
  const { i18n, procedure, procedureLink } = view;
  const { told, stage } = situation;
  const details = told.level === 1 ? told : undefined;
  const name = procedure?.name ?? (details ? i18n.t('procedure', { code: details.procedure }) : undefined);
  return html`<div class="head ${toneOf(situation)}" part="summary">
    <p class="eyebrow">${i18n.t('dossier', { code: told.code })}</p>
    ${
      name
        ? html`<p class="procedure" lang=${procedure ? 'vi' : nothing}>
            ${procedureLink ? html`<a href=${procedureLink}>${name}</a>` : name}
          </p>`
        : nothing
    }
    ${renderHeading(
      view.headingLevel,
      html`<span
        class="stage"
        tabindex="-1"
        lang=${stage.words ? langOf(stage.words, i18n.language) : nothing}
        >${
          stage.stage === 'unknown'
            ? inVietnamese((name) => i18n.t('stage.unknown', { name }), stage.name)
            : stageWords(i18n, stage, told)
        }</span
      >`,
      'stage-heading',
    )}
    ${
      stage.stage === 'unknown'
        ? html`<p class="hint">${i18n.t('unknown.why')}</p>`
        : html`<p class="hint">${inVietnamese((name) => i18n.t('official', { name }), stage.name)}</p>`
    }
    <ul class="facts">
      <li>
        ${inVietnamese((office) => i18n.t('holder.office', { office }), told.office)}${
          details?.holder
            ? html`<br /><b>${inVietnamese((holder) => i18n.t('holder', { holder }), details.holder)}</b>`
            : nothing
        }
      </li>
      ${dueOf(view, situation)}
      ${
        details?.applicant
          ? html`<li class="applicant">
              ${inVietnamese((name) => i18n.t('applicant', { name }), maskName(details.applicant))}
            </li>`
          : nothing
      }
    </ul>
    ${renderNow(view, situation)}
  </div>`;
}

const toneOf = ({ stage: { stage }, isLate, next, takenBack }: Situation): string => {
  if (isLate) return 'late';
  if (takenBack) return 'waits';
  if (next === 'await-payment') return 'plain';
  if (stage === 'ready' || stage === 'handed-over') return 'good';
  if (stage === 'supplement' || stage === 'payment') return 'waits';
  return stage === 'refused' || stage === 'stopped' ? 'bad' : 'plain';
};

/** A date that nobody waits for any more is nothing to be told first: the history still has it. */
function dueOf(view: TrackerView, situation: Situation): unknown {
  const isThere = ['ready', 'handed-over'].includes(situation.stage.stage);
  if (situation.isDone && !isThere) return nothing;
  return html`<li class="due">
    ${isThere ? renderFinished(view.i18n, situation) : renderDue(view, situation)}
  </li>`;
}

/** That it is done; and when, beside the day that was promised, where both are told. */
const renderFinished = (i18n: Words, { told: { due }, finished }: Situation): TemplateResult =>
  html`<span class="date">${i18n.t('on-time')}</span> ${
      finished && due ? html`<span class="hint">${finishedWords(i18n, finished, due.on)}</span>` : nothing
    }`;

/** The office’s own date; an estimate only where there is none, and called one. */
function renderDue(view: TrackerView, situation: Situation): unknown {
  const { i18n, procedure } = view;
  const { told, stage, isLate, next } = situation;
  const time = timeWords(i18n, situation);
  const { due, limit } = told;
  if (due)
    return html`<span class="date">${i18n.t('due', { day: i18n.day(due.on) })}</span>
      ${time ? html`<span class="time ${isLate ? 'is-late' : ''}">${time}</span>` : nothing}
      <span class="hint">${i18n.t('due.by-office')}</span>`;
  // What was never given is not given anew.
  if (limit && WAITING.includes(stage.stage))
    return i18n.t(next === 'await-payment' ? 'due.paid' : 'due.waiting');
  const estimate = shownEstimate(view, situation);
  if (typeof estimate === 'string')
    return html`<span class="date">${i18n.t('due.estimate', { day: i18n.day(estimate) })}</span>
      <span class="hint">${i18n.t('due.estimate-why')}</span>`;
  if (!limit)
    return html`${i18n.t(procedure?.isUntimed ? 'due.untimed' : 'due.none')}
    ${estimate ? html`<span class="hint">${i18n.t('due.no-days', { year: String(estimate) })}</span>` : nothing}`;
  const words =
    limit.days === 0
      ? i18n.t('due.limit-same-day')
      : i18n.t(`due.limit-${limit.unit}`, { count: limit.days });
  return html`<span class="date">${words}</span> <span class="hint">${i18n.t('due.limit-why')}</span>`;
}

function timeWords(i18n: Words, { time, isLate }: Situation): string | undefined {
  if (!time) return isLate ? i18n.t('late.since') : undefined;
  const { kind, days, hours, minutes } = time;
  const isPast = kind === 'late';
  if (days > 0) return i18n.t(isPast ? 'late.days' : 'left.days', { count: days });
  if (hours > 0) return i18n.t(isPast ? 'late.hours' : 'left.hours', { count: hours });
  return i18n.t(isPast ? 'late.since' : minutes > 0 ? 'left.minutes' : 'left.today');
}

/** The reason that an office gave. */
export function reasonOf(told: Told): string | undefined {
  const note =
    told.level === 1
      ? (told.asks?.note ??
        told.history.filter(({ by, note: said }) => by === 'officer' && said).at(-1)?.note)
      : undefined;
  return note === '' ? undefined : note;
}

interface Opener {
  readonly panel: Panel;
  readonly words: 'supplement' | 'pay' | 'download' | 'ask-late';
}

const ASK_LATE: Opener = { panel: 'lateness', words: 'ask-late' };
const BUTTONS: Readonly<Partial<Record<Situation['next'], Opener>>> = {
  supplement: { panel: 'supplement', words: 'supplement' },
  pay: { panel: 'pay', words: 'pay' },
  download: { panel: 'result', words: 'download' },
  'ask-why-late': ASK_LATE,
};

/** The button that opens a panel, and closes it again. */
const renderOpener = (
  { i18n, panel: open, onPanel }: TrackerView,
  opener: Opener | undefined,
  look: string,
): unknown =>
  opener
    ? html`<button
        type="button"
        class="button ${look}"
        aria-expanded=${String(open === opener.panel)}
        @click=${() => onPanel(open === opener.panel ? undefined : opener.panel)}
      >
        ${i18n.t(`do.${opener.words}`)}
      </button>`
    : nothing;

/** Whoever has only four digits is not told how a payment stands; that it is taken at the counter an office must say. */
const wordsFor = (next: NextThing, stage: Situation['stage']['stage'], told: Told) => {
  if (next === 'nothing' && (stage === 'sent' || stage === 'paused')) return stage;
  if (next !== 'pay') return next;
  return told.level === 0 ? 'pay-if-not' : takesMoney(told) ? 'pay-or-counter' : next;
};

/** Whether the office says that it may be paid at its counter. */
export const takesMoney = (told: Told): boolean =>
  told.level === 1 && told.asks?.kind === 'payment' && told.asks.counter === true;

/** What to do, and what the office’s time does meanwhile: it stands still, where there is one and it is not over. */
function nowWords(i18n: Words, { told, stage, next, isLate, takenBack }: Situation): string {
  const words = i18n.t(
    `now.${takenBack && next === 'nothing' ? 'redone' : wordsFor(next, stage.stage, told)}`,
  );
  const isAsked = next === 'supplement' || next === 'pay';
  const more =
    isLate && next !== 'ask-why-late'
      ? i18n.t('now.ask-why-late')
      : isAsked && told.limit
        ? i18n.t(`stops.${next}`)
        : '';
  return [takenBack ? i18n.t('taken-back', { day: i18n.instant(new Date(takenBack.at)) }) : '', words, more]
    .filter((one) => one !== '')
    .join(' ');
}

/** The one thing to do now, with its button; of what is late it may be asked why besides. */
function renderNow(view: TrackerView, situation: Situation): TemplateResult {
  const { told, stage, next, isLate, takenBack } = situation;
  const { i18n, phone } = view;
  const button = BUTTONS[next];
  const also = isLate && button !== ASK_LATE ? ASK_LATE : undefined;
  // Whoever has only four digits may ask why it is late; all else needs the secret.
  const needsSecret =
    told.level === 0 && next !== 'ask-why-late' && (button !== undefined || next === 'see-result');
  const isReason = ['supplement', 'read-reason', 'pay'].includes(next) || stage.stage === 'paused';
  const reason = isReason ? reasonOf(told) : takenBack?.note;
  const asks = told.level === 1 ? told.asks : undefined;
  const call =
    phone && (isLate || ['supplement', 'read-reason', 'ask-office', 'collect', 'await-file'].includes(next))
      ? dialLink(phone)
      : undefined;
  const isGood = ['download', 'collect', 'see-result', 'await-file'].includes(next);
  const needsNothing = !takenBack && ['nothing', 'done', 'await-post', 'await-payment'].includes(next);
  return html`<div class="now" part="now">
    <p class="now-title">
      ${needsNothing ? checkIcon() : isGood ? infoIcon() : warningIcon()}<span>${i18n.t('now')}</span>
    </p>
    <p class="now-words">${nowWords(i18n, situation)}</p>
    ${
      reason
        ? html`<div class="quote">
            <p class="hint">
              ${asks ? i18n.t('asked', { day: i18n.instant(new Date(asks.at)) }) : i18n.t('reason')}
            </p>
            <p lang="vi">${reason}</p>
          </div>`
        : nothing
    }
    ${needsSecret && next !== 'see-result' ? html`<p class="hint">${i18n.t('secret-first')}</p>` : nothing}
    ${
      needsSecret || button || also || call
        ? html`<p class="actions no-print">
            ${
              needsSecret
                ? html`<button type="button" class="button primary" @click=${view.onSecret}>
                    ${i18n.t('do.secret')}
                  </button>`
                : renderOpener(view, button, 'primary')
            }
            ${renderOpener(view, also, '')}
            ${call && phone ? html`<a class="button" href=${call}>${phoneIcon()}${i18n.t('do.call', { phone })}</a>` : nothing}
          </p>`
        : nothing
    }
    ${
      told.level === 0 && !needsSecret
        ? html`<p class="hint level0">${infoIcon()}<span>${i18n.t('level0')}</span></p>
            <p class="actions no-print">
              <button type="button" class="button" @click=${view.onSecret}>${i18n.t('do.secret')}</button>
            </p>`
        : nothing
    }
  </div>`;
}
