import { html } from 'hono/html';
import { DOSSIER_STATES } from '../../../../src/dossiers/dossier-states.js';
import { pausesOf } from '../../../../src/dossiers/moved-deadline.js';
import { timeGivenBy } from '../../../../src/gateway/tracked-view.js';
import { writtenDate } from '../../../../src/forms/tidy-typed.js';
import type { DeskDossier, DeskList } from './desk-dossiers.js';
import { pagesOf, type Wanted } from './list-pages.js';
import { mayRegister } from './officers.js';
import { page, tokenField, writtenMoment, type Html, type PageFrame } from './page.js';
import { limitWords, WORDS } from './words.js';

/** What is to be done first, what is late before all else; what is over stands folded below. */
export function listPage(frame: PageFrame, list: DeskList, wanted: Wanted): Html {
  const { open, ended } = list;
  const isChosen = wanted.state !== undefined || wanted.code !== undefined || wanted.ended !== undefined;
  const over = WORDS.ended(ended.total);
  return page(
    frame,
    open.page > 1 ? WORDS.dossiersOn(open.page) : WORDS.dossiers,
    html`${
        frame.session.officer &&
        mayRegister(frame.session.officer) &&
        html`<p class="back"><a href="${frame.desk}/new">${WORDS.register}</a></p>`
      }
      <div class="finders">${searchForm(frame, wanted)} ${stateForm(frame, wanted)}</div>
      ${summaryOf(list, wanted)}
      ${wanted.code !== undefined && html`<p class="back"><a href="${frame.desk}">${WORDS.all}</a></p>`}
      ${
        open.total > 0 &&
        html`${tableOf(frame, open.items, WORDS.open)} ${pagesOf(frame, wanted, 'page', open, WORDS.open)}`
      }
      ${
        ended.total > 0 &&
        html`<details class="ended" id="ended" ${isChosen ? 'open' : ''}>
          <summary>${over}</summary>
          ${tableOf(frame, ended.items, over)} ${pagesOf(frame, wanted, 'ended', ended, over)}
        </details>`
      }`,
  );
}

/** By POST: what is typed there may be anything, and stands in no address and no log. */
const searchForm = ({ desk, session }: PageFrame, { code }: Wanted): Html =>
  html`<form class="filter" method="post" action="${desk}/search" role="search">
    ${tokenField(session)}
    <div>
      <label for="code">${WORDS.code}</label>
      <input
        id="code"
        name="code"
        value="${code ?? ''}"
        required
        maxlength="300"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
      />
    </div>
    <button class="plain">${WORDS.search}</button>
  </form>`;

const stateForm = ({ desk }: PageFrame, { state: wanted }: Wanted): Html =>
  html`<form class="filter" method="get" action="${desk}">
    <div>
      <label for="state">${WORDS.state}</label>
      <select id="state" name="state">
        <option value="">${WORDS.allStates}</option>
        ${Object.entries(DOSSIER_STATES).map(
          ([state, { name }]) =>
            html`<option value="${state}" ${Number(state) === wanted ? 'selected' : ''}>${name}</option>`,
        )}
      </select>
    </div>
    <button class="plain">${WORDS.filter}</button>
  </form>`;

function summaryOf({ open, ended, late }: DeskList, { code }: Wanted): Html {
  if (open.total === 0 && ended.total === 0)
    return html`<p role="status">${code === undefined ? WORDS.noDossiers : WORDS.noSuchCode}</p>`;
  return html`<p>
    ${WORDS.count(open.total)}${late > 0 && html`, <span class="late">${WORDS.lateOnes(late)}</span>`}
  </p>`;
}

const tableOf = (frame: PageFrame, dossiers: readonly DeskDossier[], caption: string): Html =>
  html`<table class="list">
    <caption class="unseen">
      ${caption}
    </caption>
    <thead>
      <tr>
        ${[WORDS.code, WORDS.procedure, WORDS.state, WORDS.sent, WORDS.due].map(
          (head) => html`<th scope="col">${head}</th>`,
        )}
      </tr>
    </thead>
    <tbody>
      ${dossiers.map((dossier) => rowOf(frame, dossier))}
    </tbody>
  </table>`;

const rowOf = ({ desk }: PageFrame, dossier: DeskDossier): Html =>
  html`<tr>
    <td class="code"><a href="${desk}/dossiers/${encodeURIComponent(dossier.code)}">${dossier.code}</a></td>
    <td>${titleOf(dossier)}</td>
    <td class="state">${stateOf(dossier)}</td>
    <td class="sent">${writtenMoment(dossier.receipt.receivedAt)}</td>
    <td class="when" data-label="${dossier.due ? `${WORDS.due}: ` : ''}">${dueOf(dossier)}</td>
  </tr>`;

export const titleOf = ({ title }: Pick<DeskDossier, 'title'>): string => title;

export const stateOf = ({ standing: { state, isFinal } }: DeskDossier): string =>
  isFinal ? WORDS.final : DOSSIER_STATES[state].name;

/** The date in words: late is said, not only coloured. Where there is none, why not, as the person is told it. */
export function dueOf({ due, isLate, history, receipt }: DeskDossier): Html | string {
  if (!due) {
    const limit = timeGivenBy(receipt);
    const isWaiting = pausesOf(history).some(({ to }) => to === undefined);
    if (!limit && !receipt.due) return WORDS.noDue;
    return isWaiting || !limit ? WORDS.waits : limitWords(limit);
  }
  const day = writtenDate(due.on);
  return isLate ? html`<span class="late">${WORDS.late(day)}</span>` : day;
}
