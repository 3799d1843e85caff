/*
 * The look of the elements, as values for the public `--dvc-*` properties. The default stands in every element; the
 * others, in `chosen-themes.ts`, come with `<dvc-portal theme>` or as a style sheet. Contrast of each pair in PAIRS is
 * computed by a test: 7:1 for text, 3:1 for lines that carry meaning.
 */
export const defaultTheme = {
  text: '#17202b',
  'text-quiet': '#3d4a59',
  surface: '#ffffff',
  'surface-raised': '#f3f6fa',
  line: '#6b7a8c',
  'line-quiet': '#d3dae3',
  accent: '#0b4080',
  'accent-hover': '#072b57',
  'on-accent': '#ffffff',
  'accent-soft': '#e4eefa',
  focus: '#0b4080',
  mark: '#ffe9a8',
  'on-mark': '#17202b',
  danger: '#8a1212',
  'danger-soft': '#fdeaea',
  'level-full': '#0a4a2b',
  'level-full-soft': '#e0f3e7',
  'level-partial': '#573800',
  'level-partial-soft': '#fff0cf',
  'level-information': '#163a63',
  'level-information-soft': '#e4eefa',
  'level-unknown': '#3d4551',
  'level-unknown-soft': '#eef0f3',
  font: 'system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif',
  radius: '0.5em',
  'color-scheme': 'light',
} as const;

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
