import { css } from 'lit';

export const styles = css`
  .doctor {
    display: grid;
    gap: 1em;
    max-width: 50em;
    margin-inline: auto;
    padding: 1em;
    border: 0.125em solid var(--_line);
    border-radius: var(--_radius);
  }
  .doctor > [role='status']:empty {
    display: none;
  }
  section {
    display: grid;
    gap: 0.5em;
  }
  .title {
    font-size: 1.375em;
    line-height: 1.3;
  }
  .summary {
    display: flex;
    gap: 0.5em;
    align-items: flex-start;
    padding: 0.75em 1em;
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    font-weight: 600;
  }
  .summary.ill {
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  .summary .icon {
    margin-top: 0.125em;
  }
  ul {
    display: grid;
    gap: 0.5em;
  }
  .fault,
  .advice {
    padding: 0.625em 0.875em;
    border: 0.0625em solid var(--_line);
    border-inline-start-width: 0.375em;
    border-radius: var(--_radius);
  }
  .fault {
    border-inline-start-color: var(--_danger);
  }
  .mark {
    margin-inline-end: 0.25em;
  }
  .fault .mark {
    color: var(--_danger);
  }
  .fix {
    margin-top: 0.25em;
  }
  .unknown li {
    display: flex;
    gap: 0.5em;
    align-items: flex-start;
    color: var(--_text-quiet);
  }
  .unknown .icon {
    margin-top: 0.125em;
  }
  textarea {
    width: 100%;
    padding: 0.625em;
    border: 0.0625em solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    font-size: 0.9375em;
    resize: vertical;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
  }
  .note {
    font-size: 0.875em;
    color: var(--_text-quiet);
  }
  slot {
    white-space: pre-line;
  }
`;
