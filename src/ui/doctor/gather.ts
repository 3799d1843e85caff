import { oursAmong } from '../../doctor/address-checks.js';
import type { AddressFacts, CalendarFacts, CopyFacts, ElementFacts, PageFacts } from '../../doctor/facts.js';
import { garbledWord } from '../../doctor/page-checks.js';
import { builtInDays } from '../../dossiers/built-in-days.js';
import { attributeName, SCRIPT_OPTIONS } from '../../embed/script-settings.js';
import { dayInVietnam } from '../../shared/clock.js';
import { tagOf } from '../tag-names.js';
import { VERSION } from '../version.js';
import { askAddress, askPage, type Asked } from './ask.js';
import { canStore, isPersistent, lacks } from './device.js';
import {
  addressesOf,
  calendarsOf,
  dataNodes,
  dataTag,
  elementFacts,
  notMade,
  otherwiseCalled,
  ownElements,
} from './own-elements.js';
import type { readData } from './read-data.js';
import { allowsPolicy, needsTrustedTypes, type PolicyEar } from './policy.js';
import { resolved, withoutQuery } from './without-query.js';

/** As long as the code of elements is waited for once the page is there, in milliseconds. */
const CODE_MS = 5000;

/** A request of the page; older browsers do not tell how it was answered. */
type TimedRequest = PerformanceEntry & Partial<Pick<PerformanceResourceTiming, 'responseStatus'>>;

