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
    .print-only {
      display: block;
    }
    .rows > div {
      break-inside: avoid;
    }
    .group-title {
      break-after: avoid;
    }
    .rows dt,
    .hint {
      color: #000;
    }
  }
`;
