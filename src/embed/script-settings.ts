/** Settings that hold for a whole page and that its script tag may tell as `data-…`: names of properties. */
export const SCRIPT_SETTINGS = [
  'catalog',
  'levels',
  'thesaurus',
  'scheme',
  'detailUrl',
  'applyUrl',
  'trackUrl',
  'forms',
  'destination',
  'gateway',
  'device',
  'helpPhone',
];

/** `detailUrl` as it is written in markup: `detail-url`. */
export const attributeName = (property: string): string =>
  property.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);

/** Everything that a script tag may tell: settings, and what is of the script itself. */
export const SCRIPT_OPTIONS = [...SCRIPT_SETTINGS, 'lang', 'prefix', 'base'];

/** `detailUrl` as it stands on a script tag: `data-detail-url`. */
export const optionAttribute = (property: string): string => `data-${attributeName(property)}`;
