import { normaliseCode } from '../../src/shared/procedure-code.js';
import { readQuery, writeQuery, type CatalogQuery } from '../../src/catalog/query.js';
import { readPlace, withPlace, type KeptPlace } from './kept-place.js';

/** Name of the code in the address of a sheet that is open in place. */
const CODE_PARAM = 'ma';

/** What of a list the page's address and history say. */
export interface ListView {
  readonly asked: CatalogQuery;
  readonly shown: number;
  /** Code of the sheet that is open in place of the list. */
  readonly opened: string | undefined;
}

/** What the address asks for, and where somebody was in the list. */
export function readListAddress(): Omit<ListView, 'shown'> & { readonly place: KeptPlace | undefined } {
  const { searchParams } = new URL(location.href);
  return {
    asked: readQuery(searchParams),
    opened: searchParams.get(CODE_PARAM) ?? undefined,
    place: readPlace(),
  };
}

/** So many digits are the number of a person or the code of a dossier, unless they are the code of a procedure. */
export const isNumber = (words: string): boolean =>
  /\d(?:\D*\d){5}/u.test(words) && normaliseCode(words) === undefined;

/**
 * Writes a list into the address. Numbers of people and dossiers stay out of it: addresses are logged and shared.
 * @param ownsCode whether a code in the address is this list's; where sheets have a page of their own it is that page's
 */
export function writeListAddress(
  { asked, shown, opened }: ListView,
  ownsCode: boolean,
  how: 'replaceState' | 'pushState',
): void {
  const url = new URL(location.href);
  const parameters = writeQuery(isNumber(asked.words) ? { ...asked, words: '' } : asked, url.searchParams);
  if (opened) parameters.set(CODE_PARAM, opened);
  else if (ownsCode) parameters.delete(CODE_PARAM);
  url.search = parameters.toString();
  write(how, { shown }, url);
}

/** So that Back returns to the row that is left now. */
export function keepRow(shown: number, code: string): void {
  write('replaceState', { shown, code });
}

function write(how: 'replaceState' | 'pushState', place: KeptPlace, url?: URL): void {
  try {
    history[how](withPlace(place), '', url);
  } catch {
    // WebKit takes a hundred in ten seconds: whoever types faster has the address of a moment ago.
  }
}
