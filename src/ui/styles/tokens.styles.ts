import { unsafeCSS } from 'lit';
import { defaultTheme } from '../../themes/default-theme.js';
import { forcedTheme } from '../../themes/themes.js';

/** Inside, every token is read as `--_token`: the page's `--dvc-token` where it is set, else the default theme. */
export const tokens = unsafeCSS(
  Object.entries(defaultTheme)
    .map(([token, value]) => `--_${token}:var(--dvc-${token},${value});`)
    .join(''),
);

/** The same where the reader forces colours: no theme of the page goes before them. */
export const forcedTokens = unsafeCSS(
  Object.entries(forcedTheme)
    .map(([token, value]) => `--_${token}:${value};`)
    .join(''),
);
