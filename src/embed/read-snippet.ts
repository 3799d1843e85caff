import { accentOf } from '../themes/accent.js';
import {
  firstState,
  groundOf,
  isShareable,
  safeAddress,
  safeOrigin,
  safeValue,
  settle,
  type ElementRules,
  type EmbedState,
  type Options,
  type WrittenState,
} from './embed-state.js';
import { attributeQuoted, tellContent } from './read-content.js';
import { readMarkup, type Token } from './read-markup.js';
import { readProgram } from './read-program.js';
import { readStyle } from './read-style.js';
import { isFrameScript, scriptAt, themeIn, type Reading } from './reading.js';

/** What stood in a snippet and is not in what was read of it. */
export interface LeftOut {
  readonly code:
    | 'element-unknown'
    | 'option-unknown'
    | 'value-unusable'
    | 'value-differs'
    | 'option-unused'
    /** It is right, and must be told again by hand. */
    | 'not-kept';
  readonly params: { readonly name: string; readonly part: string };
}

/** Characters; a page of a system has a fifth of it. Longer texts are not read. */
export const LONGEST_SNIPPET = 500_000;

export interface ReadSnippet {
  readonly state: EmbedState;
  readonly left: readonly LeftOut[];
}

/**
 * The embedding that a snippet makes, whoever wrote it: tags, links with `data-dvc`, shortcodes, the recipes of systems, or
 * several of them. Undefined where no element of ours is in it, or where it is longer than `LONGEST_SNIPPET`. Nothing of the text is run or shown as markup.
 * @param base where the scripts lie if the snippet does not say it
 */
export function readSnippet(
  text: string,
  rules: ElementRules,
  base = firstState.base,
): ReadSnippet | undefined {
  const parts: string[] = [];
  const shared = new Map<string, string>();
  const options = new Map<string, Map<string, string>>();
  /** What rules set besides the accent. */
  const style: (readonly [string, string])[] = [];
  if (text.length > LONGEST_SNIPPET) return undefined;
  const left = new Map<string, LeftOut>();
  const leave = (code: LeftOut['code'], name: string, part = '') => {
    left.set(`${code} ${part} ${name}`, { code, params: { name, part } });
  };
  const put = (map: Map<string, string>, name: string, value: string, part?: string) => {
    if (!map.has(name)) map.set(name, value);
    else if (map.get(name) !== value) leave('value-differs', name, part);
  };
  const reading: Reading = {
    told: {},
    link: {},
    part(name) {
      if (!Object.hasOwn(rules, name)) leave('element-unknown', `dvc-${name}`);
      else if (!parts.includes(name)) {
        parts.push(name);
        options.set(name, new Map());
      }
    },
    share(name, value) {
      if (!isShareable(name)) leave('option-unknown', name);
      else if (isUnusable(rules, name, value)) leave('value-unusable', name);
      else put(shared, name, value);
    },
    tell(part, name, value) {
      const own = options.get(part);
      if (!own) return;
      const rule = Object.hasOwn(rules[part]?.attributes ?? {}, name)
        ? rules[part]?.attributes[name]
        : undefined;
      const safe = rule && safeValue(rule, value);
      if (!rule) leave('option-unknown', name, part);
      else if (safe === undefined) leave('value-unusable', name, part);
      else put(own, name, safe, part);
    },
    set(name, value) {
      if (name !== 'accent') style.push([name, value]);
      else if ((reading.told.accent ??= value) !== value) leave('value-differs', '--dvc-accent');
    },
    lose(name) {
      leave('not-kept', name);
    },
  };
  readTokens(readMarkup(text), reading);
  readProgram(text, parts.length > 0, reading);
  const [first] = parts;
  if (first === undefined) return undefined;

  const { told, link } = reading;
  const written: WrittenState = {
    ...firstState,
    base,
    ...(Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as Partial<
      Record<keyof Reading['told'], string>
    >),
    parts,
    shared: Object.fromEntries(shared),
    options: Object.fromEntries([...options].map(([part, own]) => [part, Object.fromEntries(own)])),
    link: { href: link.href ?? firstState.link.href, text: link.text ?? '' },
  };
  const state = settle(written, rules);
  const kept = { ...state.options[first], ...state.shared };
  for (const [name, value] of shared) {
    if (!Object.hasOwn(kept, name)) leave('option-unused', name);
    else if (parts.length === 1 && options.get(first)?.has(name) && kept[name] !== value)
      leave('value-differs', name, first);
  }
  if (parts.length > 1)
    for (const [part, own] of options)
      for (const [name, value] of own)
        if (isShareable(name) && kept[name] !== value) leave('value-differs', name, part);
  if (told.accent !== undefined && state.accent === '') leave('value-unusable', '--dvc-accent');
  const ground = groundOf(state.theme);
  // The colours that follow from an accent are written with it.
  const following: Options = state.accent !== '' && ground ? { ...accentOf(state.accent, ground).theme } : {};
  for (const [name, value] of style) if (following[name] !== value) leave('not-kept', `--dvc-${name}`);
  if (told.theme && told.theme !== state.theme) leave('value-unusable', 'theme');
  if (told.language && told.language !== state.language) leave('value-unusable', 'lang');
  for (const address of [told.base, told.frame])
    if (address !== undefined && safeAddress(address) === undefined) leave('value-unusable', 'src');
  if (told.framedBy !== undefined && safeOrigin(told.framedBy) === undefined)
    leave('value-unusable', 'data-framed-by');
  if (link.href !== undefined && safeAddress(link.href) === undefined) leave('value-unusable', 'href');
  return { state, left: [...left.values()] };
}

