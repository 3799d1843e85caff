import { html, nothing, type TemplateResult } from 'lit';
import type { AskedField } from '../../src/forms/asked-schema.js';
import { copyText } from '../../src/ui/copy-text.js';
import { infoIcon } from '../../src/ui/icons.js';
import type { Told } from '../../src/ui/tracking-options.js';
import type { Typed } from './begun.js';
import { labelOf } from './asked-label.js';
import type { TrackerHost } from './late-host.js';
import type { Words } from './view.js';

/** Not sent, or not on an earlier visit; or sent, and not come. */
type HowLeft = 'unsent' | 'earlier' | 'lost';

/** What was filled in for a request that is over before it was there. */
export interface LeftTyped {
  /** Brought to the counter meanwhile, sent by whomever, or not waited for any more. */
  readonly why: 'taken' | 'sent' | 'over';
  /** `unsure`: something was sent since, and it may be in that; else how it came to be left. */
  readonly what: 'unsure' | HowLeft;
  /** What was typed, a line for each field; of what was only chosen there is nothing to copy. */
  readonly text: string;
}

/** @param askedAt when that was asked for which it was typed */
export function leftOf(
  i18n: Words,
  told: Told | undefined,
  askedAt: string | undefined,
  fields: readonly AskedField[],
  { note, answers }: Typed,
  how: HowLeft = 'unsent',
): LeftTyped {
  const lines = fields.flatMap((field) => {
    const typed = answers[field.name];
    const isText = typeof typed === 'string' && !field.options && field.part !== 'sex';
    return isText && typed.trim() !== '' ? [`${labelOf(i18n, field)}: ${typed}`] : [];
  });
  const since = Date.parse(askedAt ?? '');
  const rows = told?.level === 1 ? told.history.filter(({ at }) => Date.parse(at) >= since) : [];
  const sent = rows.filter(({ act }) => how !== 'unsent' && act === 'supplement');
  // A row that tells its id tells whose it is.
  const isUnsure = how === 'lost' ? sent.some(({ id }) => id === undefined) : sent.length > 0;
  return {
    why: rows.some(({ act }) => act === 'take-supplement') ? 'taken' : sent.length > 0 ? 'sent' : 'over',
    what: isUnsure ? 'unsure' : how,
    text: [...lines, note.trim()].filter((line) => line !== '').join('\n'),
  };
}

/** Why it is gone. */
export const leftWords = (i18n: Words, { why, what }: LeftTyped): string =>
  `${i18n.t(`left.${why}`)} ${i18n.t(`left.${what}`)}`;

/** Why it is gone, and the words of it to be copied. */
export function renderLeft({ i18n, announce }: TrackerHost, left: LeftTyped): TemplateResult {
  const { text } = left;
  const copy = async ({ currentTarget }: Event) => {
    const panel = (currentTarget as HTMLElement).closest('#panel');
    const mark = () => panel?.querySelector<HTMLTextAreaElement>('#left-text')?.select();
    if (await copyText(text, mark)) announce(i18n.t('copied'));
  };
  return html`<p class="note">${infoIcon()}<span>${leftWords(i18n, left)}</span></p>
    ${
      text === ''
        ? nothing
        : html`<div class="field">
              <label for="left-text">${i18n.t('left.text')}</label>
              <textarea id="left-text" rows="4" readonly .value=${text}></textarea>
            </div>
            <p class="actions">
              <button type="button" class="button" @click=${(event: Event) => void copy(event)}>
                ${i18n.t('left.copy')}
              </button>
            </p>`
    }`;
}
