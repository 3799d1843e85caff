import { darkTheme } from './chosen-themes.js';
import { contrast } from './contrast.js';
import { defaultTheme } from './default-theme.js';
import { PAIRS, type Theme, type Token } from './themes.js';

/** A page's own colour for what can be pressed, with everything that follows from it. */
export interface Accent {
  /** Colours to set, so that nothing of the former accent is left. */
  readonly theme: Theme;
  /** Least contrast, 1 to 21, of what is written in the accent or on it with the grounds that it stands on. */
  readonly ratio: number;
}

/** Looks that a page may give an accent of its own; high contrast keeps its colours, or it would not be that. */
export const ACCENT_GROUNDS = { default: defaultTheme, dark: { ...defaultTheme, ...darkTheme } } as const;
export type AccentGround = keyof typeof ACCENT_GROUNDS;

/** Least contrast of text, WCAG 2.2, 1.4.3 (AA) and 1.4.6 (AAA). */
export const LEAST = { aa: 4.5, aaa: 7 } as const;

const channels = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** One colour with a part of another, 0 to 1, in it. */
function mix(colour: string, other: string, part: number): string {
  const others = channels(other);
  const mixed = channels(colour).map((own, at) => Math.round(own + ((others[at] ?? 0) - own) * part));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/**
 * Every colour that follows from an accent, and how well the worst of them can be read.
 * @param colour as `#rrggbb`
 */
export function accentOf(colour: string, ground: AccentGround): Accent {
  const palette = ACCENT_GROUNDS[ground];
  const isDark = ground === 'dark';
  const [light, ink] = ['#ffffff', '#071c36'] as const;
  const theme = {
    accent: colour,
    'accent-hover': mix(colour, isDark ? '#ffffff' : '#000000', isDark ? 0.45 : 0.3),
    'on-accent': contrast(light, colour) >= contrast(ink, colour) ? light : ink,
    'accent-soft': mix(palette.surface, colour, isDark ? 0.12 : 0.08),
    focus: colour,
  } satisfies Theme;
  const colours: Theme = { ...palette, ...theme };
  const value = (token: Token) => colours[token] ?? '';
  const ratios = PAIRS.filter(([front, , least]) => least === LEAST.aaa && front in theme).map(
    ([front, behind]) => contrast(value(front), value(behind)),
  );
  return { theme, ratio: Math.min(...ratios) };
}

/** The colour nearest to this one, darker or lighter, with which everything keeps this contrast. */
export function readableAccent(colour: string, ground: AccentGround, least: number): string {
  const towards = ground === 'dark' ? '#ffffff' : '#000000';
  for (let part = 0; part < 1; part += 0.02) {
    const tried = mix(colour, towards, part);
    if (accentOf(tried, ground).ratio >= least) return tried;
  }
  return ACCENT_GROUNDS[ground].accent;
}
