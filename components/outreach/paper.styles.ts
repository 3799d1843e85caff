import { css, unsafeCSS } from 'lit';
import { defaultTheme } from '../../src/themes/default-theme.js';

/** Paper is white in every theme, and its ink is that of the default one. */
const ink = unsafeCSS(
  Object.entries(defaultTheme)
    .map(([token, value]) => `--_${token}:${value};`)
    .join(''),
);

/*
 * A sheet is as wide as it may be, and everything on it follows its width: what is seen small on the screen is what is
 * printed. Between its margins A4 is 180 by 267 millimetres, A5 128 by 190.
 */
export const paperStyles = css`
  .paper {
    ${ink}
    container-type: inline-size;
    max-width: 46em;
    padding: 7.14%;
    border: 0.0625em solid var(--_line);
    color: var(--_text);
    background: var(--_surface);
    forced-color-adjust: none;
    color-scheme: light;
    print-color-adjust: exact;
    -webkit-print-color-adjust: exact;
  }
  .paper.A5 {
    max-width: 34em;
    padding: 6.75%;
  }
  .sheet {
    display: flex;
    flex-direction: column;
    gap: 0.8em;
    height: 148cqw;
    overflow: hidden;
    font-size: calc(var(--_size, 3.2) * 1cqw);
    line-height: 1.4;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 1em;
    padding: 0.7em 1em;
    border-bottom: 0.35em solid #c8102e;
    color: var(--_on-accent);
    background: var(--_accent);
  }
  .place {
    font-size: 1.5em;
    font-weight: 700;
  }
  .notice {
    padding: 0.35em 1em;
    border: 0.125em solid currentColor;
    font-weight: 700;
    text-align: center;
  }
  .notice.sample {
    color: var(--_on-mark);
    background: var(--_mark);
  }
  .procedure {
    text-wrap: balance;
    font-size: 2.6em;
    font-weight: 800;
    line-height: 1.3;
    color: var(--_accent);
  }
  .procedure.long {
    font-size: 2em;
  }
  .procedure.very-long {
    font-size: 1.55em;
  }
  .procedure.endless {
    font-size: 1.25em;
  }
  .called {
    font-size: 1.2em;
  }
  .paper .quiet,
  .origin {
    color: var(--_text-quiet);
  }
  .parts {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: 0.8em;
  }
  .part {
    flex: auto;
    padding: 0.7em 1em;
    border: 0.125em solid var(--_accent);
    border-radius: 0.5em;
  }
  .part-name {
    display: flex;
    align-items: center;
    gap: 0.5em;
    margin-bottom: 0.3em;
    font-size: 1.3em;
    font-weight: 700;
    color: var(--_accent);
  }
  .number {
    flex: none;
    width: 1.6em;
    border-radius: 50%;
    line-height: 1.6;
    text-align: center;
    color: var(--_on-accent);
    background: var(--_accent);
  }
  .paper .badge {
    margin-block: 0.3em;
    padding: 0.1em 0.75em;
    color: var(--_text);
    background: none;
  }
  .strong {
    font-size: 1.2em;
    font-weight: 700;
  }
  .paper ul {
    padding-inline-start: 1.2em;
    list-style: disc;
    font-size: 1.1em;
  }
  .paper dl {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3em 2em;
  }
  .paper dl > div {
    flex: 1 1 12em;
  }
  dt {
    color: var(--_text-quiet);
  }
  .ways {
    display: flex;
    gap: 1.5em;
    padding: 0.9em 1em;
    border-radius: 0.5em;
    background: var(--_accent-soft);
  }
  .scan {
    display: flex;
    flex: 2;
    gap: 1em;
    min-width: 0;
  }
  .qr {
    flex: none;
    width: 10em;
    height: 10em;
  }
  .ask {
    flex: 1;
    min-width: 0;
  }
  .paper .address {
    font-weight: 700;
    overflow-wrap: anywhere;
  }
  .origin {
    font-size: 0.8em;
  }
  @media print {
    .paper.paper {
      max-width: none;
      padding: 0;
      border: 0;
    }
    .paper .badge.badge {
      color: var(--_text);
    }
  }
`;