/** Whether a setting of the page is no value for any element that has it. */
function isUnusable(rules: ElementRules, name: string, value: string): boolean {
  const known = Object.values(rules).flatMap(({ attributes }) =>
    Object.hasOwn(attributes, name) ? [attributes[name]] : [],
  );
  return known.length > 0 && known.every((rule) => rule && safeValue(rule, value) === undefined);
}

/** What is said of every element of a page, and is no option of ours. */
const OF_ANY = new Set(['class', 'id', 'hidden', 'slot', 'title']);

/** What only some tags say, and is read there. */
const isReadElsewhere = (attribute: string, tag: string): boolean =>
  attribute === 'data-dvc' ||
  (attribute === 'href' && tag === 'a') ||
  (attribute === 'element' && tag === '[dvc');

/** What a script's tag may say of itself beside the language. */
const OF_SCRIPT = new Set(['prefix', 'base']);

function readTokens(tokens: readonly Token[], reading: Reading): void {
  const { told, link } = reading;
  /** The element whose content is read, and the tag that ends it. */
  let inside: { readonly part: string; readonly end: string } | undefined;
  let isInLink = false;
  let isInStyle = false;
  const prefixes = ['dvc', ...tokens.flatMap(prefixOf)];
  for (const token of tokens) {
    if (token.kind === 'comment') {
      const [, platform] = /^\s*dvc-widgets [\w.+-]+: ([a-z-]+)\s*$/u.exec(token.text) ?? [];
      told.platform ??= platform;
    } else if (token.kind === 'text') {
      // Where an element was not closed, a sheet behind it is one all the same.
      if (isInStyle) readStyle(token.raw, reading);
      else if (isInLink) link.text = (link.text ?? '') + token.text;
      else if (!inside) readStyle(token.raw, reading);
    } else if (token.kind === 'close') {
      isInStyle = false;
      // A link that nobody closed ends with what it stands in.
      if (token.name === 'a' || token.name === inside?.end) isInLink = false;
      if (token.name === inside?.end) inside = undefined;
    } else {
      const { name, attributes } = token;
      isInStyle = name === 'style';
      const begun = partOf(name, attributes, prefixes);
      if (begun) {
        if (VERSION_ENDING.test(name)) reading.lose(`<${name}>`);
        if (begun === 'portal') readPortal(name, attributes, reading);
        else {
          inside = { part: begun, end: name };
          readPart(begun, name, attributes, reading);
        }
      } else if (name === 'script') readScript(attributes, reading);
      else if (name === 'iframe' && attributes.has('data-dvc-frame')) told.frame ??= attributes.get('src');
      else if (name === 'link') told.theme ??= themeIn(attributes.get('href') ?? '');
      if (name === 'a' && inside && link.href === undefined) {
        link.href = attributes.get('href') ?? '';
        isInLink = true;
      }
    }
  }
  const isElement = ({ name, attributes }: Extract<Token, { kind: 'open' }>) =>
    !['portal', undefined].includes(partOf(name, attributes, prefixes));
  tellContent(tokens, isElement, reading);
}

