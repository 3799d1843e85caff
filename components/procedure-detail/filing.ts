import { html, nothing, type TemplateResult } from 'lit';
import { isSame } from '../../src/catalog/filing.js';
import type { Fee, TimeLimit } from '../../src/catalog/procedure.js';
import { renderPublished, type Sheet } from './sheet.js';

/** A time in words; undefined when nothing can be told. */
export function timeWords({ i18n }: Sheet, time: TimeLimit | undefined): string | undefined {
  if (time?.unit === 'same-day') return i18n.t('time.same-day');
  if (time?.value === undefined) return undefined;
  const value = i18n.number(time.value);
  return time.unit
    ? i18n.t(`time.${time.unit}`, { count: time.value, value })
    : i18n.t('time.no-unit', { value });
}

export function feeWords({ i18n }: Sheet, fee: Fee): string {
  return fee.kind === 'known' ? i18n.money(fee.amount ?? 0, fee.currency) : i18n.t(`fee.${fee.kind}`);
}

/** Several fees in one line: each once, amounts first, and honest about a case whose fee nobody knows. */
export function feesInLine(sheet: Sheet, fees: readonly Fee[] = []): string {
  const known = fees.filter((fee) => fee.kind === 'known');
  const others = fees
    .filter((fee) => fee.kind !== 'known')
    .map((fee) =>
      fee.kind === 'unknown' && known.length > 0 ? sheet.i18n.t('fee.some-unknown') : feeWords(sheet, fee),
    );
  const words = [...known.map((fee) => feeWords(sheet, fee)), ...others];
  return [...new Set(words)].join(' · ') || sheet.i18n.t('unknown');
}

export function renderTime(sheet: Sheet, time: TimeLimit | undefined): TemplateResult {
  const words = timeWords(sheet, time);
  return html`<div class="value">${words ?? time?.published ?? sheet.i18n.t('unknown')}</div>
    ${time?.unit === 'working-day' ? html`<p>${sheet.i18n.t('time.working-day-meaning')}</p>` : nothing}
    ${words ? renderPublished(sheet, time?.published) : nothing}`;
}

export function renderFee(sheet: Sheet, fee: Fee): TemplateResult {
  return html`<div class="value">${feeWords(sheet, fee)}</div>
    ${fee.kind === 'unknown' ? html`<p>${sheet.i18n.t('fee.ask')}</p>` : nothing}
    ${renderPublished(sheet, fee.published)}
    ${fee.quotesExpiredRate ? html`<p class="caution">${sheet.i18n.t('fee.expired')}</p>` : nothing}`;
}

/** Fees of all ways to file, each once. */
export function allFees({ filings, procedure }: Sheet): readonly Fee[] {
  const fees = filings.length > 0 ? filings.flatMap((filing) => filing.fees ?? []) : (procedure.fees ?? []);
  return fees.filter((fee, index) => fees.findIndex((other) => isSame(fee, other)) === index);
}

/** More fees than this are told below the summary. */
export const SUMMARY_FEES = 2;
