import { css } from 'lit';

/** The filled form, as it looks on paper. */
export const paper = css`
  .print-only {
    display: none;
  }
  .paper {
    padding: 1.5em;
    border: 0.0625em solid var(--_line);
    background: #fff;
    color: #000;
  }
  .paper > * + * {
    margin-top: 0.75em;
  }
  .paper .rows dt,
  .paper .rows dd.absent {
    color: #333;
  }
  .paper .rows > div {
    border-bottom: 0.0625em dotted #777;
  }
  .nation {
    text-align: center;
  }
  .nation b {
    display: block;
  }
  .paper-title {
    font-size: 1.25em;
    font-weight: 700;
    text-align: center;
  }
  .paper-part {
    font-weight: 700;
  }
  .sign {
    width: fit-content;
    margin-inline-start: auto;
    padding-bottom: 5em;
    text-align: center;
  }
  .source {
    font-size: 0.8125em;
  }
`;
