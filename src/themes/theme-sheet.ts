import { darkTheme, highContrastTheme } from './chosen-themes.js';
import { defaultTheme } from './default-theme.js';
import { declarations, type Theme, type Token } from './themes.js';
import { TOKEN_ROLES } from './token-roles.js';

/** The default theme as a style sheet to copy and change: every property with what it is for. */
function describedSheet(theme: Theme): string {
  const lines = Object.entries(theme).map(
    ([token, value]) => `  /* ${TOKEN_ROLES[token as Token]} */\n  --dvc-${token}: ${value};\n`,
  );
  return `:root {\n${lines.join('')}}\n`;
}

const sheet = (theme: Theme) => `:root{${declarations(theme)}}`;

/** Themes as style sheets, by file name, for pages that would rather link one than use a portal. */
export const themeSheets: Readonly<Record<string, string>> = {
  'default.css': describedSheet(defaultTheme),
  'dark.css': `${sheet(darkTheme)}\n`,
  'high-contrast.css': `${sheet(highContrastTheme)}\n`,
  'auto.css':
    `@media (prefers-color-scheme:dark){${sheet(darkTheme)}}\n` +
    `@media (prefers-contrast:more){${sheet(highContrastTheme)}}\n`,
};
