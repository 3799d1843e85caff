import { checkAddresses, checkFiles, checkPolicy, checkTrustedTypes } from './address-checks.js';
import { checkBrowser, checkClock, checkStorage } from './device-checks.js';
import {
  checkAttributes,
  checkCode,
  checkDefined,
  checkGaps,
  checkNeeds,
  checkReserve,
  checkSight,
  checkValues,
} from './element-checks.js';
import type { ElementFacts, PageFacts } from './facts.js';
import { finding, type Finding, type Report, type Unknown } from './findings.js';
import { checkCalendars, checkCharset, checkCopies, checkSecure, checkViewport } from './page-checks.js';

/** One of a kind is enough: ten lookups that lack the same are one line to read. */
function once<Told extends Pick<Finding, 'params'> & { readonly code: string }>(
  told: readonly Told[],
): Told[] {
  const byText = new Map(told.map((one) => [`${one.code} ${JSON.stringify(one.params)}`, one]));
  return [...byText.values()];
}

/** Everything about one element, told by the name by which it can be looked for in the page. */
function checkElement(element: ElementFacts): readonly Finding[] {
  const { tag, written = tag, instead } = element;
  if (instead !== undefined) return [finding('other-prefix', { tag, instead })];
  return [
    ...checkDefined(element),
    ...checkNeeds(element),
    ...checkGaps(element),
    ...checkAttributes(element),
    ...checkValues(element),
    ...checkCode(element),
    ...checkSight(element),
    ...checkReserve(element),
  ].map((found) => ({ ...found, params: { ...found.params, tag: written } }));
}

/** What could not be found out: silence about it would be read as “all well”. */
function unknownsOf({ document, policy, addresses, elements, device }: PageFacts): readonly Unknown[] {
  const unknowns: Unknown[] = [];
  const add = (code: Unknown['code'], params: Unknown['params'] = {}) => unknowns.push({ code, params });
  if (!policy.isComplete) add('before');
  if (document.contentType === undefined) add('page-headers');
  if (device.minutesAhead === undefined) add('clock');
  for (const { name, address, answer } of addresses) if (!answer) add('gap', { name, address });
  for (const { tag, written = tag, isFolded } of elements) if (isFolded) add('folded', { tag: written });
  if (document.frames > 0) add('frames', { number: document.frames });
  // Nearly no browser promises it, and nobody can make it: told, without calling it wrong.
  if (device.stores && device.isPersistent === false) add('short-storage');
  if (addresses.some(({ name }) => name === 'gateway')) add('sending');
  add('elsewhere');
  return once(unknowns);
}

/** Everything that is wrong with a page, as far as it is known. */
export function examine(facts: PageFacts): Report {
  const { document, policy, addresses, copies, elements, calendars, device } = facts;
  const found = [
    ...checkTrustedTypes(policy),
    ...checkPolicy(policy),
    ...checkAddresses(addresses, document),
    ...checkFiles(copies),
    ...checkCopies(copies),
    ...elements.flatMap(checkElement),
    ...(elements.every(({ tag }) => tag === 'script') ? [finding('no-elements')] : []),
    ...checkCalendars(calendars),
    ...checkCharset(document),
    ...checkSecure(document),
    ...checkViewport(document),
    ...checkStorage(device),
    ...checkClock(device),
    ...checkBrowser(device),
  ];
  const findings = once(found);
  return {
    findings: [...findings.filter(({ isFault }) => isFault), ...findings.filter(({ isFault }) => !isFault)],
    unknowns: unknownsOf(facts),
  };
}
