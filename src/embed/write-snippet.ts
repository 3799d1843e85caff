import { declarations } from '../themes/themes.js';
import { accentOf } from '../themes/accent.js';
import { groundOf, isShareable, type ElementRules, type EmbedState, type Options } from './embed-state.js';
import { framedPage, frameMarkup } from './write-frame.js';
import { attributesText, escapeText } from './write-markup.js';

/**
 * Where a piece belongs: into the page's head, into its body, into a style sheet, somewhere of the system's own, or into a
 * file by itself, `page`, that a `frame` shows.
 */
export type PieceKind =
  'head' | 'body' | 'style' | 'shortcode' | 'settings' | 'extension' | 'script' | 'page' | 'frame';

/** One text to copy. */
export interface Piece {
  readonly kind: PieceKind;
  /** The element that it shows, where it shows one. */
  readonly part: string | undefined;
  readonly text: string;
}

/** What is not decided by the webmaster. */
export interface Surroundings {
  /** Version of the library, which the text tells. */
  readonly version: string;
  /** `sha384-…` by file below the folder of scripts; a file without one is written without. */
  readonly integrity: Readonly<Record<string, string>>;
  /** What a page of its own is called, for a reader. */
  readonly title: string;
}

/** Where the plugin keeps the files that it brings. */
export const WORDPRESS_BASE = '/wp-content/plugins/dvc-widgets/dvc/';

/** Systems whose editors take strange tags away and leave what is said in `data-…`. */
const DATA_WRITTEN = new Set(['joomla', 'liferay', 'data']);

/** An address that names its own host: elements made of `data-…` take none, for a guest may have written it. */
export const leadsElsewhere = (value: string): boolean =>
  value.split(' ').some((address) => /^(?:[a-z][a-z\d+.-]*:|\/\/)/iu.test(address));

/**
 * Names of options that an element made of `data-…` does not take, since they lead to another server and the script's tag
 * has no place for them.
 */
export function refusedInData({ platform, options }: EmbedState, rules: ElementRules): readonly string[] {
  if (!DATA_WRITTEN.has(platform)) return [];
  return Object.entries(options).flatMap(([part, own]) =>
    Object.entries(own)
      .filter(([name, value]) => isElsewhere(rules, part, name, value) && !isShareable(name))
      .map(([name]) => name),
  );
}

const isElsewhere = (rules: ElementRules, part: string, name: string, value: string): boolean =>
  (rules[part]?.attributes[name]?.type ?? 'text').startsWith('address') && leadsElsewhere(value);

/**
 * The texts that embed this, in the order in which they are pasted.
 * @param state settled
 */
export function writeSnippet(state: EmbedState, rules: ElementRules, around: Surroundings): readonly Piece[] {
  const style = styleText(state);
  const pieces =
    state.platform === 'wordpress'
      ? wordpressPieces(state, rules)
      : state.platform === 'sharepoint'
        ? state.parts.map((part) => webPart(state, rules, part))
        : pagePieces(state, rules, around);
  return [...pieces, ...(style === '' ? [] : [piece('style', style)])];
}

const piece = (kind: PieceKind, text: string, part?: string): Piece => ({ kind, part, text });

const linkText = ({ link }: EmbedState, more: readonly (readonly [string, string])[] = []): string =>
  `<a${attributesText([...more, ['href', link.href]])}>${escapeText(link.text)}</a>`;

/** What a part is told where no script's tag can tell it: its own, and what it shares. */
function toldTo({ shared, options }: EmbedState, rules: ElementRules, part: string): [string, string][] {
  const known = rules[part]?.attributes ?? {};
  const all: Options = { ...shared, ...options[part] };
  return Object.keys(known)
    .filter((name) => Object.hasOwn(all, name))
    .map((name) => [name, all[name] ?? '']);
}

function pagePieces(state: EmbedState, rules: ElementRules, around: Surroundings): readonly Piece[] {
  const { parts, options, platform } = state;
  const isData = DATA_WRITTEN.has(platform);
  const lifted: Record<string, string> = { ...state.shared };
  const bodies = parts.map((part) => {
    const own = Object.entries(options[part] ?? {});
    // What an element made of `data-…` would not take stands where only the page's owner writes.
    const moved = own.filter(
      ([name, value]) => isData && isShareable(name) && isElsewhere(rules, part, name, value),
    );
    Object.assign(lifted, Object.fromEntries(moved));
    const stays = own.filter((pair) => !moved.includes(pair));
    return piece('body', isData ? dataMarkup(state, part, stays) : tagMarkup(state, part, stays), part);
  });
  const head = headMarkup(state, lifted, around);
  if (platform === 'iframe') {
    const texts = bodies.map(({ text }) => text);
    const page = framedPage(state, around.title, head, texts, styleText(state) !== '');
    return [piece('page', page), piece('frame', frameMarkup(state, around.title))];
  }
  const extensions = platform === 'liferay' ? parts.map((part) => clientExtension(state, rules, part)) : [];
  return [piece('head', head), ...bodies, ...extensions];
}

