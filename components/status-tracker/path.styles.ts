import { css } from 'lit';

/** The steps of a dossier: one below the other, or in a row where there is room. */
export const pathStyles = css`
  .path {
    position: relative;
  }
  .path li {
    position: relative;
    display: grid;
    grid-template-columns: 2em minmax(0, 1fr);
    gap: 0 0.75em;
    padding-bottom: 1.125em;
  }
  .path li::before {
    content: '';
    position: absolute;
    top: 2em;
    bottom: 0;
    left: 0.9375em;
    border-inline-start: 0.125em dashed var(--_line);
  }
  .path .done::before {
    border-inline-start: 0.125em solid var(--_level-full);
  }
  .path li:last-child::before {
    display: none;
  }
  .path .done {
    padding-inline: 0;
    padding-top: 0;
    border: 0;
    background: none;
    color: inherit;
    font-weight: 400;
  }
  .dot {
    grid-row: 1 / 3;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    width: 2em;
    height: 2em;
    border: 0.125em solid var(--_line);
    border-radius: 50%;
    background: var(--_surface);
    font-variant-numeric: tabular-nums;
    color: var(--_text-quiet);
  }
  .dot .icon {
    margin: 0;
  }
  .path .done .dot {
    border-color: var(--_level-full);
    background: var(--_level-full);
    color: var(--_surface);
  }
  .path .current .dot {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 700;
  }
  .path .current .step-name {
    font-weight: 700;
  }
  .step-name {
    padding-top: 0.25em;
  }
  .step-when {
    grid-column: 2;
    font-size: 0.9375em;
    color: var(--_text-quiet);
  }
  .not-reached .step-name {
    color: var(--_text-quiet);
    text-decoration: line-through;
  }
  @container (min-width: 38em) {
    .path {
      display: grid;
      grid-template-columns: repeat(5, minmax(0, 1fr));
    }
    .path li {
      grid-template-columns: minmax(0, 1fr);
      align-content: start;
      padding: 0 0.5em 0 0;
    }
    .path li::before {
      top: 0.9375em;
      bottom: auto;
      left: 2.25em;
      right: 0.25em;
      border-inline-start: 0;
      border-top: 0.125em dashed var(--_line);
    }
    .path .done::before {
      border-inline-start: 0;
      border-top: 0.125em solid var(--_level-full);
    }
    .dot {
      grid-row: auto;
    }
    .step-when {
      grid-column: 1;
    }
  }
  @media (forced-colors: active) {
    .dot {
      forced-color-adjust: none;
    }
  }
  @media print {
    .path li {
      break-inside: avoid;
    }
  }
`;
