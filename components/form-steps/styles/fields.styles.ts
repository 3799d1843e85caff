import { css } from 'lit';

/** Questions and their answers. */
export const fields = css`
  .field {
    display: block;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .step-heading + .field,
  .field + .field,
  .reviewed + .field {
    margin-top: 1.25em;
  }
  .field > label:not(.choice),
  .field > .label,
  legend {
    display: block;
    padding: 0;
    font-weight: 600;
  }
  .optional {
    font-weight: 400;
    color: var(--_text-quiet);
  }
  .hint {
    display: block;
    color: var(--_text-quiet);
  }
  .field > .error,
  .field > .warning {
    margin-block: 0.25em;
  }
  input[type='text'],
  textarea,
  select {
    display: block;
    width: 100%;
    min-height: max(2.75em, 44px);
    margin-top: 0.25em;
    padding: 0.5em 0.75em;
    border: 0.0938em solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    font: inherit;
    color: inherit;
  }
  textarea {
    resize: vertical;
  }
  .date input,
  .birth input,
  .number input,
  .money input,
  .phone input,
  .citizen-number input {
    max-width: 18em;
  }
  [aria-invalid='true'] {
    border-color: var(--_danger) !important;
    border-width: 0.125em !important;
  }
  output {
    display: block;
    padding: 0.5em 0.75em;
    border-radius: var(--_radius);
    background: var(--_surface-raised);
  }
  .choice {
    display: flex;
    gap: 0.75em;
    align-items: flex-start;
    min-height: max(2.75em, 44px);
    padding: 0.5em 0.25em;
    font-weight: 400;
    cursor: pointer;
  }
  .choice input {
    flex: none;
    width: 1.5em;
    height: 1.5em;
    margin: 0;
    accent-color: var(--_accent);
  }
  .person,
  .address {
    padding-inline-start: 1em;
    border-inline-start: 0.25em solid var(--_line-quiet);
  }
  .person > .field,
  .address > label {
    margin-top: 0.875em;
  }
  .address > label {
    font-weight: 400;
  }
`;
