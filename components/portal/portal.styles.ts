import { css, unsafeCSS } from 'lit';
import { darkTheme, highContrastTheme } from '../../src/themes/chosen-themes.js';
import { declarations } from '../../src/themes/themes.js';

const dark = unsafeCSS(declarations(darkTheme));
const highContrast = unsafeCSS(declarations(highContrastTheme));

/*
 * Without a box of its own, so that what is inside stays a child of the page's grid or flex row. Public
 * properties only: the content is the page's, and a page's rule for `dvc-portal` wins over these.
 */
export const styles = css`
  :host {
    display: contents;
  }
  :host([hidden]) {
    display: none;
  }
  :host([theme='dark']) {
    ${dark}
  }
  :host([theme='high-contrast']) {
    ${highContrast}
  }
  @media (prefers-color-scheme: dark) {
    :host([theme='auto']) {
      ${dark}
    }
  }
  @media (prefers-contrast: more) {
    :host([theme='auto']) {
      ${highContrast}
    }
  }
`;
