import { css } from 'lit';
import { measured } from '../../../src/ui/styles/base.styles.js';

/** Where the person is, what is said to them, and the ways on. */
export const frame = css`
  .root {
    ${measured}
  }
  .frame {
    max-width: 46em;
  }
  header > * + *,
  form > fieldset > * + * {
    margin-top: 0.875em;
  }
  form > fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .title {
    font-size: 1.375em;
    line-height: 1.35;
    color: var(--_accent);
  }
  .step-heading {
    font-size: 1.25em;
    line-height: 1.35;
  }
  /* Focus goes there for who hears the page; it is nothing to press. */
  .step-title:focus {
    outline: none;
  }
  .group-title {
    font-size: 1.0625em;
  }
  .progress {
    font-weight: 600;
    color: var(--_text-quiet);
  }
  progress {
    display: block;
    width: 100%;
    height: 0.5em;
    margin-top: 0.25em;
    accent-color: var(--_accent);
  }
  form {
    margin-top: 1.25em;
    padding-top: 1.25em;
    border-top: 0.125em solid var(--_line-quiet);
  }
  .state,
  .note,
  .warning,
  .error {
    display: flex;
    gap: 0.5em;
    align-items: flex-start;
  }
  .state {
    width: fit-content;
    padding: 0.25em 0.75em;
    border: 0.0625em solid var(--_line);
    border-radius: var(--_radius);
    font-size: 0.9375em;
  }
  .state .icon,
  .note .icon {
    margin-top: 0.125em;
  }
  .state.saved {
    border-style: dashed;
    color: var(--_text-quiet);
  }
  .state.received {
    border-width: 0.125em;
    border-color: var(--_level-full);
    background: var(--_level-full-soft);
    color: var(--_level-full);
    font-weight: 600;
  }
  .state.waiting,
  .state.memory,
  .warning {
    border-color: var(--_level-partial);
    background: var(--_level-partial-soft);
    color: var(--_level-partial);
  }
  .warning,
  .note {
    padding: 0.5em 0.75em;
    border-radius: var(--_radius);
  }
  .note {
    background: var(--_surface-raised);
    border: 0.0625em solid var(--_line-quiet);
  }
  .error {
    color: var(--_danger);
    font-weight: 600;
  }
  .summary,
  .error-box,
  .ask {
    padding: 0.875em 1em;
    border: 0.125em solid var(--_danger);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .ask {
    border-color: var(--_accent);
    margin-top: 0.875em;
  }
  .ask > * + *,
  .group > * + *,
  .entry > * + *,
  .reviewed > * + * {
    margin-top: 0.75em;
  }
  .summary li + li {
    margin-top: 0.25em;
  }
  .summary .quiet {
    color: var(--_danger);
    text-align: start;
  }
  .group + .group,
  .reviewed + .reviewed {
    padding-top: 1em;
    margin-top: 1.25em;
    border-top: 0.0625em solid var(--_line-quiet);
  }
  .entry {
    padding: 0.875em 1em;
    border: 0.0625em solid var(--_line);
    border-radius: var(--_radius);
  }
  .entry-head {
    display: flex;
    gap: 0.75em;
    align-items: center;
    justify-content: space-between;
  }
  .quiet {
    display: inline-flex;
    gap: 0.375em;
    align-items: center;
    min-height: max(2.75em, 44px);
    min-width: max(2.75em, 44px);
    padding: 0.25em 0.5em;
    border: 0;
    background: none;
    color: var(--_accent);
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .button.danger {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.625em;
    align-items: center;
  }
  .actions .end {
    margin-inline-start: auto;
  }
  fieldset + p {
    margin-top: 1.75em;
  }
  .state + .actions {
    margin-top: 0.875em;
  }
  .plan {
    padding-inline-start: 1.5em;
    list-style: decimal;
  }
  .plan li + li {
    margin-top: 0.25em;
  }
  .list {
    padding-inline-start: 1.375em;
    list-style: disc;
  }
  .rows > div {
    display: grid;
    grid-template-columns: minmax(0, 14em) minmax(0, 1fr) auto;
    gap: 0 1em;
    align-items: start;
    padding-block: 0.375em;
    border-bottom: 0.0625em solid var(--_line-quiet);
  }
  .rows dt {
    color: var(--_text-quiet);
  }
  .rows dd {
    font-weight: 600;
    white-space: pre-line;
  }
  .rows dd.absent {
    font-weight: 400;
    color: var(--_text-quiet);
  }
  .rows .act {
    margin-block: -0.375em;
  }
  .entry-title {
    font-weight: 600;
  }
  .practice {
    padding: 0.75em;
    border: 0.5em solid;
    border-image: repeating-linear-gradient(
        45deg,
        var(--_level-partial) 0 0.5em,
        var(--_level-partial-soft) 0.5em 1em
      )
      8;
  }
  .practice-mark {
    padding: 0.375em 0.75em;
    background: var(--_level-partial-soft);
    color: var(--_level-partial);
    font-weight: 700;
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
  .skeleton i {
    display: block;
    height: 2.5em;
    margin-bottom: 0.75em;
    border-radius: var(--_radius);
    background: var(--_surface-raised);
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
`;
