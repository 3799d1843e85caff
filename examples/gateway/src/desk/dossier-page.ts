import { html } from 'hono/html';
import { actsFrom, DOSSIER_ACTS, type DossierAct } from '../../../../src/dossiers/dossier-states.js';
import { answersAfter, askedLast } from '../../../../src/forms/asked-parts.js';
import { shownAnswers, type ShownGroup, type ShownRow } from '../../../../src/forms/shown-answers.js';
import type { SentFile } from '../../../../src/forms/submission.js';
import { writtenNumber } from '../../../../src/forms/tidy-typed.js';
import { KEPT_PAPERS } from '../../../../src/gateway/tracking-contract.js';
import type { DeskDossier } from './desk-dossiers.js';
import { dueOf, stateOf, titleOf } from './list-page.js';
import { mayDo, mayRegister, UNITS, type Officer } from './officers.js';
import { backToList, page, said, tokenField, writtenMoment, type Html, type PageFrame } from './page.js';
import { isPaper } from './receipt-page.js';
import { textOf } from './shown-text.js';
import { partBoxes, partLabel, supplemented, supplementTable } from './supplements.js';
import { choice, NOTHING_TYPED, toCopy, type TypedAct } from './typed-act.js';
import {
  actWords,
  ACTOR_WORDS,
  DELIVERY_WORDS,
  KEPT_WORDS,
  PART_WORDS,
  PAYMENT_WORDS,
  WORDS,
} from './words.js';

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
  typed: TypedAct = NOTHING_TYPED,
): Html {
  const { code, receipt, sent, history, papers } = dossier;
  const linkTo = ({ id, name }: Pick<SentFile, 'id' | 'name'>) =>
    html`<a href="${frame.desk}/dossiers/${encodeURIComponent(code)}/files/${id}">${name}</a>`;
  const holder = history.filter(({ unit }) => unit !== undefined).at(-1)?.unit;
  const facts: readonly (readonly [string, Html | string | undefined])[] = [
    [WORDS.procedure, `${titleOf(dossier)} (${dossier.procedure})`],
    [WORDS.state, stateOf(dossier)],
    [WORDS.sent, writtenMoment(receipt.receivedAt)],
    [WORDS.due, dueOf(dossier)],
    [WORDS.holder, holder],
    [WORDS.fee, feeOf(dossier)],
    [WORDS.delivery, deliveryOf(dossier)],
    [WORDS.helper, sent.helper && `${sent.helper.name} – ${sent.helper.role}`],
  ];
  return page(
    frame,
    code,
    html`${backToList(frame)} ${said(outcome?.words, outcome?.isBad)}
      ${
        isPaper(dossier) &&
        mayRegister(officer) &&
        html`<p class="back">
          <a href="${frame.desk}/dossiers/${encodeURIComponent(code)}/receipt">${WORDS.printReceipt}</a>
        </p>`
      }
      <dl>${facts.map(([name, value]) => value !== undefined && pair(name, value))}</dl>
      ${actsOf(frame, officer, dossier, typed)}
      <h2>${WORDS.papers}</h2>
      ${
        papers.length > 0
          ? html`<ul>
              ${papers.map(
                (file) => html`<li>${linkTo(file)} ${file.paper !== undefined && ` – ${file.paper}`}</li>`,
              )}
            </ul>`
          : html`<p>${WORDS.noPapers}</p>`
      }
      <h2>${WORDS.answers}</h2>
      ${answersOf(dossier)}
      <h2>${WORDS.history}</h2>
      <ol class="history">
        ${history.map((_, at) => historyRow(dossier, at, linkTo))}
      </ol>`,
  );
}

/** What is due, and whether it came; undefined where nothing was worked out. */
function feeOf(dossier: DeskDossier): string | undefined {
  const { payment } = dossier;
  const amount = amountOf(dossier);
  if (amount === undefined) return undefined;
  const words = WORDS.amount(writtenNumber(amount));
  return amount === 0 ? words : `${words} – ${PAYMENT_WORDS[payment?.state ?? 'due']}`;
}

/** In đồng: what an officer asked for, or was worked out. */
const amountOf = ({ receipt: { fee }, payment }: DeskDossier): number | undefined =>
  payment?.amount ?? fee?.total;

/** All that whoever brings or hands over the result needs. */
function deliveryOf({ delivery }: DeskDossier): string | undefined {
  if (!delivery) return undefined;
  const { way, ...details } = delivery;
  return [DELIVERY_WORDS[way], ...Object.values(details)].join(' – ');
}

const pair = (name: string, value: Html | string): Html =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;

function actsOf(frame: PageFrame, officer: Officer, dossier: DeskDossier, typed: TypedAct): Html {
  const acts = actsFrom(dossier.standing, 'officer')
    .filter((act) => mayDo(officer, act))
    // What costs nothing, or is paid, is not asked for.
    .filter((act) => act !== 'ask-payment' || (amountOf(dossier) !== 0 && dossier.payment?.state !== 'paid'));
  return html`<section class="acts" aria-labelledby="acts">
    <h2 id="acts">${WORDS.acts}</h2>
    ${acts.every((act) => act !== typed.act) && toCopy(typed)}
    ${
      acts.length > 0
        ? acts.map((act) => actForm(frame, dossier, act, act === typed.act ? typed : NOTHING_TYPED))
        : html`<p>${WORDS.noActs}</p>`
    }
  </section>`;
}

