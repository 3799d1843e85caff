import { css } from 'lit';
import { measured } from '../../src/ui/styles/base.styles.js';

export const styles = css`
  .frame {
    ${measured}
  }
  .search label {
    display: block;
    font-size: 1.125em;
    font-weight: 700;
    line-height: 1.4;
  }
  .hint {
    margin-top: 0.375em;
    color: var(--_text-quiet);
  }
  .box {
    display: flex;
    gap: 0.5em;
    margin-top: 0.375em;
  }
  .field {
    position: relative;
    flex: 1;
    min-width: 0;
  }
  .field input {
    width: 100%;
    min-height: max(3em, 44px);
    padding: 0.5em 3em 0.5em 0.875em;
    border: 0.125em solid var(--_line);
    border-radius: var(--_radius);
    font-size: 1.125em;
    line-height: 1.5;
    color: var(--_text);
    background: var(--_surface);
    appearance: none;
  }
  .field input:focus-visible {
    border-color: var(--_focus);
    border-radius: var(--_radius);
    outline-offset: 0;
  }
  .field input::-webkit-search-cancel-button {
    display: none;
  }
  .clear {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0.25em;
    display: grid;
    place-items: center;
    width: max(2.75em, 44px);
    min-height: max(2.75em, 44px);
    margin-block: auto;
    height: max(2.75em, 44px);
    padding: 0;
    border: 0;
    background: none;
    cursor: pointer;
  }
  .bar {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.75em;
    margin-top: 0.5em;
  }
  .status {
    font-weight: 600;
  }
  .filter-button {
    flex: none;
    border: 0;
    background: none;
  }
  .filter-button[aria-expanded='true'] .icon {
    transform: rotate(180deg);
  }
  .sample {
    font-size: 0.875em;
    color: var(--_text-quiet);
  }
  .notice {
    display: flex;
    gap: 0.5em;
    align-items: flex-start;
    margin-top: 0.75em;
    padding: 0.5em 0.875em;
    border-inline-start: 0.25em solid var(--_line);
    border-radius: 0.25em;
    color: var(--_text-quiet);
    background: var(--_surface-raised);
  }
  .notice .icon {
    margin-top: 0.125em;
  }
  .read-as {
    color: var(--_text-quiet);
  }
  .siblings {
    margin-top: 0.75em;
    padding: 0.75em 0.875em 0.875em;
    border: 0.0625em solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_accent-soft);
  }
  .siblings .heading {
    font-size: 1.0625em;
    font-weight: 700;
    line-height: 1.4;
  }
  .siblings ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375em;
    margin-top: 0.5em;
  }
  .siblings .way {
    padding-inline: 0.625em;
    font-size: 0.9375em;
  }
  .none ul {
    display: grid;
    gap: 0.5em;
    margin-top: 0.5em;
  }
  .way {
    justify-content: flex-start;
    padding: 0.375em 0.875em;
    border-width: 0.0625em;
    font-weight: 500;
    text-align: start;
  }
  .none .way {
    width: 100%;
  }
  .results {
    display: grid;
    gap: 0.75em;
    margin-top: 0.75em;
  }
  .card {
    padding: 0.875em 1em;
    border: 0.0625em solid var(--_line-quiet);
    border-inline-start: 0.25em solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
    /* Cards out of sight are laid out when they come near: a key press answers sooner. */
    content-visibility: auto;
    contain-intrinsic-block-size: auto 12em;
  }
  .card .heading {
    font-size: 1.0625em;
    font-weight: 700;
    line-height: 1.4;
  }
  .card .heading.long {
    font-size: 1em;
    font-weight: 600;
  }
  .card mark {
    padding-inline: 0.0625em;
    border-radius: 0.125em;
    color: var(--_on-mark);
    background: var(--_mark);
  }
  .called,
  .facts {
    margin-top: 0.25em;
    color: var(--_text-quiet);
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
  }
  .standing {
    margin-top: 0.25em;
    font-weight: 600;
  }
  .standing.over {
    color: var(--_danger);
  }
  .card .level {
    margin-top: 0.5em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-top: 0.625em;
  }
  .more {
    width: 100%;
    margin-top: 0.75em;
  }
  .none {
    margin-top: 1em;
    padding: 1em;
    border-radius: var(--_radius);
    background: var(--_surface-raised);
  }
  .none > * + * {
    margin-top: 0.625em;
  }
  .none > p > a {
    display: inline-flex;
    gap: 0.375em;
    align-items: center;
    min-height: max(2.75em, 44px);
  }
  .back {
    margin-bottom: 1em;
  }
  @container (max-width: 30em) {
    /* As tall as most: a card that is guessed too low cuts off its buttons, and the page jumps when it comes near. */
    .card {
      contain-intrinsic-block-size: auto 18em;
    }
    .box .primary {
      padding-inline: 0.75em;
    }
    /* The picture says it; the word is still there for who cannot see it. */
    .submit {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }
  @media (forced-colors: active) {
    .filter-button {
      border: 0.0625em solid ButtonText;
    }
    .card mark {
      color: HighlightText;
      background: Highlight;
      forced-color-adjust: none;
    }
  }
  @media print {
    .search label,
    .search button,
    .filter-button,
    .actions,
    .more {
      display: none;
    }
    .card {
      content-visibility: visible;
      break-inside: avoid;
    }
  }
`;
