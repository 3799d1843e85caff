import { css } from 'lit';

/** The look of what stands below the papers, and of the sheet on paper; it comes with the code of both. */
export const restStyles = css`
  summary {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-height: max(2.75em, 44px);
    color: var(--_accent);
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary:hover .heading {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  [open] > summary .icon {
    transform: rotate(180deg);
  }
  .count {
    font-weight: 400;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    text-align: start;
  }
  th,
  td {
    padding: 0.625em 0.875em;
    border: 0.0625em solid var(--_line-quiet);
    text-align: start;
    vertical-align: top;
  }
  th {
    background: var(--_surface-raised);
  }
  tbody th {
    overflow-wrap: normal;
  }
  .cell-label {
    display: none;
  }
  .fees li + li {
    margin-top: 0.5em;
    padding-top: 0.5em;
    border-top: 0.0625em dashed var(--_line-quiet);
  }
  td .value,
  .section .fees .value {
    font-size: 1em;
  }
  .list,
  .steps {
    padding-inline-start: 1.375em;
    list-style: disc;
  }
  .steps {
    list-style: decimal;
  }
  .list li + li,
  .steps li + li {
    margin-top: 0.375em;
  }
  .list .target {
    display: inline;
    min-height: 0;
    padding-block: 0.75em;
  }
  .list li:has(.target) {
    padding-block: 0.625em;
  }
  .long-text {
    white-space: pre-line;
  }
  .absent {
    color: var(--_text-quiet);
  }
  .origin {
    font-size: 0.9375em;
  }
  .origin > div {
    display: grid;
    grid-template-columns: minmax(0, 12em) minmax(0, 1fr);
    gap: 0 1em;
    padding-block: 0.3125em;
  }
  .origin a {
    display: inline-block;
    padding-block: 0.8125em;
    margin-block: -0.5em;
  }
  @container (max-width: 34em) {
    thead {
      position: absolute;
      clip-path: inset(50%);
      width: 1px;
      height: 1px;
      overflow: hidden;
    }
    table,
    tbody,
    tr,
    td,
    tbody th {
      display: block;
    }
    tr {
      border: 0.0625em solid var(--_line-quiet);
      border-radius: var(--_radius);
      overflow: hidden;
    }
    tr + tr {
      margin-top: 0.625em;
    }
    th,
    td {
      border: 0;
    }
    .cell-label {
      display: block;
      font-weight: 600;
      color: var(--_text-quiet);
    }
    .origin > div {
      display: block;
    }
  }
  .qr {
    display: none;
  }
  @media print {
    .sheet {
      font-size: 0.8125em;
    }
    .sheet > * + * {
      margin-top: 0.875em;
    }
    .heading,
    .icon,
    a,
    .target,
    dt,
    .mark,
    .caution,
    .notice,
    .notice.over,
    .called,
    .published,
    .copies,
    .progress,
    .why {
      color: #000 !important;
      background: none;
    }
    .summary,
    .fact,
    .fact.level,
    .case {
      background: none;
    }
    .summary,
    .group,
    .section,
    .fact {
      border-color: #777;
    }
    .summary {
      grid-template-columns: 1fr 1fr;
      gap: 0;
    }
    .fact {
      padding: 0.5em 0.75em;
      border: 0.0625em solid #777;
    }
    .fact,
    .group li,
    .notice {
      break-inside: avoid;
    }
    .heading,
    .case {
      break-after: avoid;
    }
    label {
      min-height: 0;
      padding-block: 0.3125em;
    }
    input {
      width: 1.125em;
      height: 1.125em;
      appearance: none;
      border: 0.09em solid #000;
    }
    input:checked {
      background:
        linear-gradient(45deg, transparent 45%, #000 45% 55%, transparent 55%),
        linear-gradient(-45deg, transparent 45%, #000 45% 55%, transparent 55%);
      print-color-adjust: exact;
    }
    .head {
      display: flex;
      gap: 1.5em;
      justify-content: space-between;
    }
    .qr {
      display: block;
      flex: none;
      order: 1;
      width: 11em;
      font-size: 0.875em;
      text-align: center;
    }
    .qr svg {
      width: 9em;
    }
    .qr span {
      display: block;
    }
    th {
      background: none;
    }
    th,
    td {
      border-color: #777;
    }
    tr,
    .origin > div {
      break-inside: avoid;
    }
    summary .icon {
      display: none;
    }
    .origin a::after {
      content: ' (' attr(href) ')';
    }
  }
`;
