import { OWN_DEVICE_DAYS } from '../shared/keep-times.js';

/**
 * Days after which WebKit deletes all that scripts kept of a site that nobody has come back to.
 * Source: https://webkit.org/blog/10218/full-third-party-cookie-blocking-and-more/
 */
const WEBKIT_DAYS = 7;

/**
 * For how many days a draft can be promised on a device of the person's own. No feature tells whether a browser deletes,
 * so its engine does: every browser but those of WebKit, which on iPhones and iPads are all of them, says 537.36.
 * @param agent what the browser calls itself
 */
export const keptDays = (agent: string): number =>
  /AppleWebKit\/(?!537\.36)/u.test(agent) ? WEBKIT_DAYS : OWN_DEVICE_DAYS;
