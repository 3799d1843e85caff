import { css } from 'lit';

export const styles = css`
  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(13em, 100%), 1fr));
    gap: 0.75em;
    margin-block: 0.25em 0.75em;
    padding: 0.875em;
    border-radius: var(--_radius);
    background: var(--_surface-raised);
  }
  .filters label {
    display: block;
    font-weight: 600;
  }
  .filters select {
    width: 100%;
    min-height: max(2.75em, 44px);
    padding: 0.375em 0.5em;
    border: 0.0625em solid var(--_line);
    border-radius: var(--_radius);
    color: var(--_text);
    background: var(--_surface);
  }
  .filters .button {
    align-self: end;
  }
  @media print {
    .filters {
      display: none;
    }
  }
`;