/** Tags of the library's own scripts. */
const OWN_SCRIPT = /\/dvc\.(?:loader\.)?min\.js(?:[?#]|$)/u;
const ownScripts = () => [...document.scripts].filter(({ src }) => OWN_SCRIPT.test(src));

/** Until the page is loaded, and the elements on it have shown what they have. */
async function pageIsThere(): Promise<void> {
  if (document.readyState !== 'complete')
    await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
  const tags = new Set([...ownElements().map(({ localName }) => localName), ...dataNodes().map(dataTag)]);
  // What somebody wrote as `data-dvc` may be no name of a tag.
  const registered = Promise.all(
    [...tags].map((tag) => customElements.whenDefined(tag).catch(() => new Promise(() => undefined))),
  );
  await Promise.race([registered, new Promise((resolve) => setTimeout(resolve, CODE_MS))]);
  const drawn = async (element: Element) =>
    (element as { readonly updateComplete?: Promise<unknown> }).updateComplete?.catch(() => undefined);
  // One that was not let draw never ends.
  await Promise.race([
    Promise.all(ownElements().map(drawn)),
    new Promise((resolve) => setTimeout(resolve, CODE_MS)),
  ]);
}

/** The address that is asked: of a receiving system what it says of itself, by its contract. */
const asked = (name: string, url: string) => (name === 'gateway' ? `${url.replace(/\/+$/u, '')}/v1` : url);

function copyFacts(): CopyFacts {
  const scripts = [...new Set(ownScripts().map(({ src }) => withoutQuery(src)))];
  const folders = scripts.map((script) => new URL('.', script).href);
  const others = [...new Set(ownElements().map(({ localName }) => localName))].flatMap((tag) => {
    const code = customElements.get(tag) as { readonly dvcVersion?: string } | undefined;
    return code && code.dvcVersion !== VERSION ? [{ tag, version: code.dvcVersion }] : [];
  });
  const failed = (performance.getEntriesByType('resource') as TimedRequest[])
    .map(({ name, responseStatus = 0 }) => ({ address: withoutQuery(name), status: responseStatus }))
    .filter(({ address, status }) => status >= 400 && folders.some((folder) => address.startsWith(folder)));
  return { version: VERSION, scripts, others, failed };
}

/** What the script tag says for all elements, as if it were one of them: gaps in addresses are the same there. */
const optionFacts = (): ElementFacts[] =>
  ownScripts().map(({ dataset }) => ({
    tag: 'script',
    isDefined: true,
    attributes: Object.fromEntries(
      Object.entries(dataset).map(([name, value]) => [attributeName(name), value ?? '']),
    ),
    known: SCRIPT_OPTIONS.map(attributeName),
    has: [],
    isFolded: false,
  }));

/** Words of the page in which a wrong encoding shows; never what somebody typed. */
const writtenWords = (): string =>
  [
    document.title,
    ...[...document.querySelectorAll('h1, h2, h3')].map(({ textContent }) => textContent),
    ...ownElements().flatMap((element) =>
      element.getAttributeNames().map((name) => element.getAttribute(name)),
    ),
  ].join('\n');

/** What is known of a calendar, whoever wrote it; one that cannot be read is told of where it is used. */
function calendarFacts(calendar: unknown, serverTime: number | undefined): CalendarFacts[] {
  const { years } = (calendar ?? {}) as { readonly years?: unknown };
  const known = Array.isArray(years) ? years.filter(Number.isInteger) : [];
  return known.length > 0 ? [{ years: known, today: dayInVietnam(new Date(serverTime ?? Date.now())) }] : [];
}

/** How data are read comes late: nobody needs it before some have come. */
type FetchReader = () => Promise<{ readonly readData: typeof readData }>;

/** What an element would find in data that came. */
async function readAsElements(
  name: string,
  { answer, text, json }: Asked,
  fetchReader: FetchReader,
): Promise<Awaited<ReturnType<typeof readData>>> {
  if (answer.kind !== 'answered' || answer.status >= 400 || text === undefined || name === 'gateway')
    return {};
  return (await fetchReader()).readData(name, text, json);
}

/** Whether every script of the library on the page lets its tags begin otherwise than with `dvc-`. */
const isPrefixed = () => tagOf('dvc-') !== 'dvc-' && ownScripts().every(({ dataset }) => dataset.prefix);

/**
 * Everything that can be known of the page. Its own server and the addresses that it configures are asked, nobody else.
 * @param ear has listened since the doctor was on the page
 * @param isDrawn the library could draw here
 * @param fetchReader rejects where it does not come; then the page counts as not looked at
 */
export async function gather(ear: PolicyEar, isDrawn: boolean, fetchReader: FetchReader): Promise<PageFacts> {
  await pageIsThere();
  const elements = ownElements();
  const wanted = addressesOf(elements);
  const answers = wanted.map(async ({ name, url }) => {
    const hasGap = /\{code\}|%7Bcode%7D/iu.test(url);
    const whole = asked(name, url);
    const said = hasGap ? undefined : await askAddress(whole, () => ear.hasBlocked(whole));
    const { faults, catalog } = said ? await readAsElements(name, said, fetchReader) : {};
    const facts: AddressFacts = { name, address: withoutQuery(whole), answer: said?.answer, faults };
    return { facts, serverTime: said?.serverTime, url, json: said?.json, catalog };
  });
  const [page, stores, persistent, told] = await Promise.all([
    askPage(),
    canStore(),
    isPersistent(),
    Promise.all(answers),
  ]);
  const serverTime = page.serverTime ?? told.find((one) => one.serverTime !== undefined)?.serverTime;
  const copies = copyFacts();
  const mayMake = allowsPolicy();
  const addresses = told.map(({ facts }) => facts);
  const folders = copies.scripts.map((script) => new URL('.', script).href);
  return {
    document: {
      charset: document.characterSet,
      contentType: page.contentType,
      garbled: garbledWord(writtenWords()),
      isHttps: location.protocol === 'https:',
      isSecure: isSecureContext,
      hasViewport: document.querySelector('meta[name="viewport" i]') !== null,
      frames: document.querySelectorAll('iframe, frame').length,
    },
    policy: {
      violations: oursAmong(ear.violations, { addresses: addresses.map(({ address }) => address), folders }),
      isComplete: ear.isComplete,
      // Trying makes the browser report a violation to the host: only where it decides something.
      needsTrustedTypes: !mayMake && needsTrustedTypes(),
      allowsPolicy: mayMake,
      isDrawn,
    },
    addresses,
    copies,
    calendars: calendarsOf(elements).flatMap((value) =>
      calendarFacts(
        typeof value === 'string'
          ? told.find(({ facts, url }) => facts.name === 'calendar' && url === resolved(value.trim())?.href)
              ?.json
          : (value ?? builtInDays),
        serverTime,
      ),
    ),
    elements: [
      ...elementFacts(elements, (url) => told.find((one) => one.url === url && one.catalog)?.catalog),
      ...notMade(),
      ...(isPrefixed() ? otherwiseCalled() : []),
      ...optionFacts(),
    ],
    device: {
      stores,
      isPersistent: persistent,
      minutesAhead: serverTime === undefined ? undefined : (Date.now() - serverTime) / 60_000,
      lacks: lacks(),
    },
  };
}
