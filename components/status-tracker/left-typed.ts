import { html, nothing, type TemplateResult } from 'lit';
import type { AskedField } from '../../src/forms/asked-schema.js';
import { copyText } from '../../src/ui/copy-text.js';
import { infoIcon } from '../../src/ui/icons.js';
import type { Told } from '../../src/ui/tracking-options.js';
import type { Typed } from './begun.js';
import { labelOf } from './asked-label.js';
import type { TrackerHost } from './late-host.js';
import type { Words } from './view.js';

/** What was filled in for a request that is over before it was sent. */
export interface LeftTyped {
  /** It was brought to the counter meanwhile. */
  readonly isTaken: boolean;
  /** It was typed on an earlier visit. */
  readonly isEarlier: boolean;
  /** Something was sent since: it may be in that. */
  readonly isSent: boolean;
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
  isEarlier = false,
): LeftTyped {
  const lines = fields.flatMap((field) => {
    const typed = answers[field.name];
    const isText = typeof typed === 'string' && !field.options && field.part !== 'sex';
    return isText && typed.trim() !== '' ? [`${labelOf(i18n, field)}: ${typed}`] : [];
  });
  const since = Date.parse(askedAt ?? '');
  const had = (what: string): boolean =>
    told?.level === 1 && told.history.some(({ act, at }) => act === what && Date.parse(at) >= since);
  return {
    isTaken: had('take-supplement'),
    isEarlier,
    isSent: isEarlier && had('supplement'),
    text: [...lines, note.trim()].filter((line) => line !== '').join('\n'),
  };
}

/** Why it is gone. */
export const leftWords = (i18n: Words, { isTaken, isEarlier, isSent }: LeftTyped): string =>
  `${i18n.t(isTaken ? 'left.taken' : isSent ? 'left.sent' : 'left.over')} ${i18n.t(
    isSent ? 'left.unsure' : isEarlier ? 'left.earlier' : 'left.unsent',
  )}`;

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
