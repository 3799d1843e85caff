import { css } from 'lit';

/** The look of the sentence that is read, in whatever shadow root it stands. */
export const readingMark = css`
  ::highlight(dvc-aloud) {
    background-color: var(--_mark, #ffe08a);
    color: var(--_on-mark, #1b1b1b);
    text-decoration: underline 0.125em;
  }
  [data-dvc-aloud] {
    outline: 0.1875em solid var(--_focus);
    outline-offset: 0.125em;
  }
  @media (forced-colors: active) {
    ::highlight(dvc-aloud) {
      background-color: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    ::highlight(dvc-aloud) {
      background-color: transparent;
      color: inherit;
      text-decoration: none;
    }
    [data-dvc-aloud] {
      outline: none;
    }
  }
`;

/** The buttons; their room is the same whatever they say, so that nothing moves when somebody presses one. */
export const aloudButtons = css`
  .aloud .controls {
    display: flex;
    gap: 0.625em;
    align-items: center;
  }
  .aloud .controls .main {
    flex: 0 0 auto;
    min-width: 9.5em;
    white-space: nowrap;
  }
  .aloud .controls .stop {
    flex: none;
  }
  .aloud .stop.idle {
    visibility: hidden;
  }
  .aloud .said {
    margin-top: 0.5em;
    font-size: 0.9375em;
  }
  /* Beside a line of words, which it makes no higher. */
  .aloud.line {
    float: inline-end;
    max-width: 100%;
    margin-block: 0.25em -0.75em;
  }
  .aloud.line .controls {
    gap: 0.25em;
  }
  .aloud.line .controls button {
    padding-inline: 0.25em;
  }
  .aloud.line .controls .main {
    justify-content: end;
    min-width: 6.75em;
  }
`;
