import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-block !important;
    max-width: 100%;
    vertical-align: middle;
  }
  .root {
    display: inline-block;
    max-width: 100%;
    background: none;
  }
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    max-width: 100%;
    padding: 0.25em 0.75em;
    border: 0.0625em solid currentColor;
    border-radius: 1.5em;
    font: inherit;
    font-weight: 600;
    line-height: 1.5;
    text-align: start;
    color: var(--_level-unknown);
    background: var(--_level-unknown-soft);
  }
  button.badge {
    min-height: 2.75em;
    padding-inline: 1em;
    cursor: pointer;
  }
  button.badge:hover .name {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .badge.unknown {
    border-style: dashed;
  }
  .badge.information {
    color: var(--_level-information);
    background: var(--_level-information-soft);
  }
  .badge.partial {
    color: var(--_level-partial);
    background: var(--_level-partial-soft);
  }
  .badge.full {
    color: var(--_level-full);
    background: var(--_level-full-soft);
  }
  .name {
    min-width: 0;
  }
  .meter {
    display: inline-flex;
    flex: none;
    align-items: flex-end;
    gap: 0.125em;
    height: 1em;
  }
  .meter i {
    width: 0.25em;
    height: 40%;
    border: 0.0625em solid currentColor;
    border-radius: 0.0625em;
  }
  .meter i:nth-child(2) {
    height: 70%;
  }
  .meter i:nth-child(3) {
    height: 100%;
  }
  .meter .filled {
    background: currentColor;
  }
  .explanation {
    position: fixed;
    inset: auto;
    z-index: 1;
    width: max-content;
    max-width: min(24em, calc(100vw - 1em));
    max-height: calc(100vh - 1em);
    margin: 0;
    overflow: auto;
    padding: 0.875em 1em;
    border: 0.0625em solid var(--_line);
    border-radius: var(--_radius);
    box-shadow: 0 0.25em 1em rgb(0 0 0 / 25%);
    font-weight: 400;
    color: var(--_text);
    background: var(--_surface);
  }
  .explanation > * + * {
    margin-top: 0.625em;
  }
  .meaning {
    font-weight: 600;
  }
  .abilities li {
    display: flex;
    gap: 0.5em;
    align-items: flex-start;
    padding-block: 0.125em;
  }
  .abilities .icon {
    margin-top: 0.125em;
  }
  .able .icon {
    color: var(--_level-full);
  }
  .unable {
    color: var(--_text-quiet);
  }
  .note {
    font-size: 0.875em;
    color: var(--_text-quiet);
  }
  @media (forced-colors: active) {
    .meter .filled {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
  @media print {
    .explanation,
    button.badge .icon {
      display: none !important;
    }
    .badge {
      min-height: 0;
      color: #000;
      background: none;
    }
    .meter .filled {
      print-color-adjust: exact;
    }
  }
`;
