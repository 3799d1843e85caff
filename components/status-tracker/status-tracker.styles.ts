import { css } from 'lit';
import { measured } from '../../src/ui/styles/base.styles.js';

export const styles = css`
  .root {
    ${measured}
  }
  .frame {
    max-width: 46em;
  }
  .ask-form > * + *,
  .dossier > * + *,
  .panel > * + *,
  .now > * + *,
  .scan > * + *,
  .ask > * + *,
  .foot > * + *,
  .part > * + *,
  .sent > * + * {
    margin-top: 0.875em;
  }
  .title {
    font-size: 1.375em;
    line-height: 1.35;
    color: var(--_accent);
  }
  .part-title {
    font-size: 1.125em;
    line-height: 1.4;
  }
  .field,
  .sent {
    display: block;
    min-width: 0;
    margin-inline: 0;
    padding: 0;
    border: 0;
  }
  .field label:not(.choice),
  legend {
    display: block;
    padding: 0;
    font-weight: 600;
  }
  .hint {
    font-size: 0.9375em;
    color: var(--_text-quiet);
  }
  .list {
    padding-inline-start: 1.25em;
    list-style: disc;
  }
  .beside {
    display: flex;
    flex-wrap: wrap;
    gap: 0.625em;
    margin-top: 0.375em;
  }
  input[type='text'],
  textarea {
    display: block;
    flex: 1 1 14em;
    width: 100%;
    min-width: 0;
    min-height: max(2.75em, 44px);
    padding: 0.5em 0.75em;
    border: 0.0938em solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    font: inherit;
    color: inherit;
  }
  textarea {
    margin-top: 0.25em;
    resize: vertical;
  }
  [aria-invalid='true'] {
    border-color: var(--_danger) !important;
    border-width: 0.125em !important;
  }
  .choice {
    display: flex;
    gap: 0.75em;
    align-items: flex-start;
    min-height: max(2.75em, 44px);
    padding: 0.5em 0.25em;
    cursor: pointer;
  }
  .choice input {
    flex: none;
    width: 1.5em;
    height: 1.5em;
    margin: 0;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.625em;
    align-items: center;
  }
  .button[disabled],
  .button[aria-disabled='true'] {
    opacity: 0.5;
    cursor: default;
  }
  .button.danger {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  .quiet {
    display: inline-flex;
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
    cursor: pointer;
  }
  .note,
  .warning,
  .error,
  .done,
  .level0 {
    display: flex;
    gap: 0.5em;
    align-items: flex-start;
  }
  :is(.note, .warning, .done, .level0) .icon {
    margin-top: 0.125em;
  }
  .note,
  .warning,
  .done {
    padding: 0.625em 0.875em;
    border: 0.0625em solid var(--_line-quiet);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
  }
  .warning {
    border-color: var(--_level-partial);
    background: var(--_level-partial-soft);
    color: var(--_level-partial);
  }
  .warning .actions {
    margin-top: 0.625em;
  }
  .done {
    border-color: var(--_level-full);
    background: var(--_level-full-soft);
    color: var(--_level-full);
    font-weight: 600;
  }
  .error {
    color: var(--_danger);
    font-weight: 600;
  }
  .busy::before {
    content: '';
    display: inline-block;
    width: 1em;
    height: 1em;
    margin-inline-end: 0.5em;
    border: 0.1875em solid var(--_line-quiet);
    border-top-color: var(--_accent);
    border-radius: 50%;
    vertical-align: -0.125em;
  }
  .quote {
    padding: 0.5em 0.875em;
    border-inline-start: 0.25em solid var(--_line);
    background: var(--_surface);
  }
  .quote [lang],
  .quote[lang] {
    white-space: pre-line;
  }
  /* Focus goes there for who hears the page; it is nothing to press. */
  .stage:focus,
  .panel:focus {
    outline: none;
  }
  .panel,
  .scan,
  .ask {
    padding: 1em;
    border: 0.125em solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .part,
  .foot {
    padding-top: 1em;
    border-top: 0.0625em solid var(--_line-quiet);
  }
  summary {
    display: flex;
    gap: 0.5em;
    align-items: center;
    min-height: max(2.75em, 44px);
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  details[open] > summary .icon {
    transform: rotate(180deg);
  }
  .sum li {
    display: grid;
    grid-template-columns: minmax(7em, auto) minmax(0, 1fr);
    gap: 0 1em;
    padding: 0.25em 0.5em;
    border-bottom: 0.0625em solid var(--_line-quiet);
    font-variant-numeric: tabular-nums;
  }
  .sum .counted {
    background: var(--_accent-soft);
    font-weight: 600;
  }
  .history > li {
    padding: 0.5em 0 0.75em 1em;
    border-inline-start: 0.1875em solid var(--_line);
  }
  .history > li + li {
    margin-top: 0.25em;
  }
  .followed li {
    display: flex;
    gap: 0.5em;
    align-items: center;
    border-bottom: 0.0625em solid var(--_line-quiet);
  }
  .open {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    gap: 0 1em;
    align-items: baseline;
    min-height: max(2.75em, 44px);
    padding: 0.5em;
    border: 0;
    background: none;
    text-align: start;
    cursor: pointer;
  }
  .open:hover {
    background: var(--_accent-soft);
  }
  .followed-code {
    font-weight: 600;
    color: var(--_accent);
    text-decoration: underline;
  }
  code {
    overflow-wrap: anywhere;
  }
  @container (max-width: 30em) {
    .ask-form .actions .button,
    .scan-open,
    .foot .button,
    .part > .actions .button {
      flex: 1 0 100%;
    }
    .sum li {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .busy::before {
      animation: turn 1s linear infinite;
    }
    @keyframes turn {
      to {
        transform: rotate(1turn);
      }
    }
  }
  @media (forced-colors: active) {
    .note,
    .warning,
    .panel {
      border-color: CanvasText;
    }
  }
  @media print {
    .frame {
      max-width: none;
    }
    details:not([open]) {
      display: none;
    }
    .sum li,
    .history > li {
      break-inside: avoid;
    }
  }
`;
