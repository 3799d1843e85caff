import { html, nothing, type TemplateResult } from 'lit';
import { allFees, filingsDiffer } from '../../src/catalog/filing.js';
import type { Fee } from '../../src/catalog/procedure.js';
import { renderFee, renderTime, SUMMARY_FEES } from './filing.js';
import { inVietnamese, renderMark, renderSection, type Sheet } from './sheet.js';

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

function renderFees(sheet: Sheet, fees: readonly Fee[] | undefined): unknown {
  if (!fees?.length) return html`<div class="value">${sheet.i18n.t('unknown')}</div>`;
  return fees.length === 1
    ? fees.map((fee) => renderFee(sheet, fee))
    : html`<ul class="fees">
        ${fees.map((fee) => html`<li>${renderFee(sheet, fee)}</li>`)}
      </ul>`;
}
