/* Made by scripts/build-tokens.mjs from src/themes/tokens/: change it there. */
import type { Theme } from './themes.js';

/* Themes that a page chooses: only `<dvc-portal>` and style sheets carry them. */

export const darkTheme: Theme = {
  text: '#eef2f7',
  'text-quiet': '#c5cfdb',
  surface: '#12181f',
  'surface-raised': '#1c2530',
  line: '#8c9bac',
  'line-quiet': '#364452',
  accent: '#a3cbff',
  'accent-hover': '#cfe3ff',
  'on-accent': '#071c36',
  'accent-soft': '#1c3150',
  focus: '#a3cbff',
  mark: '#5c4700',
  'on-mark': '#ffffff',
  danger: '#ffb9b4',
  'danger-soft': '#461a1a',
  'level-full': '#a8ecc4',
  'level-full-soft': '#123625',
  'level-partial': '#ffdf9c',
  'level-partial-soft': '#3f2d05',
  'level-information': '#b9d6ff',
  'level-information-soft': '#1c3150',
  'level-unknown': '#d3dae3',
  'level-unknown-soft': '#2a333d',
  'color-scheme': 'dark',
};

export const highContrastTheme: Theme = {
  text: '#ffffff',
  'text-quiet': '#ffffff',
  surface: '#000000',
  'surface-raised': '#000000',
  line: '#ffffff',
  'line-quiet': '#ffffff',
  accent: '#ffee32',
  'accent-hover': '#ffffff',
  'on-accent': '#000000',
  'accent-soft': '#000000',
  focus: '#00e5ff',
  mark: '#ffee32',
  'on-mark': '#000000',
  danger: '#ffb3b3',
  'danger-soft': '#000000',
  'level-full': '#8dffb8',
  'level-full-soft': '#000000',
  'level-partial': '#ffe08a',
  'level-partial-soft': '#000000',
  'level-information': '#bfe0ff',
  'level-information-soft': '#000000',
  'level-unknown': '#ffffff',
  'level-unknown-soft': '#000000',
  'color-scheme': 'dark',
};

export const themes = { dark: darkTheme, 'high-contrast': highContrastTheme } as const;
export type ThemeName = keyof typeof themes;
