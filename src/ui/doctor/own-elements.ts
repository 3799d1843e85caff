import type { Catalog } from '../../catalog/catalog.js';
import { ELEMENTS } from '../../doctor/element-checks.js';
import type { ElementFacts } from '../../doctor/facts.js';
import { attributeName } from '../../embed/script-settings.js';
import { builtInSchemes } from '../../levels/schemes.js';
import type { PortalSettings } from '../configure.js';
import { tagOf } from '../tag-names.js';
import { DATA_TAGS } from '../watch-page.js';
import { coverOf, hidingOf, isFolded } from './in-sight.js';
import { resolved } from './without-query.js';

/** Attributes and settings that hold addresses of data; several stand in one, apart by spaces. */
const ADDRESSES = [
  'catalog',
  'levels',
  'thesaurus',
  'schemes',
  'forms',
  'stages',
  'calendar',
  'gateway',
] as const;
type AddressName = (typeof ADDRESSES)[number];

type Own = HTMLElement & { readonly settings?: PortalSettings } & Readonly<
    Partial<Record<AddressName, unknown>>
  >;

/** What tags of this copy begin with on this page, e.g. `dvc-`. */
const prefix = (): string => tagOf('dvc-');

/** Names of an element of another major version end so. */
const MAJOR = /-v\d+$/u;

/** Everything on the page that is, or was meant to be, an element of the library; the doctor itself is none. */
export function ownElements(): readonly Own[] {
  const start = prefix();
  return [...document.querySelectorAll<HTMLElement>('*')].filter(
    ({ localName }) => localName.startsWith(start) && localName.replace(MAJOR, '') !== `${start}doctor`,
  );
}

/** Ordinary tags that are, or were meant to be, made into elements. */
export const dataNodes = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>(DATA_TAGS)];

/** The tag that such a node asks for. */
export const dataTag = ({ dataset }: HTMLElement): string => tagOf(`dvc-${dataset.dvc ?? ''}`);

/** Nodes that became nothing: a name that no element has, or one whose code has not come. */
export const notMade = (): readonly ElementFacts[] =>
  dataNodes()
    .filter((node) => !customElements.get(dataTag(node)))
    .map(({ dataset }) => ({
      tag: `data-dvc="${dataset.dvc ?? ''}"`,
      isDefined: false,
      attributes: {},
      has: [],
      isFolded: false,
    }));

/** Tags in the library's own words that nothing looks after, for on this page they begin otherwise. */
export const otherwiseCalled = (): readonly ElementFacts[] =>
  ELEMENTS.filter((name) => document.querySelector(`dvc-${name}:not(:defined)`)).map((name) => ({
    tag: `dvc-${name}`,
    isDefined: false,
    instead: tagOf(`dvc-${name}`),
    attributes: {},
    has: [],
    isFolded: false,
  }));

/** The node that an element was made of. */
function madeOf({ parentElement: around, firstElementChild: first }: Element): Element | undefined {
  if (first?.matches('a[data-dvc]')) return first;
  return around?.matches(DATA_TAGS) ? around : undefined;
}

/** Names that the node an element was made of tells, and that the element does not have: it was not let take them. */
function refusedBy(element: Own, known: readonly string[]): readonly string[] {
  const node = madeOf(element);
  return known.filter((name) => node?.hasAttribute(`data-${name}`) && !element.hasAttribute(name));
}

/** The tag as this library calls it, whatever it is called on the page. */
export const plainTag = ({ localName }: Element): string =>
  `dvc-${localName.slice(prefix().length)}`.replace(MAJOR, '');

/** What an element takes from itself, else from its portal or page. */
const valueOf = (element: Own, name: AddressName): unknown =>
  element[name] ??
  element.getAttribute(name) ??
  (element.settings as Readonly<Record<string, unknown>> | undefined)?.[name];

/** Addresses that the elements of the page read data from, whole, each once. */
export function addressesOf(elements: readonly Own[]): readonly { name: string; url: string }[] {
  const found = new Map<string, { name: string; url: string }>();
  for (const element of elements)
    for (const name of ADDRESSES) {
      const value = valueOf(element, name);
      if (typeof value !== 'string') continue;
      for (const part of name === 'levels' ? value.split(/\s+/u) : [value.trim()]) {
        const url = part && resolved(part)?.href;
        if (url) found.set(`${name} ${url}`, { name, url });
      }
    }
  return [...found.values()];
}

/** What an element that reckons dates does it by: an address, a calendar, or nothing where it is the built-in one. */
export const calendarsOf = (elements: readonly Own[]): readonly unknown[] => [
  ...new Set(
    elements
      .filter((element) => plainTag(element) === 'dvc-status-tracker')
      .map((element) => valueOf(element, 'calendar')),
  ),
];

