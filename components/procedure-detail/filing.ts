import { html, nothing, type TemplateResult } from 'lit';
import type { Fee, TimeLimit } from '../../src/catalog/procedure.js';
import { feeWords, timeWords } from '../../src/ui/filing-words.js';
import { renderPublished, type Sheet } from './sheet.js';

/** A time in one line. A source that writes 0 is quoted: it is no answer. */
export function timeInLine(sheet: Sheet, time: TimeLimit | undefined): string {
  const { published: words, value } = time ?? {};
  if (words === undefined || value !== 0) return timeWords(sheet, time) ?? words ?? sheet.i18n.t('unknown');
  return sheet.i18n.t('as-published', { words });
}

export function renderTime(sheet: Sheet, time: TimeLimit | undefined): TemplateResult {
  const words = timeWords(sheet, time);
  return html`<div class="value">${timeInLine(sheet, time)}</div>
    ${words && time?.unit === 'working-day' ? html`<p>${sheet.i18n.t('time.working-day-meaning')}</p>` : nothing}
    ${words ? renderPublished(sheet, time?.published) : nothing}`;
}

export function renderFee(sheet: Sheet, fee: Fee): TemplateResult {
  return html`<div class="value">${feeWords(sheet, fee)}</div>
    ${fee.kind === 'unknown' ? html`<p>${sheet.i18n.t('fee.ask')}</p>` : nothing}
    ${renderPublished(sheet, fee.published)}
    ${fee.quotesExpiredRate ? html`<p class="caution">${sheet.i18n.t('fee.expired')}</p>` : nothing}`;
}

/** More fees than this are told below the summary. */
export const SUMMARY_FEES = 2;
