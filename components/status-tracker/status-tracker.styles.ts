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
  .part > * + * {
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
  .field {
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
  .button[disabled] {
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
  .note .icon,
  .warning .icon,
  .done .icon,
  .level0 .icon {
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
  /* Focus goes there for who hears the page; it is nothing to press. */
  .stage:focus,
  .panel:focus {
    outline: none;
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
  .quote {
    padding: 0.5em 0.875em;
    border-inline-start: 0.25em solid var(--_line);
    background: var(--_surface);
  }
  .quote [lang],
  .quote[lang] {
    white-space: pre-line;
  }
  .panel,
  .scan,
  .ask {
    padding: 1em;
    border: 0.125em solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .part {
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
  .history li {
    padding: 0.5em 0 0.75em 1em;
    border-inline-start: 0.1875em solid var(--_line);
  }
  .history li + li {
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
  .picker {
    position: relative;
  }
  .picker:focus-within {
    outline: 0.1875em solid var(--_focus);
    outline-offset: 0.125em;
  }
  .papers li {
    padding-block: 0.75em;
  }
  .wanted > * + * {
    margin-top: 0.75em;
  }
  .paper-name,
  .file {
    display: flex;
    gap: 0.5em;
    align-items: center;
  }
  .paper-name {
    font-weight: 600;
  }
  .file {
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
  }
  .pages canvas {
    display: block;
    height: 8em;
    max-width: 8em;
    border: 0.0625em solid var(--_line);
  }
  .state {
    display: flex;
    gap: 0.5em;
    padding: 0.5em 0.75em;
    border: 0.0625em solid var(--_line);
    border-radius: var(--_radius);
  }
  .transfer {
    display: flex;
    flex-wrap: wrap;
    gap: 1em;
  }
  .code svg {
    display: block;
    width: 11em;
    max-width: 100%;
  }
  video {
    width: 100%;
    max-height: 20em;
    background: #000;
  }
  .foot {
    padding-top: 1em;
    border-top: 0.0625em solid var(--_line-quiet);
  }
  @container (max-width: 30em) {
    .drop {
      display: none;
    }
    .ask-form .actions .button,
    .scan-open,
    .now > .actions .button,
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
    .head,
    .note,
    .warning,
    .panel {
      border-color: CanvasText;
    }
    /* Grounds are all one there: an edge parts what is to be done from the rest. */
    .head > .now {
      border-top: 0.125em solid CanvasText;
    }
    .code svg {
      forced-color-adjust: none;
    }
  }
  @media print {
    .frame {
      max-width: none;
    }
    .head > .now {
      background: none;
    }
    details:not([open]) {
      display: none;
    }
    .sum li,
    .history li {
      break-inside: avoid;
    }
  }
`;
