import { html } from 'hono/html';
import { DOSSIER_STATES, clockOf, type DossierState } from '../../../../src/dossiers/dossier-states.js';
import { writtenDate } from '../../../../src/forms/tidy-typed.js';
import type { DeskDossier } from './desk-dossiers.js';
import { page, writtenMoment, type Html, type PageFrame } from './page.js';
import { WORDS } from './words.js';

/** All dossiers, or those in one state. */
export function listPage(
  frame: PageFrame,
  dossiers: readonly DeskDossier[],
  wanted: DossierState | undefined,
): Html {
  const states = Object.entries(DOSSIER_STATES).map(
    ([state, { name }]) =>
      html`<option value="${state}" ${Number(state) === wanted ? 'selected' : ''}>${name}</option>`,
  );
  return page(
    frame,
    WORDS.dossiers,
    html`<form class="filter" method="get" action="${frame.desk}">
        <div>
          <label for="state">${WORDS.state}</label>
          <select id="state" name="state">
            <option value="">${WORDS.allStates}</option>
            ${states}
          </select>
        </div>
        <button class="plain">${WORDS.filter}</button>
      </form>
      <p>${dossiers.length > 0 ? WORDS.count(dossiers.length) : WORDS.noDossiers}</p>
      ${
        dossiers.length > 0 &&
        html`<table class="list">
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
        </table>`
      }`,
  );
}

const rowOf = ({ desk }: PageFrame, dossier: DeskDossier): Html =>
  html`<tr>
    <td class="code"><a href="${desk}/dossiers/${encodeURIComponent(dossier.code)}">${dossier.code}</a></td>
    <td>${titleOf(dossier)}</td>
    <td data-label="${WORDS.state}">${stateOf(dossier)}</td>
    <td data-label="${WORDS.sent}">${writtenMoment(dossier.receipt.receivedAt)}</td>
    <td data-label="${WORDS.due}">${dueOf(dossier)}</td>
  </tr>`;

export const titleOf = ({ form, procedure }: DeskDossier): string => form?.title.vi ?? procedure;

export const stateOf = ({ standing: { state, isFinal } }: DeskDossier): string =>
  isFinal ? WORDS.final : DOSSIER_STATES[state].name;

/** The date in words: late is said, not only coloured. */
export function dueOf({ due, isLate, standing, receipt }: DeskDossier): Html | string {
  if (!due) return receipt.due && clockOf(standing) !== 'ended' ? WORDS.waits : WORDS.noDue;
  const day = writtenDate(due.on);
  return isLate ? html`<span class="late">${WORDS.late(day)}</span>` : day;
}
