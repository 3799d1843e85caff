import { css } from 'lit';

/** What is otherwise on paper. */
export const print = css`
  @media print {
    .frame {
      max-width: none;
      /* A border on the edge of a page is cut off. */
      margin-inline-end: 1px;
    }
    .practice,
    form {
      border: 0;
      padding: 0;
      margin: 0;
    }
    header > * + * {
      display: none;
    }
    .receipt {
      font-size: 0.875em;
    }
    .print-only {
      display: block;
    }
    .paper-A5 {
      font-size: 11px;
    }
    .paper-A5 .rows > div {
      grid-template-columns: minmax(0, 8em) minmax(0, 1fr);
    }
    .paper-A5 .code svg {
      width: 7em;
    }
    .paper-80 {
      font-size: 11px;
    }
    .paper-80 .rows > div {
      display: block;
    }
    .rows > div,
    .ticks li {
      break-inside: avoid;
    }
    .group-title {
      break-after: avoid;
    }
    .rows dt,
    .hint,
    .received-title {
      color: #000;
    }
  }
`;
