/* Made by scripts/build-tokens.mjs from src/themes/tokens/: change it there. */
import type { Token } from './themes.js';

/** What each public property is for; written into the style sheets and the docs, never into an element. */
export const TOKEN_ROLES: Readonly<Record<Token, string>> = {
  text: 'Text.',
  'text-quiet': 'Text of less weight: notes, sources, dates.',
  surface: 'Ground of an element.',
  'surface-raised': 'Ground of a part set apart, such as a summary or a table head.',
  line: 'Lines that carry meaning: the edge of a field or of a panel.',
  'line-quiet': 'Lines that only divide.',
  accent: 'Links, buttons, what is chosen.',
  'accent-hover': 'The same under the pointer.',
  'on-accent': 'Text on the accent.',
  'accent-soft': 'Ground of a chosen or pointed-at part.',
  focus: 'Ring around what the keyboard is on.',
  mark: 'Ground of matched words.',
  'on-mark': 'Text of matched words.',
  danger: 'Text of trouble.',
  'danger-soft': 'Ground of trouble.',
  'level-full': 'Text of a level with everything online.',
  'level-full-soft': 'Ground of a level with everything online.',
  'level-partial': 'Text of a level with part of it online.',
  'level-partial-soft': 'Ground of a level with part of it online.',
  'level-information': 'Text of a level with information only.',
  'level-information-soft': 'Ground of a level with information only.',
  'level-unknown': 'Text of a level that nobody announced.',
  'level-unknown-soft': 'Ground of a level that nobody announced.',
  font: 'Typefaces, first one that is there. Choose one with every Vietnamese letter.',
  radius: 'Roundness of corners.',
  'color-scheme': 'Look of the browser’s own controls: light or dark.',
};
