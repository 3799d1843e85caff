import { css } from 'lit';
import { measured } from '../../src/ui/styles/base.styles.js';

export const styles = css`
  .sheet {
    ${measured}
  }
  .sheet > * + * {
    margin-top: 1.25em;
  }
  p + p,
  .value + p,
  .called {
    margin-top: 0.25em;
  }
  .code {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
  }
  .heading {
    margin: 0;
    font-size: 1.1875em;
    font-weight: 700;
    line-height: 1.4;
  }
  .name {
    margin-top: 0.125em;
    font-size: 1.5em;
    color: var(--_accent);
  }
  .name.long {
    font-size: 1.1875em;
  }
  .name.very {
    font-size: 1em;
    font-weight: 600;
    line-height: 1.5;
  }
  .code,
  .called,
  .published,
  .why {
    color: var(--_text-quiet);
  }
  .code,
  .published,
  .caution {
    font-size: 0.9375em;
  }
  .mark,
  .caution {
    color: var(--_level-partial);
    background: var(--_level-partial-soft);
  }
  .mark {
    display: inline-block;
    padding-inline: 0.5em;
    border: 0.0625em solid currentColor;
    border-radius: 1em;
    font-size: 0.8125em;
    font-weight: 400;
    line-height: 1.5;
  }
  .caution {
    padding: 0.375em 0.625em;
    border-inline-start: 0.1875em solid currentColor;
    border-radius: 0.25em;
  }
  .caution a {
    color: inherit;
  }
  .notice {
    display: flex;
    gap: 0.5em;
    padding: 0.625em 0.875em;
    border-inline-start: 0.25em solid var(--_accent);
    border-radius: 0.25em;
    background: var(--_accent-soft);
  }
  .notice.over {
    border-color: var(--_danger);
    font-weight: 600;
    color: var(--_danger);
    background: var(--_danger-soft);
  }
  .notice .icon,
  .fact dt .icon {
    margin-top: 0.125em;
  }
  .notice + .notice {
    margin-top: 0.5em;
  }
  .summary {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.0625em;
    overflow: hidden;
    border: 0.0625em solid var(--_line-quiet);
    border-radius: var(--_radius);
    background: var(--_line-quiet);
  }
  .fact {
    padding: 0.875em 1em;
    background: var(--_surface);
  }
  .fact.level {
    grid-column: 1 / -1;
    background: var(--_surface-raised);
  }
  dt {
    font-weight: 600;
    color: var(--_text-quiet);
  }
  .fact dt {
    display: flex;
    gap: 0.625em;
    align-items: flex-start;
  }
  .fact dt .icon {
    color: var(--_accent);
  }
  .fact dd {
    padding-inline-start: 1.875em;
  }
  .fact.level dd > :first-child {
    margin-block: 0.25em;
  }
  /* The badge, which has nothing but a shadow, in the place that it will need. */
  dd > :empty {
    display: inline-block;
    min-height: max(2.75em, 44px);
    vertical-align: middle;
  }
  .value {
    font-size: 1.125em;
    font-weight: 700;
  }
  .published + .value,
  .caution + .value {
    margin-top: 0.5em;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    margin-top: 0.25em;
  }
  .ways li + li::before {
    content: '·';
    margin-inline: 0.5em;
  }
  .target {
    display: inline-block;
    min-height: max(2.75em, 44px);
    padding: 0.625em 0;
    border: 0;
    font-weight: 600;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    color: var(--_accent);
    background: none;
    cursor: pointer;
  }
  .target:hover {
    text-decoration-thickness: 0.15em;
  }
  .notice .target {
    color: inherit;
  }
  .fact .target {
    margin-block: -0.375em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.625em;
  }
  .why {
    flex: 1 0 100%;
  }
  .section,
  .trouble {
    padding-top: 1em;
    border-top: 0.125em solid var(--_line-quiet);
  }
  .section > * + *,
  .trouble > * + * {
    margin-top: 0.625em;
  }
  .group {
    border: 0.0625em solid var(--_line-quiet);
    border-radius: var(--_radius);
  }
  .case {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1em;
    justify-content: space-between;
    padding: 0.5em 0.875em;
    background: var(--_surface-raised);
  }
  .case b::first-letter {
    text-transform: uppercase;
  }
  .progress {
    margin-inline-start: auto;
    font-weight: 600;
    color: var(--_accent);
  }
  .checklist li + li {
    border-top: 0.0625em solid var(--_line-quiet);
  }
  label {
    display: flex;
    gap: 0.75em;
    align-items: flex-start;
    min-height: max(2.75em, 44px);
    padding: 0.625em 0.875em;
    cursor: pointer;
  }
  label:hover {
    background: var(--_accent-soft);
  }
  input {
    flex: none;
    width: 1.5em;
    height: 1.5em;
    margin: 0;
    accent-color: var(--_accent);
  }
  .copies {
    display: block;
    font-weight: 600;
    color: var(--_text-quiet);
  }
  .remarks {
    padding: 0.625em 0.875em;
    border-top: 0.0625em solid var(--_line-quiet);
    color: var(--_text-quiet);
  }
  .caution a,
  .level dd > p > a {
    display: inline-block;
    padding-block: 0.8125em;
    margin-block: -0.5em;
  }
  .skeleton i {
    display: block;
    height: 1.25em;
    margin-bottom: 0.625em;
    border-radius: var(--_radius);
    background: var(--_line-quiet);
  }
  .skeleton .title {
    height: 2em;
  }
  .skeleton .fact {
    height: 7em;
    margin: 0;
    background: var(--_surface-raised);
  }
  @media (prefers-reduced-motion: no-preference) {
    .skeleton {
      animation: breathe 1.6s ease-in-out infinite alternate;
    }
    @keyframes breathe {
      to {
        opacity: 0.55;
      }
    }
  }
  @container (max-width: 34em) {
    .actions .button {
      flex: 1 0 100%;
    }
    .name + .called,
    p + p {
      margin-top: 0.125em;
    }
    .summary {
      grid-template-columns: 1fr;
    }
    .fact {
      padding: 0.5em 0.75em;
    }
    .name {
      font-size: 1.375em;
    }
    .name.long {
      font-size: 1.125em;
    }
    .name.very {
      font-size: 0.9375em;
    }
    .notice {
      padding-block: 0.375em;
    }
  }
  @media (forced-colors: active) {
    .summary {
      gap: 0;
    }
    .fact {
      border: 0.0625em solid CanvasText;
    }
    .fact dt .icon {
      color: CanvasText;
    }
    .skeleton i {
      border: 0.0625em solid GrayText;
    }
  }
`;
