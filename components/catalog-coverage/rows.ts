import { html, type TemplateResult } from 'lit';

/** One bar, and the same as a row of the table. */
export interface Row {
  readonly name: string;
  /** Length of the bar. */
  readonly percent: number;
  readonly count: string;
  readonly share: string;
  /** Count and share in one phrase, beside the bar. */
  readonly words: string;
  readonly tone: string;
}

/** A list that reads as text; the bars only repeat it. Lengths are SVG attributes: no style, whatever the CSP. */
export function renderChart(rows: readonly Row[], label: string): TemplateResult {
  return html`<ul class="chart" part="chart" aria-label=${label}>
    ${rows.map(
      ({ name, words, percent, tone }) =>
        html`<li class=${tone}>
          <span class="line"><span>${name}</span> <b>${words}</b></span>
          <svg class="bar" width="100%" height="20" aria-hidden="true" focusable="false">
            <rect class="track" width="100%" height="100%" />
            <rect class="fill" width="${String(percent)}%" height="100%" />
          </svg>
        </li>`,
    )}
  </ul>`;
}

/** The same figures as a table: there when asked for, and on paper always. */
export function renderTable(
  rows: readonly Row[],
  caption: string,
  [name, count, share]: readonly [string, string, string],
  open: boolean,
): TemplateResult {
  return html`<table class=${open ? 'open' : ''} part="table">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">${name}</th>
        <th scope="col" class="number">${count}</th>
        <th scope="col" class="number">${share}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            <th scope="row">${row.name}</th>
            <td class="number">${row.count}</td>
            <td class="number">${row.share}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
