import { css } from 'lit';

/** The papers of a procedure, by case; and what another tab has, which can only be read. */
export const paperList = css`
  :disabled :is(.button, .quiet) {
    opacity: 0.5;
    cursor: default;
  }
  .state.memory {
    flex-wrap: wrap;
    align-items: center;
  }
  .state.memory > span {
    flex: 1 1 60%;
  }
  :disabled:is(input, textarea, select) {
    background: var(--_surface-raised);
  }
  .caution {
    padding: 0.375em 0.625em;
    border-inline-start: 0.1875em solid currentColor;
    border-radius: 0.25em;
    background: var(--_level-partial-soft);
    color: var(--_level-partial);
  }
  .caution a {
    display: inline-block;
    padding-block: 0.8125em;
    margin-block: -0.5em;
    color: inherit;
  }
  .case {
    border: 0.0625em solid var(--_line);
    border-radius: var(--_radius);
  }
  .case > :not(summary) {
    margin: 0.5em 0.875em;
  }
  .case > summary {
    padding: 0.375em 0.875em;
    justify-content: space-between;
  }
  .case .icon {
    flex: none;
  }
  .case[open] > summary .icon {
    transform: rotate(180deg);
  }
  .case-name::first-letter {
    text-transform: uppercase;
  }
  .case + .case {
    margin-top: 0.5em;
  }
  .bring li + li {
    margin-top: 0.5em;
  }
  .copies {
    display: block;
    font-size: 0.9375em;
    color: var(--_text-quiet);
  }
  .remarks {
    color: var(--_text-quiet);
  }
  @media print {
    .case {
      border: 0;
    }
    .case > summary {
      min-height: 0;
      padding-inline: 0;
      color: #000;
    }
    .case > :not(summary) {
      margin-inline: 0;
    }
    .case > summary .icon,
    .caution a {
      display: none;
    }
    .caution,
    .copies,
    .remarks {
      color: #000;
    }
  }
`;