function headMarkup(state: EmbedState, settings: Options, { version, integrity }: Surroundings): string {
  const { base, delivery, theme, platform, language } = state;
  const checked = (file: string): [string, string][] =>
    // One hash covers one whole file; what the loader fetches later has other names with each version.
    delivery === 'alone' && integrity[file] !== undefined
      ? [
          ['integrity', integrity[file]],
          ['crossorigin', 'anonymous'],
        ]
      : [];
  const sheet = (file: string) =>
    `<link${attributesText([['rel', 'stylesheet'], ['href', base + file], ...checked(file)])}>`;
  const script = delivery === 'alone' ? 'dvc.min.js' : 'dvc.loader.min.js';
  const told: [string, string][] = Object.entries(settings).map(([name, value]) => [`data-${name}`, value]);
  const attributes: [string, string][] = [
    ...(delivery === 'alone' ? ([['defer', '']] as [string, string][]) : []),
    ...(delivery === 'loader' ? ([['type', 'module']] as [string, string][]) : []),
    ['src', base + script],
    ...checked(script),
    ...(language === '' ? [] : ([['data-lang', language]] as [string, string][])),
    ...told,
  ];
  return [
    `<!-- dvc-widgets ${version}: ${platform} -->`,
    sheet('dvc.css'),
    ...(theme === 'default' ? [] : [sheet(`themes/${theme}.css`)]),
    `<script${attributesText(attributes)}></script>`,
  ].join('\n');
}

const tagMarkup = (state: EmbedState, part: string, told: readonly (readonly [string, string])[]): string =>
  `<dvc-${part}${attributesText(told)}>\n  ${linkText(state)}\n</dvc-${part}>`;

function dataMarkup(state: EmbedState, part: string, told: readonly (readonly [string, string])[]): string {
  const attributes: [string, string][] = [
    ['data-dvc', part],
    ...told.map(([name, value]): [string, string] => [`data-${name}`, value]),
  ];
  if (state.platform === 'data') return linkText(state, attributes);
  return `<div${attributesText(attributes)}>${linkText(state)}</div>`;
}

function wordpressPieces(state: EmbedState, rules: ElementRules): readonly Piece[] {
  const { parts, language } = state;
  const shortcodes = parts.map((part) =>
    piece(
      'shortcode',
      `[dvc${attributesText([['element', part], ...toldTo(state, rules, part)])}]${linkText(state)}[/dvc]`,
      part,
    ),
  );
  if (language === '') return shortcodes;
  return [...shortcodes, piece('settings', `define( 'DVC_WIDGETS_LANG', '${language}' );`)];
}

/** In a list of YAML and in a program a string of JSON is a string; no `<` or `[` of it may look like the page's. */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(
    /[<[\u2028\u2029]/gu,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const withLanguage = ({ language }: EmbedState, told: [string, string][]): [string, string][] =>
  language === '' ? told : [...told, ['lang', language]];

function clientExtension(state: EmbedState, rules: ElementRules, part: string): Piece {
  const { base, theme } = state;
  const properties = withLanguage(state, toldTo(state, rules, part)).map(([name, value]) =>
    quoted(`${name}=${value}`),
  );
  const lines = [
    `dvc-${part}:`,
    `  name: dvc-${part}`,
    '  type: customElement',
    `  htmlElementName: dvc-${part}`,
    `  friendlyURLMapping: dvc-${part}`,
    '  instanceable: true',
    '  portletCategoryName: category.client-extensions',
    `  properties: [${properties.join(', ')}]`,
    `  urls: [${quoted(`${base}dvc.min.js`)}]`,
    ...(theme === 'default' ? [] : [`  cssURLs: [${quoted(`${base}themes/${theme}.css`)}]`]),
    '  useESM: false',
  ];
  return piece('extension', lines.join('\n'), part);
}

/** The body of a web part. The link stands in the element's place until its code is there. */
function webPart(state: EmbedState, rules: ElementRules, part: string): Piece {
  const { base, theme, link } = state;
  const told = withLanguage(state, toldTo(state, rules, part));
  const lines = [
    "import { SPComponentLoader } from '@microsoft/sp-loader';",
    '',
    'public async render(): Promise<void> {',
    `  const element = document.createElement(${quoted(`dvc-${part}`)});`,
    ...told.map(([name, value]) => `  element.setAttribute(${quoted(name)}, ${quoted(value)});`),
    "  const link = document.createElement('a');",
    `  link.href = ${quoted(link.href)};`,
    `  link.textContent = ${quoted(link.text)};`,
    '  element.append(link);',
    '  this.domElement.replaceChildren(element);',
    ...(theme === 'default' ? [] : [`  SPComponentLoader.loadCss(${quoted(`${base}themes/${theme}.css`)});`]),
    `  await SPComponentLoader.loadScript(${quoted(`${base}dvc.min.js`)});`,
    '}',
  ];
  return piece('script', lines.join('\n'), part);
}

/** A rule for the page's own style sheet. By `html:root` it holds whichever sheet comes first. */
function styleText({ accent, theme, platform }: EmbedState): string {
  const imported =
    platform === 'wordpress' && theme !== 'default'
      ? [`@import url('${WORDPRESS_BASE}themes/${theme}.css');`]
      : [];
  const ground = groundOf(theme);
  if (accent === '' || !ground) return imported.join('\n');
  const lines = declarations(accentOf(accent, ground).theme)
    .split(';')
    .filter(Boolean)
    .map((line) => `  ${line.replace(':', ': ')};`);
  const rule = ['html:root {', ...lines, '}'];
  // A theme that follows the reader has dark colours of its own, which this accent was not measured against.
  const whole =
    theme === 'auto'
      ? [
          '@media (prefers-color-scheme: light) and (prefers-contrast: no-preference) {',
          ...rule.map((line) => `  ${line}`),
          '}',
        ]
      : rule;
  return [...imported, ...whole].join('\n');
}
