import { css } from 'lit';

export const styles = css`
  .root {
    padding: 1em;
  }
  .title {
    font-size: 1.375em;
    line-height: 1.4;
  }
  .heading + p,
  section > * + *,
  .intro ~ .note {
    margin-top: 0.5em;
  }
  section {
    margin-top: 1.5em;
  }
  .part-title {
    font-size: 1.125em;
    line-height: 1.4;
  }
  .quiet {
    font-size: 0.9375em;
    color: var(--_text-quiet);
  }
  .note {
    padding: 0.5em 0.75em;
    border-inline-start: 0.25em solid var(--_accent);
    background: var(--_surface-raised);
  }
  /* As high as what is said where nothing is kept. */
  .looking {
    min-block-size: 6em;
  }
  .nothing {
    font-weight: 600;
  }
  .list > li {
    padding-block: 0.625em;
    border-top: 0.0625em solid var(--_line-quiet);
  }
  .list > li:last-child {
    border-bottom: 0.0625em solid var(--_line-quiet);
  }
  .list p + p {
    margin-top: 0.25em;
  }
  .what,
  .host {
    font-weight: 600;
  }
  .state {
    font-size: 0.9375em;
    color: var(--_text-quiet);
  }
  .state.asked {
    color: var(--_accent);
    font-weight: 600;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    margin-top: 1em;
  }
  .ask,
  .result {
    padding: 0.75em 1em;
    border: 0.125em solid var(--_accent);
    border-radius: var(--_radius);
  }
  .ask,
  .result.failed {
    border-color: var(--_danger);
  }
  .ask > * + * {
    margin-top: 0.5em;
  }
  .ask .actions {
    margin-top: 0.75em;
  }
  .sure {
    font-weight: 600;
  }
  .button.danger {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  .button.danger:hover {
    background: var(--_danger-soft);
  }
  @media print {
    .root {
      padding: 0;
    }
    .list > li {
      break-inside: avoid;
    }
  }
`;