/** Names of what an element has, from wherever. A portal is asked for nothing. */
function hasOf(element: Own): string[] {
  const { settings = {} } = element;
  const properties = (element.constructor as { readonly elementProperties?: ReadonlyMap<string, unknown> })
    .elementProperties;
  const values = element as unknown as Readonly<Record<string, unknown>>;
  const isSet = (value: unknown) => value !== undefined && value !== '' && value !== null;
  const destination = values.destination ?? settings.destination;
  return [
    ...element.getAttributeNames().filter((name) => isSet(element.getAttribute(name)?.trim())),
    ...[...(properties?.keys() ?? [])].filter((name) => isSet(values[name])).map(attributeName),
    ...Object.entries(settings)
      .filter(([, value]) => isSet(value))
      .map(([name]) => attributeName(name)),
    ...[...element.querySelectorAll<HTMLElement>(':scope > script[type="application/json"]')].map(
      ({ dataset }) => dataset.dvc ?? 'catalog',
    ),
    ...(destination === 'gateway' ? ['destination=gateway'] : []),
  ];
}

/** What levels and schemes may be called, on a page with its own or with those that laws have defined. */
function choicesOf({ settings = {} }: Own, tag: string): NonNullable<ElementFacts['choices']> {
  const schemes = settings.schemes ?? builtInSchemes;
  const ids = schemes.map(({ id }) => id);
  const codes = [...new Set(schemes.flatMap(({ levels }) => levels.map(({ code }) => code)))];
  return {
    scheme: ids,
    'level-scheme': ids,
    level: codes,
    ...(tag === 'dvc-level-badge' && { kind: codes }),
  };
}

/** Elements that show one procedure by its code. */
const BY_CODE = /-(?:procedure-detail|form-steps|outreach)$/u;

/** The code that an element looks for in vain; data inside it, or handed over, are not known here. */
function lostCode(
  element: Own & { readonly code?: unknown; readonly place?: unknown },
  tag: string,
  catalogAt: (url: string) => Catalog | undefined,
): string | undefined {
  const { code } = element;
  const isInside = element.querySelector(':scope > script[type="application/json"]') !== null;
  if (typeof code !== 'string' || !code.trim() || !BY_CODE.test(tag) || isInside || element.place)
    return undefined;
  const source = valueOf(element, 'catalog');
  const catalog = typeof source === 'string' ? catalogAt(resolved(source.trim())?.href ?? '') : undefined;
  return catalog && !catalog.byCode(code) ? code : undefined;
}

/** Style sheet of the library that keeps the place of elements. */
const hasReserveSheet = () =>
  [...document.querySelectorAll<HTMLLinkElement>('link[rel~="stylesheet" i]')].some(({ href }) =>
    /\/dvc\.css(?:[?#]|$)/u.test(href),
  );

/** The class by which that sheet knows an element whose tag is not the library's own; an editor may not give it one. */
function unreserved(element: Own, tag: string): string | undefined {
  const name = tag === 'dvc-level-badge' ? 'dvc-reserve-badge' : 'dvc-reserve';
  const isKnown =
    element.localName === tag || tag === 'dvc-portal' || element.classList.contains(name) || madeOf(element);
  return isKnown || !hasReserveSheet() ? undefined : name;
}

/**
 * What is known of each element; the page is moved while it is looked at, and moved back.
 * @param catalogAt what was read at an address, where it is a catalogue
 */
export function elementFacts(
  elements: readonly Own[],
  catalogAt: (url: string) => Catalog | undefined,
): readonly ElementFacts[] {
  const [x, y] = [scrollX, scrollY];
  const facts = elements.map((element): ElementFacts => {
    const tag = plainTag(element);
    const code = customElements.get(element.localName) as
      (CustomElementConstructor & { readonly observedAttributes?: readonly string[] }) | undefined;
    const folded = isFolded(element);
    return {
      tag,
      written: element.localName,
      isDefined: code !== undefined,
      attributes: Object.fromEntries(
        element.getAttributeNames().map((name) => [name, element.getAttribute(name) ?? '']),
      ),
      known: code?.observedAttributes,
      has: hasOf(element),
      choices: choicesOf(element, tag),
      lostCode: lostCode(element, tag, catalogAt),
      unreserved: code && unreserved(element, tag),
      refused: refusedBy(element, code?.observedAttributes ?? []),
      // A portal shows nothing of its own; `hidden` is what somebody who edits the page wrote on purpose.
      hiding:
        tag === 'dvc-portal' || folded || element.hidden || !code
          ? undefined
          : (hidingOf(element) ?? coverOf(element)),
      isFolded: folded,
    };
  });
  scrollTo({ left: x, top: y, behavior: 'instant' });
  return facts;
}
