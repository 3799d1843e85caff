import { css } from 'lit';

export const styles = css`
  .search label {
    display: block;
    font-size: 1.25em;
    font-weight: 700;
    line-height: 1.4;
  }
  .hint {
    margin-top: 0.25em;
    color: var(--_text-quiet);
  }
  .box {
    display: flex;
    gap: 0.5em;
    margin-top: 0.5em;
  }
  .field {
    position: relative;
    flex: 1;
    min-width: 0;
  }
  .field input {
    width: 100%;
    min-height: 3em;
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
    width: 2.75em;
    min-height: 2.75em;
    margin-block: auto;
    height: 2.75em;
    padding: 0;
    border: 0;
    background: none;
    cursor: pointer;
  }
  .filters {
    margin-top: 0.75em;
    border: 0.0625em solid var(--_line-quiet);
    border-radius: var(--_radius);
  }
  .filters summary {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-height: 2.75em;
    padding: 0.5em 0.875em;
    font-weight: 600;
    color: var(--_accent);
    cursor: pointer;
    list-style: none;
  }
  .filters summary::-webkit-details-marker {
    display: none;
  }
  .filters[open] summary .icon {
    transform: rotate(180deg);
  }
  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(13em, 100%), 1fr));
    gap: 0.75em;
    padding: 0.25em 0.875em 0.875em;
  }
  .choices label {
    display: block;
    font-weight: 600;
  }
  .choices select {
    width: 100%;
    min-height: 2.75em;
    padding: 0.375em 0.5em;
    border: 0.0625em solid var(--_line);
    border-radius: var(--_radius);
    color: var(--_text);
    background: var(--_surface);
  }
  .choices .button {
    align-self: end;
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
  .status {
    margin-top: 1em;
    font-weight: 600;
  }
  .read-as {
    color: var(--_text-quiet);
  }
  .siblings {
    margin-top: 0.75em;
    padding: 0.875em;
    border: 0.125em solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_accent-soft);
  }
  .siblings h3,
  .none h3,
  .siblings .heading,
  .none .heading {
    font-size: 1.0625em;
    font-weight: 700;
    line-height: 1.4;
  }
  .siblings ul,
  .none ul {
    display: grid;
    gap: 0.5em;
    margin-top: 0.5em;
  }
  .siblings .button,
  .none li .button {
    justify-content: flex-start;
    width: 100%;
    font-weight: 500;
    text-align: start;
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
    contain-intrinsic-size: auto 12em;
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
  .back {
    margin-bottom: 1em;
  }
  @media (forced-colors: active) {
    .card mark {
      color: HighlightText;
      background: Highlight;
      forced-color-adjust: none;
    }
  }
  @media print {
    .search,
    .filters,
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
