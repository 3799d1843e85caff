import { html, nothing, type TemplateResult } from 'lit';
import { filingsDiffer, isSame } from '../../src/catalog/filing.js';
import type { Fee, TimeLimit } from '../../src/catalog/procedure.js';
import { inVietnamese, renderMark, renderPublished, renderSection, type Sheet } from './sheet.js';

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

export function renderFees(sheet: Sheet, fees: readonly Fee[] | undefined): unknown {
  if (!fees?.length) return html`<div class="value">${sheet.i18n.t('unknown')}</div>`;
  return fees.length === 1
    ? fees.map((fee) => renderFee(sheet, fee))
    : html`<ul class="fees">
        ${fees.map((fee) => html`<li>${renderFee(sheet, fee)}</li>`)}
      </ul>`;
}

/** Fees of all ways to file, each once. */
export function allFees({ filings, procedure }: Sheet): readonly Fee[] {
  const fees = filings.length > 0 ? filings.flatMap((filing) => filing.fees ?? []) : (procedure.fees ?? []);
  return fees.filter((fee, index) => fees.findIndex((other) => isSame(fee, other)) === index);
}

/**
 * Time and fees for each way to file, where they differ or carry notes; else the fees, where the summary had
 * to cut them short. The roles keep it a table for screen readers where the layout turns it into cards.
 */
export function renderFiling(sheet: Sheet): TemplateResult | typeof nothing {
  const { i18n, filings } = sheet;
  const tells =
    filingsDiffer(filings, 'timeLimit') ||
    filingsDiffer(filings, 'fees') ||
    filings.some((filing) => filing.note);
  if (!tells) {
    const fees = allFees(sheet);
    return fees.length > SUMMARY_FEES
      ? html`<div id="fees" tabindex="-1">
          ${renderSection(sheet, 'fees', renderFees(sheet, fees), { part: 'fees' })}
        </div>`
      : nothing;
  }
  const noted = filings.some((filing) => filing.note);
  const head = (title: 'ways' | 'time' | 'fee' | 'note', part?: 'timeLimit' | 'fees') =>
    html`<th scope="col" role="columnheader">${i18n.t(title)} ${renderMark(sheet, part)}</th>`;
  const cell = (title: 'time' | 'fee' | 'note', content: unknown) =>
    html`<td role="cell"><span class="cell-label" aria-hidden="true">${i18n.t(title)}</span>${content}</td>`;
  const table = html`<table role="table" aria-label=${i18n.t('by-channel')}>
    <thead>
      <tr role="row">
        ${head('ways')}${head('time', 'timeLimit')}${head('fee', 'fees')}${noted ? head('note') : nothing}
      </tr>
    </thead>
    <tbody>
      ${filings.map(
        (filing) =>
          html`<tr role="row">
            <th scope="row" role="rowheader">${i18n.t(`channel.${filing.channel}`)}</th>
            ${cell('time', renderTime(sheet, filing.timeLimit))}${cell('fee', renderFees(sheet, filing.fees))}
            ${noted ? cell('note', filing.note ? inVietnamese(filing.note) : '–') : nothing}
          </tr>`,
      )}
    </tbody>
  </table>`;
  return html`<div id="fees" tabindex="-1">${renderSection(sheet, 'by-channel', table)}</div>`;
}

/** More fees than this are told below the summary. */
export const SUMMARY_FEES = 2;
