import type { Catalog } from './catalog.js';
import { indexing, makeSearch, type CatalogSearch, type SearchOptions } from './catalog-search.js';
import * as everyday from './search/everyday.js';

/** Indexes a catalogue at once. On a page with a large one, use `createCatalogSearchInSlices`. */
export function createCatalogSearch(catalog: Catalog, options: SearchOptions = {}): CatalogSearch {
  const building = indexing(catalog, everyday, options);
  let step = building.next();
  while (!step.done) step = building.next();
  return makeSearch(step.value, options);
}
