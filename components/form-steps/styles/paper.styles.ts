import { css } from 'lit';

/** The filled form, as it looks on paper: on the screen, too, so that nobody is surprised by the printer. */
export const paper = css`
  .paper {
    padding: 1.5em;
    border: 0.0625em solid var(--_line);
    background: #fff;
    color: #000;
    font-family: 'Times New Roman', Tinos, 'Liberation Serif', 'Noto Serif', serif;
    line-height: 1.5;
  }
  .paper > * + * {
    margin-top: 0.5em;
  }
  .nation,
  .paper-title,
  .paper-procedure {
    text-align: center;
  }
  .nation b {
    display: block;
    width: fit-content;
    margin-inline: auto;
  }
  .motto {
    border-bottom: 0.0625em solid;
  }
  .paper .paper-title {
    margin-top: 1.25em;
    font-size: 1.25em;
    font-weight: 700;
    text-transform: uppercase;
  }
  .paper-to,
  .lines > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.375em;
    align-items: baseline;
  }
  .paper .paper-to {
    margin-block: 1em;
    padding-inline: 12%;
  }
  .paper-part {
    font-size: 1em;
    font-weight: 700;
  }
  .lines dt {
    max-width: 100%;
  }
  /* Never so little room that nobody can write on it: it then goes below the question. */
  .fill {
    flex: 1 1 9em;
    min-height: 1.5em;
    border-bottom: 0.0938em dotted #555;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .paper dd {
    font-weight: 600;
  }
  .paper .more {
    flex-basis: 100%;
    min-height: 1.75em;
  }
  .boxes {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25em;
  }
  .paper .boxes {
    font-weight: 400;
  }
  .box {
    display: inline-block;
    width: 0.875em;
    height: 0.875em;
    border: 0.0625em solid;
    line-height: 0.875;
    text-align: center;
    vertical-align: -0.0625em;
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
  @container (max-width: 30em) {
    .paper {
      padding: 0.75em;
    }
  }
  @media (forced-colors: active) {
    .paper {
      border-color: CanvasText;
    }
  }
  @media print {
    .paper {
      border: 0;
      padding: 0;
      margin: 0;
    }
    .lines > div,
    .sign {
      break-inside: avoid;
    }
    .paper-part,
    .entry-title {
      break-after: avoid;
    }
  }
`;
