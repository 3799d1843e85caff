import type { Catalog } from './catalog.js';
import {
  indexing,
  makeSearch,
  type CatalogSearch,
  type SearchOptions,
  type SearchRequest,
} from './catalog-search.js';
import * as everyday from './search/everyday.js';

/**
 * Indexes a catalogue at once. On a page with a large one, use `createCatalogSearchInSlices`.
 * @throws {TypeError} when it is given a file that `parseCatalog` has not read
 */
export function createCatalogSearch(catalog: Catalog, options: SearchOptions = {}): CatalogSearch {
  if (!isRead(catalog))
    throw new TypeError(
      'createCatalogSearch takes the catalog that parseCatalog(file) gives, not the file itself',
    );
  const building = indexing(catalog, everyday, options);
  let step = building.next();
  while (!step.done) step = building.next();
  const { search } = makeSearch(step.value, options);
  return { search: (words, request) => search(textIn(words), known(request)) };
}

/* Scripts that check no types give what a form or a file had: nothing where nothing was said. */

const isRead = (catalog: unknown): boolean =>
  typeof (catalog as Partial<Catalog> | null | undefined)?.byCode === 'function';

const textIn = (words: unknown): string => (typeof words === 'string' ? words : '');

function known(request: SearchRequest | null | undefined): SearchRequest {
  const { limit, ...filters } = request ?? {};
  return { ...filters, limit: typeof limit === 'number' ? limit : undefined };
}
