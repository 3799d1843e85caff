import { accentOf, LEAST, type AccentGround } from '../themes/accent.js';
import { attributeName, SCRIPT_SETTINGS } from './script-settings.js';

/** What may be written in an attribute; the manifest of the elements says it. */
export interface OptionRule {
  readonly type: 'text' | 'flag' | 'number' | 'choice' | 'address' | 'addresses';
  readonly values?: readonly string[];
}

/** Elements that can be embedded, by name without `dvc-`, in the order in which they are offered, with their attributes. */
export type ElementRules = Readonly<
  Record<string, { readonly attributes: Readonly<Record<string, OptionRule>> }>
>;

export const THEMES = ['default', 'dark', 'high-contrast', 'auto'] as const;
export const PLATFORMS = [
  'html',
  'wordpress',
  'joomla',
  'liferay',
  'sharepoint',
  'sharepoint-classic',
  'dnn',
  'webforms',
  'data',
  'iframe',
] as const;
export const DELIVERIES = ['loader', 'alone'] as const;
export const LANGUAGES = ['', 'vi', 'en'] as const;

export type Platform = (typeof PLATFORMS)[number];
/** Attributes by name; a flag that is up has the value `''`. */
export type Options = Readonly<Record<string, string>>;

/** All that a webmaster decides about what is embedded. */
export interface EmbedState {
  /** Names of elements without `dvc-`, at least one. */
  readonly parts: readonly string[];
  /** What several parts share; told once a page. Empty where there is one part. */
  readonly shared: Options;
  /** What is told to each part. */
  readonly options: Readonly<Record<string, Options>>;
  readonly theme: (typeof THEMES)[number];
  /** `#rrggbb`, or empty for the theme's own. */
  readonly accent: string;
  /** Language to show, or empty for the page's. */
  readonly language: (typeof LANGUAGES)[number];
  readonly platform: Platform;
  /** One script that fetches what is needed, or one that holds all. */
  readonly delivery: (typeof DELIVERIES)[number];
  /** Address of the folder of scripts, with a slash at its end. */
  readonly base: string;
  /** Where nothing but a frame may be pasted: address of the page of one's own that it shows. */
  readonly frame: string;
  /** Server of the page around the frame, `https://cong.example`; empty where it is not told. */
  readonly framedBy: string;
  /** What stands in the element's place where scripts do not run. */
  readonly link: { readonly href: string; readonly text: string };
}

/** The same as somebody may have written it, before it is settled. */
export interface WrittenState extends Omit<EmbedState, 'theme' | 'language' | 'platform' | 'delivery'> {
  readonly theme: string;
  readonly language: string;
  readonly platform: string;
  readonly delivery: string;
}

/** What people take together: find, read, file, follow. */
export const WHOLE_SET: readonly string[] = [
  'procedure-lookup',
  'procedure-detail',
  'form-steps',
  'status-tracker',
];

export const NATIONAL_PORTAL = 'https://dichvucong.gov.vn';

/** How an embedding begins, before anything was chosen. */
export const firstState: EmbedState = {
  parts: ['procedure-lookup'],
  shared: {},
  options: {},
  theme: 'default',
  accent: '',
  language: '',
  platform: 'html',
  delivery: 'loader',
  base: '/dvc/',
  frame: '/dvc-khung.html',
  framedBy: '',
  link: { href: NATIONAL_PORTAL, text: NATIONAL_PORTAL },
};

/** Where the way of delivery is no choice: the plugin brings its own files, the others cannot take modules. */
const DELIVERY_OF: Partial<Record<Platform, EmbedState['delivery']>> = {
  wordpress: 'loader',
  liferay: 'alone',
  sharepoint: 'alone',
  'sharepoint-classic': 'alone',
};
export const hasDelivery = (platform: Platform): boolean => !(platform in DELIVERY_OF);

const SHARED_NAMES: readonly string[] = SCRIPT_SETTINGS.map(attributeName);
export const isShareable = (name: string): boolean => SHARED_NAMES.includes(name);

/** Words as they can stand in one line of markup: nothing that a browser or an address would change on the way. */
const tidy = (text: string): string => text.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim();

