import { css } from 'lit';

export const styles = css`
  .root {
    padding: 1em;
  }
  figure > * + *,
  .absent + slot::slotted(*) {
    margin-top: 0.75em;
  }
  .title {
    font-size: 1.375em;
    line-height: 1.4;
  }
  .total {
    font-size: 1.75em;
    font-weight: 700;
    line-height: 1.5;
    color: var(--_accent);
  }
  .quiet,
  .note {
    font-size: 0.9375em;
    color: var(--_text-quiet);
  }
  .warning {
    padding: 0.5em 0.75em;
    border-inline-start: 0.25em solid var(--_danger);
    background: var(--_danger-soft);
  }
  .quiet a {
    display: inline-flex;
    align-items: center;
    min-height: max(2.75em, 44px);
  }
  figcaption > * + * {
    margin-top: 0.25em;
  }
  .groups {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(20em, 100%), 1fr));
    gap: 1.25em 2em;
  }
  .group {
    min-width: 0;
  }
  .heading {
    line-height: 1.4;
  }
  .group .heading {
    font-size: 1.125em;
  }
  .chart li {
    --_tone: var(--_accent);
    margin-top: 0.625em;
  }
  .chart .information {
    --_tone: var(--_level-information);
  }
  .chart .partial {
    --_tone: var(--_level-partial);
  }
  .chart .full {
    --_tone: var(--_level-full);
  }
  .chart .unknown {
    --_tone: var(--_level-unknown);
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1em;
    padding-bottom: 0.125em;
  }
  .bar {
    display: block;
    height: 1.25em;
    overflow: visible;
  }
  .track {
    fill: var(--_surface-raised);
    stroke: var(--_line);
  }
  .fill {
    fill: var(--_tone);
    stroke: var(--_tone);
  }
  .unknown .fill {
    fill: none;
    stroke-width: 2;
    stroke-dasharray: 4 3;
  }
  table {
    display: none;
    width: 100%;
    margin-top: 0.75em;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  table.open {
    display: table;
  }
  caption {
    padding-bottom: 0.375em;
    font-weight: 600;
    text-align: start;
  }
  th,
  td {
    padding: 0.5em;
    border: 0.0625em solid var(--_line);
    text-align: start;
    vertical-align: top;
  }
  thead th {
    background: var(--_surface-raised);
  }
  tbody th {
    font-weight: 400;
  }
  .number {
    overflow-wrap: normal;
    text-align: end;
    white-space: nowrap;
  }
  @media print {
    .root {
      padding: 0;
    }
    table {
      display: table;
      break-inside: avoid;
    }
    .chart {
      print-color-adjust: exact;
    }
  }
`;
