import { css } from 'lit';

/** Papers that are chosen and sent, what is paid by a transfer, and the camera that reads a receipt. */
export const papersStyles = css`
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
  /* Beside the code where there is room for a line of it. */
  .transfer > :not(.code) {
    flex: 1 1 12em;
    min-width: 0;
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
  @container (max-width: 30em) {
    .drop {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .code svg {
      forced-color-adjust: none;
    }
  }
`;