/** An address that leads to a page or a file: of one's own site, or http(s); undefined where it is none. */
export function safeAddress(written: string): string | undefined {
  const address = tidy(written);
  if (address === '' || /[\s\\]/u.test(address)) return undefined;
  if (/^(?:https?:)?\/\//iu.test(address)) return hostIn(address) === undefined ? undefined : address;
  return /^[a-z][a-z\d+.-]*:/iu.test(address) ? undefined : address;
}

/**
 * The server that an address names itself, as a policy may name it; undefined where it names none, or one with a sign in
 * its name that would mean something else there: `*`, `'unsafe-inline'`, `;`, a password.
 */
export function hostIn(address: string): string | undefined {
  const [, authority] = /^(?:https?:)?\/\/([^/?#]+)/iu.exec(address) ?? [];
  if (authority === undefined) return undefined;
  try {
    const { host } = new URL(`https://${authority}`);
    return !authority.includes('@') && /^(?:[a-z\d.-]+|\[[\da-f:.]+\])(?::\d+)?$/u.test(host)
      ? host
      : undefined;
  } catch {
    return undefined;
  }
}

/** The server alone of an address that names one, as it stands in a policy; undefined where it names none. */
export function safeOrigin(written: string): string | undefined {
  const [scheme = ''] = /^https?:\/\//iu.exec(tidy(written)) ?? [];
  const host = safeAddress(written) && hostIn(tidy(written));
  return host === undefined || scheme === '' ? undefined : `${scheme.toLowerCase()}${host}`;
}

/** A value as it may be written, or undefined where it may not. */
export function safeValue({ type, values = [] }: OptionRule, written: string): string | undefined {
  const text = tidy(written);
  switch (type) {
    case 'flag':
      return '';
    case 'number':
      return /^\d{1,9}(?:\.\d{1,3})?$/u.test(text) ? text : undefined;
    case 'choice':
      return values.includes(text) ? text : undefined;
    case 'address':
      return safeAddress(text);
    case 'addresses': {
      const all = text.split(' ').map(safeAddress);
      return all.includes(undefined) ? undefined : all.join(' ');
    }
    case 'text':
      return text || undefined;
  }
}

/** The look that an accent stands on; none where the theme keeps its own colours. */
export function groundOf(theme: EmbedState['theme']): AccentGround | undefined {
  if (theme === 'high-contrast') return undefined;
  return theme === 'dark' ? 'dark' : 'default';
}

/** Whether a page may have this accent: `#rrggbb`, and everything that follows from it can be read. */
function isAccent(colour: string, theme: EmbedState['theme']): boolean {
  const ground = groundOf(theme);
  return ground !== undefined && /^#[\da-f]{6}$/u.test(colour) && accentOf(colour, ground).ratio >= LEAST.aa;
}

const oneOf = <Value extends string>(values: readonly Value[], value: string, otherwise: Value): Value =>
  values.find((one) => one === value) ?? otherwise;

/** Names of attributes that any of these parts has. */
const rulesOf = (rules: ElementRules, parts: readonly string[]): Readonly<Record<string, OptionRule>> =>
  Object.assign({}, ...parts.map((part) => rules[part]?.attributes ?? {})) as Readonly<
    Record<string, OptionRule>
  >;

function settleOptions(rules: Readonly<Record<string, OptionRule>>, given: Options): Options {
  // In the order of the rules, so that the same options are the same text.
  const pairs = Object.keys(rules)
    .filter((name) => Object.hasOwn(given, name))
    .flatMap((name) => {
      const rule = rules[name];
      const value = rule && safeValue(rule, given[name] ?? '');
      return value === undefined ? [] : [[name, value] as const];
    });
  return Object.fromEntries(pairs);
}

/** What an embedding may hold at each place: with one part all is told to it, with several the shareable once. */
export function roomsOf(rules: ElementRules, parts: readonly string[]) {
  const isSingle = parts.length === 1;
  const keep = (from: Readonly<Record<string, OptionRule>>, test: (name: string) => boolean) =>
    Object.fromEntries(Object.entries(from).filter(([name]) => test(name)));
  return {
    shared: keep(rulesOf(rules, parts), (name) => !isSingle && isShareable(name)),
    options: Object.fromEntries(
      parts.map((part) => [
        part,
        keep(rules[part]?.attributes ?? {}, (name) => isSingle || !isShareable(name)),
      ]),
    ),
  };
}

/**
 * The same embedding in its one form: what nobody knows, what is no value and what cannot be read is left out, and what
 * several parts share stands once. Settling twice changes nothing.
 */
export function settle(state: WrittenState, rules: ElementRules): EmbedState {
  const chosen = Object.keys(rules).filter((part) => state.parts.includes(part));
  const parts = chosen.length > 0 ? chosen : firstState.parts;
  const rooms = roomsOf(rules, parts);
  const ownOf = (part: string): Options =>
    Object.hasOwn(state.options, part) ? (state.options[part] ?? {}) : {};
  // Told to one of several parts, it is meant for all; of two that differ, the first.
  const anywhere: Options = Object.assign({}, ...[...parts].reverse().map(ownOf)) as Options;
  const platform = oneOf(PLATFORMS, state.platform, 'html');
  const theme = oneOf(THEMES, state.theme, 'default');
  const accent = state.accent.toLowerCase();
  const base = safeAddress(state.base)?.replace(/[?#].*$/u, '') ?? '';
  const href = safeAddress(state.link.href) ?? NATIONAL_PORTAL;
  return {
    parts,
    shared: settleOptions(rooms.shared, { ...anywhere, ...state.shared }),
    options: Object.fromEntries(
      parts.map((part) => [
        part,
        settleOptions(rooms.options[part] ?? {}, { ...(parts.length === 1 && state.shared), ...ownOf(part) }),
      ]),
    ),
    theme,
    accent: isAccent(accent, theme) ? accent : '',
    language: oneOf(LANGUAGES, state.language, ''),
    platform,
    delivery: DELIVERY_OF[platform] ?? oneOf(DELIVERIES, state.delivery, 'loader'),
    base: platform === 'wordpress' || base === '' ? firstState.base : base.replace(/\/*$/u, '/'),
    frame: (platform === 'iframe' ? safeAddress(state.frame) : undefined) ?? firstState.frame,
    framedBy: (platform === 'iframe' ? safeOrigin(state.framedBy) : undefined) ?? firstState.framedBy,
    link: { href, text: tidy(state.link.text) || href },
  };
}
