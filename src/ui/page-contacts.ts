import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { asked } from './asked.js';
import type { PortalSettings } from './configure.js';
import { linkTo } from './link-template.js';
import { NATIONAL_PORTAL } from './national-portal.js';

/** What a host is there for; the order in which it is told. */
export const PURPOSES = [
  'code',
  'catalog',
  'levels',
  'thesaurus',
  'schemes',
  'tables',
  'forms',
  'gateway',
  'other',
  'portal',
  'link',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Files that are fetched, a system that people’s data go to, or a page that somebody opens: told apart on one host, too. */
export type ContactKind = 'files' | 'gateway' | 'press';

const kindOf = (purpose: Purpose): ContactKind =>
  purpose === 'gateway' ? purpose : purpose === 'portal' || purpose === 'link' ? 'press' : 'files';

/** A host that the elements of this page turn to, or would. */
export interface Contact {
  readonly kind: ContactKind;
  /** With its port, where it is no usual one. */
  readonly host: string;
  readonly purposes: readonly Purpose[];
  /** Something was asked of it since the page was opened. */
  readonly isAsked: boolean;
}

export interface Contacts {
  readonly ours: readonly Contact[];
  /** Hosts that the page itself asked, and how often. */
  readonly others: readonly { readonly host: string; readonly count: number }[];
}

/** Members that hold an address, or several, and what they are for. */
const MEMBERS: Readonly<Record<string, Purpose>> = {
  catalog: 'catalog',
  levels: 'levels',
  thesaurus: 'thesaurus',
  schemes: 'schemes',
  stages: 'tables',
  calendar: 'tables',
  forms: 'forms',
  gateway: 'gateway',
  detailUrl: 'link',
  applyUrl: 'link',
  trackUrl: 'link',
  portalUrl: 'link',
};

/** What of the files beside this one is the library's own code, wherever it was put. */
const CODE = /^(?:dvc[\w.-]*\.(?:js|css)|(?:chunks|elements|late|define|shared)\/)/u;
const here = import.meta.url;
const codeFolder = new URL('..', here).href;
const isCode = (address: string): boolean =>
  address.startsWith(codeFolder) && CODE.test(address.slice(codeFolder.length));

/** Only the web: what a page makes itself, or an extension brings, is asked of nobody. */
function webUrl(address: string): URL | undefined {
  try {
    const url = new URL(address, document.baseURI);
    return /^https?:$/u.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

/** Elements of this library, of whatever copy and under whatever tag, and the settings that hold for each. */
function* configurations(): Generator<object> {
  for (const element of document.querySelectorAll('*')) {
    if (!element.localName.includes('-') || !('dvcVersion' in element.constructor)) continue;
    yield element;
    if ('settings' in element) yield element.settings as object;
  }
}

/** What is gathered of a contact. */
interface Gathered {
  readonly kind: ContactKind;
  readonly host: string;
  readonly purposes: Set<Purpose>;
  isAsked: boolean;
}

/** Whom the elements turn to, each host once for each kind. */
class ContactBook {
  readonly #contacts = new Map<string, Gathered>();
  readonly #gateways = new Set<string>();

  #at(host: string, kind: ContactKind): Gathered {
    const key = `${kind} ${host}`;
    const known = this.#contacts.get(key) ?? { kind, host, purposes: new Set(), isAsked: false };
    this.#contacts.set(key, known);
    return known;
  }

  /** An address that stands in the page's configuration. */
  note(address: string | undefined, purpose: Purpose): void {
    const url = address === undefined ? undefined : webUrl(address);
    // A link that stays on this site leads nowhere else.
    if (!url || (purpose === 'link' && url.host === location.host)) return;
    this.#at(url.host, kindOf(purpose)).purposes.add(purpose);
    if (purpose === 'gateway') this.#gateways.add(url.href.replace(/\/$/u, ''));
  }

  /** An address that the library has asked. */
  ask(address: string, purpose?: 'code'): void {
    const isGateway = [...this.#gateways].some((one) => address.startsWith(`${one}/`));
    const contact = this.#at(new URL(address).host, isGateway ? 'gateway' : 'files');
    contact.isAsked = true;
    // Whatever stands in no setting, of an element that is gone say, is told as well.
    const isTold = [...contact.purposes].some((one) => one !== 'code');
    if (purpose ?? !isTold) contact.purposes.add(purpose ?? 'other');
  }

  /** This site first, then in the order of what they are for. */
  contacts(): Contact[] {
    const place = ({ host, purposes: [first = 'link'] }: Contact) =>
      PURPOSES.indexOf(first) - (host === location.host ? PURPOSES.length : 0);
    return [...this.#contacts.values()]
      .map((one) => ({
        ...one,
        // The national portal's own line says what a link there does.
        purposes: PURPOSES.filter(
          (purpose) => one.purposes.has(purpose) && !(purpose === 'link' && one.purposes.has('portal')),
        ),
      }))
      .sort((one, other) => place(one) - place(other));
  }
}

/** What the page says in attributes, properties and settings. */
function configured(around: PortalSettings): ContactBook {
  const book = new ContactBook();
  for (const configuration of [around, ...configurations()])
    for (const [member, purpose] of Object.entries(MEMBERS)) {
      const value: unknown = Reflect.get(configuration, member);
      if (typeof value !== 'string') continue;
      for (const address of value.split(/\s+/u).filter(Boolean)) book.note(linkTo(address, ''), purpose);
    }
  book.note(NATIONAL_PORTAL, 'portal');
  return book;
}

/**
 * Whom this page turns to: what it says in its configuration, and what the browser really asked for.
 * @param requests whole addresses by how often they were asked for, as the browser noted it
 */
export function contactsOf(around: PortalSettings, requests: ReadonlyMap<string, number>): Contacts {
  const book = configured(around);
  const others = new Map<string, number>();
  const ours = new Set([...asked].flatMap((address) => webUrl(address)?.href ?? []));
  for (const address of ours) book.ask(address);
  for (const [address, count] of requests) {
    const url = webUrl(address);
    if (!url || ours.has(url.href)) continue;
    if (isCode(url.href)) book.ask(url.href, 'code');
    else others.set(url.host, (others.get(url.host) ?? 0) + count);
  }
  return { ours: book.contacts(), others: [...others].map(([host, count]) => ({ host, count })) };
}

/** What this page has asked for, as the browser notes it: from before the element was there, and from then on. */
export class PageRequests implements ReactiveController {
  /** Whole addresses, without what stands after a `#`, by how often they were asked for. */
  readonly counts = new Map<string, number>();
  /** How many the browser did not note, as far as it says so. */
  lost = 0;
  #observer: PerformanceObserver | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.counts.clear();
    // Told anew, like all that the browser noted before.
    this.lost = 0;
    this.#observer = new PerformanceObserver(
      (list: PerformanceObserverEntryList, ...[, options]: unknown[]) => {
        for (const { name } of list.getEntries()) this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
        // TypeScript does not know it yet: https://w3c.github.io/performance-timeline/#dom-performanceobservercallbackoptions-droppedentriescount
        this.lost += (options as { droppedEntriesCount?: number } | undefined)?.droppedEntriesCount ?? 0;
        this.host.requestUpdate();
      },
    );
    this.#observer.observe({ type: 'resource', buffered: true });
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }
}
