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
  .aloud {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.25em;
    align-items: center;
  }
  .aloud .main {
    min-width: 9.5em;
  }
  .aloud .stop.idle {
    visibility: hidden;
  }
  .aloud .quiet {
    display: inline-flex;
    gap: 0.375em;
    align-items: center;
    justify-content: center;
    min-height: max(2.75em, 44px);
    min-width: max(2.75em, 44px);
    padding: 0.25em 0.5em;
    border: 0;
    background: none;
    color: var(--_accent);
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .aloud .said {
    flex: 1 0 100%;
    font-size: 0.9375em;
  }
  /* Beside a line of words, which it makes no higher. */
  .aloud.line {
    float: inline-end;
    margin-block: 0.25em -0.75em;
    text-align: end;
  }
  .aloud.line .main {
    min-width: 0;
  }
  /* A page that is read is not yet read to the end: what was pressed stays within reach. */
  .aloud.line:has(.stop:not(.idle)) {
    background: var(--_surface);
  }
`;
