import { html } from 'hono/html';
import { actsFrom, DOSSIER_ACTS, type DossierAct } from '../../../../src/dossiers/dossier-states.js';
import {
  shownAnswers,
  type ShownGroup,
  type ShownRow,
  type ShownValue,
} from '../../../../src/forms/shown-answers.js';
import { writtenDate, writtenNumber } from '../../../../src/forms/tidy-typed.js';
import type { HistoryRow } from '../../../../src/gateway/receiving-tables.js';
import type { DeskDossier } from './desk-dossiers.js';
import { dueOf, stateOf, titleOf } from './list-page.js';
import { mayDo, UNITS, type Officer } from './officers.js';
import { page, said, tokenField, writtenMoment, type Html, type PageFrame } from './page.js';
import { actWords, ACTOR_WORDS, DELIVERY_WORDS, PART_WORDS, SEX_WORDS, WORDS } from './words.js';

/** What came of the last act. */
export interface Outcome {
  readonly words: string;
  readonly isBad: boolean;
}

/** One dossier, and what may be done with it. */
export function dossierPage(
  frame: PageFrame,
  officer: Officer,
  dossier: DeskDossier,
  outcome: Outcome | undefined,
): Html {
  const { code, receipt, delivery, sent, history, papers } = dossier;
  const holder = history.filter(({ unit }) => unit !== undefined).at(-1)?.unit;
  const facts: readonly (readonly [string, Html | string | undefined])[] = [
    [WORDS.procedure, `${titleOf(dossier)} (${dossier.procedure})`],
    [WORDS.state, stateOf(dossier)],
    [WORDS.sent, writtenMoment(receipt.receivedAt)],
    [WORDS.due, dueOf(dossier)],
    [WORDS.holder, holder],
    [WORDS.delivery, delivery && DELIVERY_WORDS[delivery.way]],
    [WORDS.helper, sent.helper && `${sent.helper.name} – ${sent.helper.role}`],
  ];
  return page(
    frame,
    code,
    html`<p class="back"><a href="${frame.desk}">${WORDS.back}</a></p>
      ${said(outcome?.words, outcome?.isBad)}
      <dl>${facts.map(([name, value]) => value !== undefined && pair(name, value))}</dl>
      ${actsOf(frame, officer, dossier)}
      <h2>${WORDS.papers}</h2>
      ${
        papers.length > 0
          ? html`<ul>
              ${papers.map(
                ({ id, name, paper }) =>
                  html`<li>
                    <a href="${frame.desk}/dossiers/${encodeURIComponent(code)}/files/${id}">${name}</a>
                    ${paper !== undefined && ` – ${paper}`}
                  </li>`,
              )}
            </ul>`
          : html`<p>${WORDS.noPapers}</p>`
      }
      <h2>${WORDS.answers}</h2>
      ${answersOf(dossier)}
      <h2>${WORDS.history}</h2>
      <ol class="history">
        ${history.map(historyRow)}
      </ol>`,
  );
}

const pair = (name: string, value: Html | string): Html =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;

function actsOf(frame: PageFrame, officer: Officer, dossier: DeskDossier): Html {
  const acts = actsFrom(dossier.standing, 'officer').filter((act) => mayDo(officer, act));
  return html`<section class="acts" aria-labelledby="acts">
    <h2 id="acts">${WORDS.acts}</h2>
    ${acts.length > 0 ? acts.map((act) => actForm(frame, dossier, act)) : html`<p>${WORDS.noActs}</p>`}
  </section>`;
}

function actForm({ desk, session }: PageFrame, { code, history }: DeskDossier, act: DossierAct): Html {
  const isNeeded = 'needsNote' in DOSSIER_ACTS[act];
  return html`<details>
    <summary>${actWords(act)}</summary>
    <form method="post" action="${desk}/dossiers/${encodeURIComponent(code)}" enctype="multipart/form-data">
      ${tokenField(session)}
      <input type="hidden" name="act" value="${act}" />
      <input type="hidden" name="seen" value="${history.length}" />
      ${
        act === 'forward' &&
        html`<label for="${act}-unit">${WORDS.unit}</label>
          <select id="${act}-unit" name="unit">
            ${UNITS.map((unit) => html`<option>${unit}</option>`)}
          </select>`
      }
      ${
        act === 'finish' &&
        html`<label for="${act}-file">${WORDS.result} ${WORDS.optional}</label>
          <input id="${act}-file" name="file" type="file" accept="application/pdf" />`
      }
      <label for="${act}-note">${WORDS.note} ${isNeeded ? WORDS.needed : WORDS.optional}</label>
      <p class="hint" id="${act}-hint">${WORDS.noteHint}</p>
      <textarea
        id="${act}-note"
        name="note"
        rows="3"
        maxlength="2000"
        aria-describedby="${act}-hint"
        ${isNeeded ? 'required' : ''}
      ></textarea>
      <button>${actWords(act)}</button>
    </form>
  </details>`;
}

function answersOf({ form, sent }: DeskDossier): Html[] {
  const steps = form ? shownAnswers(form, sent.answers, sent.files) : [];
  return steps.map(
    ({ title, groups }) =>
      html`<h3>${title.vi}</h3>
        ${groups.map(groupOf)}`,
  );
}

const groupOf = ({ entry, rows }: ShownGroup): Html =>
  html`${entry !== undefined && html`<h4>${WORDS.entry(entry)}</h4>`}
    <dl>${rows.map((row) => pair(labelOf(row), textOf(row.value)))}</dl>`;

const labelOf = ({ field, part }: ShownRow): string =>
  part === undefined ? field.label.vi : `${field.label.vi}: ${PART_WORDS[part] ?? part}`;

function textOf(value: ShownValue): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'label':
      return value.labels.map(({ vi }) => vi).join(', ');
    case 'yes-no':
      return value.yes ? WORDS.yes : WORDS.no;
    case 'date':
      return writtenDate(value.date);
    case 'number':
      return [writtenNumber(value.number), value.unit?.vi].filter(Boolean).join(' ');
    case 'money':
      return WORDS.amount(writtenNumber(value.amount));
    case 'sex':
      return SEX_WORDS[value.sex] ?? value.sex;
    case 'none':
      return WORDS.none;
  }
}

function historyRow({ act, at, by, actor, note, unit, stars }: HistoryRow): Html {
  const more = [unit, note, stars !== undefined && WORDS.stars(stars)].filter(
    (words): words is string => typeof words === 'string',
  );
  return html`<li>
    <p><strong>${actWords(act)}</strong></p>
    <p>${writtenMoment(at)} – ${actor || ACTOR_WORDS[by]}</p>
    ${more.map((words) => html`<p>${words}</p>`)}
  </li>`;
}