/** How a tag ends that names the major version that it means. */
const VERSION_ENDING = /-v\d+$/u;

/** What the script's tag lets all tags of the page begin with instead of `dvc`. */
function prefixOf(token: Token): readonly string[] {
  if (token.kind !== 'open' || token.name !== 'script' || !scriptAt(token.attributes.get('src') ?? ''))
    return [];
  const prefix = token.attributes.get('data-prefix')?.trim() ?? '';
  return prefix === '' ? [] : [prefix];
}

/** The element that a tag is or becomes, without `dvc-`. */
function partOf(
  name: string,
  attributes: ReadonlyMap<string, string>,
  prefixes: readonly string[],
): string | undefined {
  if (name === '[dvc') return attributes.get('element') ?? '';
  const prefix = prefixes.find((one) => name.startsWith(`${one}-`));
  if (prefix !== undefined) return name.slice(prefix.length + 1).replace(VERSION_ENDING, '');
  // In a script the same attribute tells which data it holds.
  return name === 'script' ? undefined : attributes.get('data-dvc');
}

function readPart(
  part: string,
  name: string,
  attributes: ReadonlyMap<string, string>,
  reading: Reading,
): void {
  const { told } = reading;
  reading.part(part);
  const isData = attributes.has('data-dvc');
  if (name === '[dvc') told.platform ??= 'wordpress';
  if (isData) told.platform ??= name === 'a' ? 'data' : 'joomla';
  for (const [attribute, value] of attributes) {
    if (isReadElsewhere(attribute, name)) continue;
    if (OF_ANY.has(attribute)) {
      reading.lose(attributeQuoted(attribute, value));
      continue;
    }
    const option = isData ? attribute.replace(/^data-/u, '') : attribute;
    if (option === 'lang') told.language ??= value;
    else reading.tell(part, option, value);
  }
}

function readPortal(name: string, attributes: ReadonlyMap<string, string>, reading: Reading): void {
  for (const [attribute, value] of attributes) {
    if (isReadElsewhere(attribute, name)) continue;
    if (OF_ANY.has(attribute)) {
      reading.lose(attributeQuoted(attribute, value));
      continue;
    }
    const option = attribute.replace(/^data-/u, '');
    if (option === 'lang') reading.told.language ??= value;
    else if (option === 'theme') reading.told.theme ??= value;
    else reading.share(option, value);
  }
}

/** The tag of the library's script, which says what holds for the page. */
function readScript(attributes: ReadonlyMap<string, string>, reading: Reading): void {
  const { told } = reading;
  const source = attributes.get('src') ?? '';
  if (isFrameScript(source)) told.framedBy ??= attributes.get('data-framed-by');
  const script = scriptAt(source);
  if (!script) return;
  told.base ??= script.base;
  told.delivery ??= script.delivery;
  for (const [attribute, value] of attributes) {
    if (!attribute.startsWith('data-')) continue;
    const option = attribute.slice('data-'.length);
    if (option === 'lang') told.language ??= value;
    else if (OF_SCRIPT.has(option)) reading.lose(attribute);
    else reading.share(option, value);
  }
}
