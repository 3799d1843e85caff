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
