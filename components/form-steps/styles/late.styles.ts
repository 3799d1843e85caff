import { css } from 'lit';

/** Papers, card, reading back, receipt and payment. */
export const late = css`
  .print-only {
    display: none;
  }
  .scan,
  .read-back {
    margin-top: 0.875em;
    padding: 0.875em 1em;
    border: 0.125em solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .scan > * + *,
  .read-back > * + *,
  .receipt > * + *,
  .wanted > * + *,
  .outbox > * + *,
  .carry > * + * {
    margin-top: 0.75em;
  }
  .papers li {
    padding-block: 1em;
    border-bottom: 0.0625em solid var(--_line-quiet);
  }
  .paper-name {
    display: flex;
    gap: 0.5em;
    font-weight: 600;
  }
  .picker {
    position: relative;
  }
  .picker:focus-within {
    outline: 0.1875em solid var(--_focus);
    outline-offset: 0.125em;
  }
  .file {
    display: flex;
    gap: 0.75em;
    align-items: center;
    justify-content: space-between;
    padding: 0.25em 0.75em;
    border: 0.0625em solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
  }
  .pages {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    padding: 0;
    list-style: none;
  }
  .pages canvas {
    display: block;
    height: 8em;
    max-width: 8em;
    border: 0.0625em solid var(--_line);
  }
  .files li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.75em;
    align-items: center;
    justify-content: space-between;
    padding-block: 0.375em;
    border-bottom: 0.0625em solid var(--_line-quiet);
  }
  .second {
    max-width: 46em;
    margin: 0 auto;
    padding: 1.5em;
    font-size: 1.5em;
  }
  .code svg {
    display: block;
    width: 11em;
    max-width: 100%;
  }
  .receipt-head,
  .transfer {
    display: flex;
    flex-wrap: wrap;
    gap: 1em;
    align-items: flex-start;
  }
  /* Beside the code where there is room for a line of it. */
  .transfer > :not(.code) {
    flex: 1 1 12em;
    min-width: 0;
  }
  .receipt-head dl {
    flex: 1 1 18em;
  }
  .received-title {
    color: var(--_level-full);
    font-size: 1.25em;
  }
  .inline {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
  }
  .inline legend {
    flex: 1 0 100%;
  }
  .receipt-actions {
    margin-top: 1em;
  }
  .receipt-actions > * + * {
    margin-top: 0.75em;
  }
  video {
    width: 100%;
    max-height: 20em;
    background: #000;
  }
  .phrase {
    font-size: 1.25em;
  }
  .read-label,
  .read-value {
    font-size: 1.5em;
  }
  .read-value {
    font-weight: 700;
  }
  .handed > * + * {
    margin-top: 0.875em;
  }
  .held {
    font-size: 0.875em;
  }
  .ticks li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.625em;
    padding-block: 0.25em;
  }
  .ticks li::before {
    content: '';
    width: 1em;
    height: 1em;
    margin-top: 0.25em;
    border: 0.0938em solid;
  }
  /* As wide and as small as on the roll, for as long as it is measured. */
  .measured {
    width: 72mm;
    font-size: 11px;
  }
  .measured .rows > div {
    display: block;
  }
  .outbox {
    margin-top: 0.875em;
    padding: 0.75em 1em;
    border: 0.0625em dashed var(--_line);
    border-radius: var(--_radius);
  }
  @media (forced-colors: active) {
    .code svg {
      forced-color-adjust: none;
    }
  }
  @media print {
    .receipt {
      font-size: 0.875em;
    }
    .paper-A5,
    .paper-80 {
      font-size: 11px;
    }
    .paper-A5 .rows > div {
      grid-template-columns: minmax(0, 8em) minmax(0, 1fr);
    }
    .paper-A5 .code svg {
      width: 7em;
    }
    .paper-80 .rows > div {
      display: block;
    }
    .ticks li {
      break-inside: avoid;
    }
    .received-title {
      color: #000;
    }
  }
`;
