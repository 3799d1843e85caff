import { css } from 'lit';
import { measured } from '../../src/ui/styles/base.styles.js';

export const styles = css`
  .root {
    padding: 1em;
  }
  .title {
    font-size: 1.375em;
    line-height: 1.4;
  }
  .title + [aria-busy],
  .intro,
  .note {
    margin-top: 0.5em;
  }
  .note {
    padding: 0.5em 0.75em;
    border-inline-start: 0.25em solid var(--_accent);
    background: var(--_surface-raised);
  }
  .trouble + .button {
    margin-top: 0.75em;
  }
  [aria-busy] {
    ${measured}
  }
  .parts-list {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 2em;
    margin-top: 1.5em;
  }
  @container (min-width: 46em) {
    .parts-list {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 2em 2.5em;
    }
    section:last-child {
      grid-column: 1 / -1;
    }
  }
  .part-title {
    font-size: 1.125em;
    line-height: 1.4;
  }
  section > * + * {
    margin-top: 0.75em;
  }
  canvas,
  .code svg {
    display: block;
    width: 100%;
    max-width: 30em;
    height: auto;
    border: 0.0625em solid var(--_line-quiet);
  }
  .code svg {
    max-width: 14em;
  }
  .speech {
    max-width: 44em;
    margin-inline: 0;
    padding: 0.75em 1em;
    border: 0.0625em solid var(--_line-quiet);
    border-radius: var(--_radius);
    font-size: 1.125em;
    line-height: 1.8;
    background: var(--_surface-raised);
  }
  .quiet {
    font-size: 0.9375em;
    color: var(--_text-quiet);
  }
  @media print {
    .root {
      padding: 0;
    }
    .parts-list {
      display: block;
      margin: 0;
    }
    .title + [aria-busy] {
      container-type: normal;
      margin: 0;
    }
    section > * + * {
      margin: 0;
    }
  }
`;
