import { css } from 'lit';
import { forcedTokens, tokens } from './tokens.styles.js';

/**
 * For a part whose look follows its own width. Such a part has no width of its own to offer: in a cell, a float or a
 * flexible row it would shrink to nothing, so it asks for what a narrow phone gives.
 */
export const measured = css`
  container-type: inline-size;
  contain-intrinsic-inline-size: 16em;
`;

/**
 * The shell that a page's style sheets cannot break, and the plain look of text, links, buttons and focus.
 * `!important` on the host stands against `* { … !important }` of old portals; `[hidden]` still hides.
 */
export const base = css`
  :host {
    display: block !important;
    visibility: visible !important;
    opacity: 1 !important;
    pointer-events: auto !important;
    content-visibility: visible !important;
    direction: ltr !important;
    writing-mode: horizontal-tb !important;
    text-indent: 0 !important;
    animation: none !important;
    font-size: var(--dvc-font-size, medium) !important;
  }
  :host([hidden]) {
    display: none !important;
  }
  .root {
    all: initial;
    ${tokens}
    display: block;
    direction: ltr;
    unicode-bidi: isolate;
    box-sizing: border-box;
    font-family: var(--_font);
    font-size: inherit;
    line-height: var(--_line-height, 1.5);
    letter-spacing: var(--_letter-spacing, normal);
    word-spacing: var(--_word-spacing, normal);
    color: var(--_text);
    background: var(--_surface);
    color-scheme: var(--_color-scheme);
    accent-color: var(--_accent);
    overflow-wrap: anywhere;
    -webkit-text-size-adjust: 100%;
    -webkit-user-select: text;
    user-select: text;
  }
  .root ::selection {
    background: Highlight;
    color: HighlightText;
  }
  .root *,
  .root *::before,
  .root *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  a {
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  a:hover {
    color: var(--_accent-hover);
    text-decoration-thickness: 0.15em;
  }
  button,
  input,
  select,
  summary {
    font: inherit;
    letter-spacing: inherit;
    word-spacing: inherit;
    color: inherit;
  }
  :focus-visible {
    outline: 0.1875em solid var(--_focus);
    outline-offset: 0.125em;
    border-radius: 0.25em;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-height: max(2.75em, 44px);
    min-width: max(2.75em, 44px);
    padding: 0.5em 1.125em;
    border: 0.125em solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_accent);
    font-weight: 600;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
  }
  .button:hover {
    border-color: var(--_accent-hover);
    background: var(--_accent-soft);
    color: var(--_accent);
    text-decoration: underline;
  }
  .button.primary {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .button.primary:hover {
    background: var(--_accent-hover);
    color: var(--_on-accent);
  }
  .icon {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    vertical-align: -0.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .refusal {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75em;
    padding: 1em;
    border: 0.0625em solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
  }
  .refusal p {
    flex: 1 1 14em;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    .root {
      ${forcedTokens}
    }
    /* Its colours are the reader's already; behind words browsers would put a plate in the colour of the words. */
    .button {
      border-color: ButtonText;
      forced-color-adjust: none;
    }
  }
  @media print {
    .root {
      background: none;
      color: #000;
    }
    .no-print {
      display: none !important;
    }
  }
`;
