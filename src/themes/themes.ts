import type { defaultTheme } from './default-theme.js';

/*
 * The look of the elements, as values for the public `--dvc-*` properties. They are written as design tokens in
 * `tokens/`, from which `default-theme.ts`, `chosen-themes.ts` and `token-roles.ts` are made. The default stands in every
 * element; the others come with `<dvc-portal theme>` or as a style sheet. Contrast of each pair in PAIRS is computed by a
 * test: 7:1 for text, 3:1 for lines that carry meaning.
 */

export type Token = keyof typeof defaultTheme;
export type Theme = Readonly<Partial<Record<Token, string>>>;

/**
 * The reader's own colours (forced-colors), in the place of any theme: pictures and charts, which browsers leave
 * as they are, follow them too.
 */
export const forcedTheme: Theme = {
  text: 'CanvasText',
  'text-quiet': 'CanvasText',
  surface: 'Canvas',
  'surface-raised': 'Canvas',
  line: 'CanvasText',
  'line-quiet': 'CanvasText',
  accent: 'LinkText',
  'accent-hover': 'LinkText',
  'on-accent': 'Canvas',
  'accent-soft': 'Canvas',
  focus: 'CanvasText',
  mark: 'Mark',
  'on-mark': 'MarkText',
  danger: 'CanvasText',
  'danger-soft': 'Canvas',
  'level-full': 'CanvasText',
  'level-full-soft': 'Canvas',
  'level-partial': 'CanvasText',
  'level-partial-soft': 'Canvas',
  'level-information': 'CanvasText',
  'level-information-soft': 'Canvas',
  'level-unknown': 'CanvasText',
  'level-unknown-soft': 'Canvas',
  'color-scheme': 'light dark',
};

/** Foreground, background, least contrast. */
export const PAIRS: readonly (readonly [Token, Token, number])[] = [
  ['text', 'surface', 7],
  ['text', 'surface-raised', 7],
  ['text-quiet', 'surface', 7],
  ['text-quiet', 'surface-raised', 7],
  ['accent', 'surface', 7],
  ['accent', 'surface-raised', 7],
  ['accent', 'accent-soft', 7],
  ['text', 'accent-soft', 7],
  ['text-quiet', 'accent-soft', 7],
  ['accent-hover', 'surface', 7],
  ['on-accent', 'accent', 7],
  ['on-accent', 'accent-hover', 7],
  ['on-mark', 'mark', 7],
  ['danger', 'surface', 7],
  ['danger', 'surface-raised', 7],
  ['danger', 'danger-soft', 7],
  ['text', 'danger-soft', 7],
  ['level-full', 'level-full-soft', 7],
  ['level-full', 'surface', 7],
  ['level-full', 'surface-raised', 7],
  ['level-partial', 'level-partial-soft', 7],
  ['level-partial', 'surface', 7],
  ['level-partial', 'surface-raised', 7],
  ['level-information', 'level-information-soft', 7],
  ['level-information', 'surface', 7],
  ['level-information', 'surface-raised', 7],
  ['level-unknown', 'level-unknown-soft', 7],
  ['level-unknown', 'surface', 7],
  ['level-unknown', 'surface-raised', 7],
  ['line', 'surface', 3],
  ['line', 'surface-raised', 3],
  ['focus', 'surface', 3],
  ['focus', 'surface-raised', 3],
  ['focus', 'accent-soft', 3],
];

/** CSS declarations that set a theme's public properties. */
export function declarations(theme: Theme): string {
  return Object.entries(theme)
    .map(([token, value]) => `--dvc-${token}:${value};`)
    .join('');
}
