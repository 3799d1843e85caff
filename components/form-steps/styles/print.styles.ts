import { css } from 'lit';

/** What is otherwise on paper. */
export const print = css`
  @media print {
    .frame {
      max-width: none;
    }
    .practice,
    form,
    .paper {
      border: 0;
      padding: 0;
      margin: 0;
    }
    .paper,
    .receipt {
      font-size: 0.875em;
    }
    .print-only {
      display: block;
    }
    .paper-80 {
      font-size: 11px;
    }
    .paper-80 .rows > div {
      display: block;
    }
    .rows > div,
    .sign,
    .reviewed {
      break-inside: avoid;
    }
    .rows dt,
    .hint,
    .received-title {
      color: #000;
    }
    .sign {
      break-inside: avoid;
    }
  }
`;
