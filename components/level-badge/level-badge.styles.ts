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
  button.badge {
    min-height: max(2.75em, 44px);
    padding-inline: 1em;
    cursor: pointer;
  }
  button.badge:hover .name {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .explanation {
    position: absolute;
    inset: auto;
    z-index: 1;
    width: max-content;
    max-width: min(24em, calc(100vw - 1em));
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
  .yes .icon {
    color: var(--_level-full);
  }
  .no {
    color: var(--_text-quiet);
  }
  .note {
    font-size: 0.875em;
    color: var(--_text-quiet);
  }
  @media print {
    .explanation,
    button.badge .icon {
      display: none !important;
    }
    button.badge {
      min-height: 0;
    }
  }
`;
