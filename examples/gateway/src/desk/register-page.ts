import { html } from 'hono/html';
import type { AnswerProblem } from '../../../../src/forms/check-answers.js';
import { writtenDate } from '../../../../src/forms/tidy-typed.js';
import type { HandledProcedure } from '../place.js';
import { backToList, page, said, tokenField, type Html, type PageFrame } from './page.js';
import { answerWords, DELIVERY_WORDS, WORDS } from './words.js';

/** What was typed of a dossier on paper, as it was typed. */
export interface TypedPaper {
  /** Made with the page: the same form sent twice is one dossier. */
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly phone: string;
  readonly address: string;
  /** Names of the papers that are ticked. */
  readonly papers: readonly string[];
  /** Others, one a line. */
  readonly others: string;
  readonly due: string;
  readonly delivery: string;
}

/** Ways for the result that need nothing further to be told. */
export const PAPER_WAYS = ['desk', 'online'] as const;

/** Which procedure it is; those of the catalogue, by their fields. */
export function pickPage(frame: PageFrame, procedures: readonly HandledProcedure[]): Html {
  const fields = [...new Set(procedures.map(({ field }) => field))];
  return page(
    frame,
    WORDS.register,
    html`${backToList(frame)}
      <p>${WORDS.registerWhy}</p>
      <form class="wide" method="get" action="${frame.desk}/new">
        <label for="procedure">${WORDS.procedure}</label>
        <select id="procedure" name="procedure" required>
          <option value="">${WORDS.choose}</option>
          ${fields.map(
            (field) =>
              html`<optgroup label="${field || WORDS.otherField}">
                ${procedures
                  .filter((one) => one.field === field)
                  .map(({ code, name }) => html`<option value="${code}">${name} (${code})</option>`)}
              </optgroup>`,
          )}
        </select>
        <button>${WORDS.next}</button>
      </form>`,
  );
}

/** What the catalogue tells of the date. */
export interface WorkedOut {
  readonly due: string | undefined;
  /** It tells how long it takes, and nobody knows yet which days are off by then. */
  readonly isBeyondCalendar: boolean;
}

/** What is to be written down of it. */
export function registerPage(
  frame: PageFrame,
  procedure: HandledProcedure,
  { papers, due, isBeyondCalendar }: WorkedOut & { readonly papers: readonly string[] },
  typed: TypedPaper,
  problems: readonly string[] = [],
): Html {
  const { desk, session } = frame;
  const isTicked = (name: string) => typed.papers.includes(name);
  return page(
    frame,
    WORDS.register,
    html`<p class="back"><a href="${desk}/new">${WORDS.otherProcedure}</a></p>
      ${problems.length > 0 ? said(problems.join(' '), true) : ''}
      <p><strong>${procedure.name}</strong> (${procedure.code})</p>
      <form class="wide" method="post" action="${desk}/new">
        ${tokenField(session)}
        <input type="hidden" name="id" value="${typed.id}" />
        <input type="hidden" name="procedure" value="${procedure.code}" />
        ${line('name', `${WORDS.applicant} ${WORDS.needed}`, typed.name, { needed: true })}
        <p class="hint" id="contact">${WORDS.contactHint}</p>
        ${line('phone', WORDS.phone, typed.phone, { mode: 'tel', hint: 'contact' })}
        ${line('number', WORDS.number, typed.number, { mode: 'numeric', hint: 'contact' })}
        ${line('address', `${WORDS.address} ${WORDS.optional}`, typed.address)}
        ${
          papers.length > 0 &&
          html`<fieldset>
            <legend>${WORDS.papersBrought}</legend>
            ${papers.map(
              (name) =>
                html`<label class="tick"
                  ><input type="checkbox" name="paper" value="${name}" ${isTicked(name) ? 'checked' : ''} />
                  ${name}</label
                >`,
            )}
          </fieldset>`
        }
        <label for="others">${WORDS.otherPapers} ${WORDS.optional}</label>
        <p class="hint" id="others-hint">${WORDS.otherPapersHint}</p>
        <textarea id="others" name="others" rows="2" maxlength="5000" aria-describedby="others-hint">
${typed.others}</textarea>
        <label for="due">${WORDS.due} ${WORDS.optional}</label>
        <p class="hint" id="due-hint">
          ${due !== undefined ? WORDS.dueWorkedOut(writtenDate(due)) : isBeyondCalendar ? WORDS.dueBeyond : WORDS.dueUnknown}
        </p>
        <input id="due" name="due" type="date" value="${typed.due}" aria-describedby="due-hint" />
        <label for="delivery">${WORDS.delivery}</label>
        <select id="delivery" name="delivery">
          ${PAPER_WAYS.map(
            (way) =>
              html`<option value="${way}" ${way === typed.delivery ? 'selected' : ''}>
                ${DELIVERY_WORDS[way]}
              </option>`,
          )}
        </select>
        <button>${WORDS.registerNow}</button>
      </form>`,
  );
}

interface LineOptions {
  readonly needed?: boolean;
  readonly mode?: 'tel' | 'numeric';
  readonly hint?: string;
}

/** Nothing of a person is remembered by a browser that others use. */
const line = (name: string, label: string, value: string, { needed, mode, hint }: LineOptions = {}): Html =>
  html`<label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      value="${value}"
      maxlength="500"
      autocomplete="off"
      spellcheck="false"
      ${mode ? html`inputmode="${mode}"` : ''}
      ${hint ? html`aria-describedby="${hint}"` : ''}
      ${needed ? 'required' : ''}
    />`;

const LABELS: Readonly<Record<string, string>> = {
  'person.name': WORDS.applicant,
  person: WORDS.applicant,
  phone: WORDS.phone,
  number: WORDS.number,
  address: WORDS.address,
};

/** What is to be mended, field by field, in words. */
export const problemWords = (problems: readonly AnswerProblem[]): string[] =>
  problems.map(({ path, code }) => `${LABELS[path] ?? path}: ${answerWords(code)}`);