function actForm({ desk, session }: PageFrame, dossier: DeskDossier, act: DossierAct, typed: TypedAct): Html {
  const { code, history } = dossier;
  const isNeeded = 'needsNote' in DOSSIER_ACTS[act];
  return html`<details ${typed === NOTHING_TYPED ? '' : 'open'}>
    <summary>${actWords(act)}</summary>
    <form method="post" action="${desk}/dossiers/${encodeURIComponent(code)}" enctype="multipart/form-data">
      ${tokenField(session)}
      <input type="hidden" name="act" value="${act}" />
      <input type="hidden" name="seen" value="${history.length}" />
      ${
        act === 'forward' &&
        html`<label for="${act}-unit">${WORDS.unit}</label>
          <select id="${act}-unit" name="unit">
            ${UNITS.map((unit) => choice(unit, unit, typed.unit))}
          </select>`
      }
      ${(act === 'finish' || act === 'hand-over') && !dossier.hasResult && resultField(dossier, act)}
      ${act === 'ask-supplement' && partBoxes(dossier.askable, ASKED_WORDS, typed.parts)}
      ${act === 'take-supplement' && broughtFields(dossier, typed)}
      ${act === 'ask-payment' && amountOf(dossier) === undefined && amountField(typed)}
      ${act === 'take-payment' && takenAmount(dossier)}
      <label for="${act}-note">${WORDS.note} ${isNeeded ? WORDS.needed : WORDS.optional}</label>
      <p class="hint" id="${act}-hint">${WORDS.noteHint}</p>
      <textarea
        id="${act}-note"
        name="note"
        rows="3"
        maxlength="2000"
        aria-describedby="${act}-hint"
        ${isNeeded ? 'required' : ''}
      >
${typed.note}</textarea>
      <button>${actWords(act)}</button>
    </form>
  </details>`;
}

function takenAmount(dossier: DeskDossier): Html | undefined {
  const amount = amountOf(dossier);
  return amount === undefined
    ? undefined
    : html`<p>${WORDS.takeAmount(WORDS.amount(writtenNumber(amount)))}</p>`;
}

const ASKED_WORDS = { hint: WORDS.partsHint, field: WORDS.partFields, paper: WORDS.partPapers };
const TAKEN_WORDS = { hint: WORDS.takenHint, field: WORDS.takenFields, paper: WORDS.takenPapers };

/** What is in the officer’s hand, and what of it stays here. */
function broughtFields({ history }: DeskDossier, { parts, papers, kept: chosen }: TypedAct): Html {
  return html`${partBoxes(askedLast(history), TAKEN_WORDS, parts)}
    <label for="take-papers">${WORDS.otherPapers} ${WORDS.optional}</label>
    <p class="hint" id="take-papers-hint">${WORDS.otherPapersHint}</p>
    <textarea id="take-papers" name="papers" rows="2" maxlength="5000" aria-describedby="take-papers-hint">
${papers}</textarea>
    <label for="take-kept">${WORDS.keptPapers}</label>
    <select id="take-kept" name="kept">
      <option value="">${WORDS.keptInNote}</option>
      ${KEPT_PAPERS.map((kept) => choice(kept, KEPT_WORDS[kept], chosen))}
    </select>`;
}

/** No fee was worked out: then whoever asks for it says how much. */
const amountField = ({ amount }: TypedAct): Html =>
  html`<label for="ask-amount">${WORDS.amountAsked} ${WORDS.needed}</label>
    <p class="hint" id="ask-amount-hint">${WORDS.amountHint}</p>
    <input
      id="ask-amount"
      name="amount"
      value="${amount}"
      inputmode="numeric"
      autocomplete="off"
      maxlength="20"
      aria-describedby="ask-amount-hint"
      required
    />`;

/** Whoever chose to get it online waits for the file: there it is needed, at the latest when it is handed over. */
function resultField({ delivery }: DeskDossier, act: DossierAct): Html {
  const isNeeded = delivery?.way === 'online';
  return html`<label for="${act}-file">${WORDS.result} ${isNeeded ? WORDS.needed : WORDS.optional}</label>
    <input
      id="${act}-file"
      name="file"
      type="file"
      accept="application/pdf"
      ${isNeeded ? 'required' : ''}
    />`;
}

/** As they stand by now; what was there before is in the history. */
function answersOf({ form, sent, history }: DeskDossier): Html[] {
  const steps = form ? shownAnswers(form, answersAfter(sent.answers, history), sent.files) : [];
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

function historyRow(
  dossier: DeskDossier,
  at: number,
  linkTo: (file: Pick<SentFile, 'id' | 'name'>) => Html,
): Html {
  const row = dossier.history[at];
  if (!row) return html``;
  const { act, by, actor, note, unit, stars, parts, kept } = row;
  const keeps = kept && `${WORDS.keptPapers}: ${KEPT_WORDS[kept]}`;
  const more = [unit, keeps, note, stars !== undefined && WORDS.stars(stars)].filter(
    (words): words is string => typeof words === 'string',
  );
  return html`<li>
    <p><strong>${actWords(act)}</strong></p>
    <p>${writtenMoment(row.at)} – ${actor || ACTOR_WORDS[by]}</p>
    ${more.map((words) => html`<p>${words}</p>`)}
    ${
      parts &&
      html`<p>
        ${(act === 'ask-supplement' ? WORDS.partsAsked : WORDS.partsBrought)(parts.map(partLabel).join('; '))}
      </p>`
    }
    ${supplementTable(supplemented(dossier, at, linkTo))}
  </li>`;
}
