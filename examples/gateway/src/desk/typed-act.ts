import { html } from 'hono/html';
import type { Html } from './page.js';
import { WORDS } from './words.js';

/** What an officer wrote for an act that was refused: it stands in the form again. A file must be chosen once more. */
export interface TypedAct {
  readonly act: string;
  readonly note: string;
  readonly unit: string;
  /** Values of the boxes that were ticked. */
  readonly parts: readonly string[];
  readonly papers: string;
  readonly kept: string;
  readonly amount: string;
}

export const NOTHING_TYPED: TypedAct = {
  act: '',
  note: '',
  unit: '',
  parts: [],
  papers: '',
  kept: '',
  amount: '',
};

/** An option of a list, chosen where it was. */
export const choice = (value: string, words: string, chosen: string): Html =>
  html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${words}</option>`;

/** To be copied, where the act is not offered any more. */
export function toCopy({ note, papers, amount }: TypedAct): Html | '' {
  const written = [note, papers, amount].filter(Boolean).join('\n');
  return written === ''
    ? ''
    : html`<div class="typed">
        <label for="typed">${WORDS.notKept}</label>
        <textarea id="typed" rows="4" readonly>${written}</textarea>
      </div>`;
}
