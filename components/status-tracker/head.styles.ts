import { css } from 'lit';

/** The answers that stand above all else, in the tone of how it stands. */
export const headStyles = css`
  .head {
    --_tone: var(--_accent);
    --_tone-soft: var(--_accent-soft);
    overflow: hidden;
    padding-inline: 1em;
    border: 0.0625em solid var(--_line);
    border-top: 0.375em solid var(--_tone);
    border-radius: var(--_radius);
  }
  .head.good {
    --_tone: var(--_level-full);
    --_tone-soft: var(--_level-full-soft);
  }
  .head.waits,
  .head.late {
    --_tone: var(--_level-partial);
    --_tone-soft: var(--_level-partial-soft);
  }
  .head.bad,
  .head.late {
    --_tone: var(--_danger);
    --_tone-soft: var(--_danger-soft);
  }
  .eyebrow {
    margin-top: 0.875em;
    font-size: 0.9375em;
    font-variant-numeric: tabular-nums;
    color: var(--_text-quiet);
  }
  .procedure {
    font-weight: 600;
  }
  .procedure a {
    display: inline-flex;
    align-items: center;
    min-height: max(2.75em, 44px);
  }
  .stage-heading {
    margin-top: 0.25em;
    font-size: 1.75em;
    line-height: 1.25;
    color: var(--_tone);
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(16em, 100%), 1fr));
    gap: 0.75em 1.5em;
    margin-top: 0.875em;
    padding-block: 0.875em;
    border-top: 0.0625em solid var(--_line-quiet);
  }
  .due > * {
    display: block;
  }
  .date {
    font-weight: 600;
  }
  .time {
    font-size: 1.125em;
    font-weight: 700;
  }
  .is-late {
    color: var(--_danger);
  }
  .head > .now {
    margin: 0 -1em;
    padding: 0.875em 1em 1em;
    background: var(--_tone-soft);
  }
  .now-title {
    display: flex;
    gap: 0.5em;
    align-items: center;
    font-size: 0.9375em;
    font-weight: 600;
    color: var(--_tone);
  }
  .now-words {
    font-size: 1.125em;
    font-weight: 600;
  }
  .now > * + * {
    margin-top: 0.5em;
  }
  .now > .actions {
    margin-top: 0.75em;
  }
  @container (max-width: 30em) {
    .now > .actions .button {
      flex: 1 0 100%;
    }
  }
  @media (forced-colors: active) {
    .head {
      border-color: CanvasText;
    }
    /* Grounds are all one there: an edge parts what is to be done from the rest. */
    .head > .now {
      border-top: 0.125em solid CanvasText;
    }
  }
  @media print {
    .head > .now {
      background: none;
    }
  }
`;
