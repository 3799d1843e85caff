import type { SearchOptions, ThesaurusData } from '../catalog/catalog-search.js';
import type { PlaceCatalog } from './catalog-state.js';
import { loadThesaurus } from './thesaurus-file.js';

/** What a place has for its search besides the catalogue; undefined what does not come in time, or is of no use. */
export async function loadSearchFiles(
  place: PlaceCatalog,
  words: string | ThesaurusData | undefined,
): Promise<Pick<SearchOptions, 'thesaurus' | 'index'>> {
  const [thesaurus, index] = await Promise.all([
    words ? loadThesaurus(words).catch(() => undefined) : undefined,
    place.catalog.searchIndex
      ? import('./index-file.js').then(({ loadSearchIndex }) => loadSearchIndex(place)).catch(() => undefined)
      : undefined,
  ]);
  return { thesaurus, index };
}
