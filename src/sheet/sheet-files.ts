import { parseCatalog } from '../catalog/parse-catalog.js';
import { writeSearchIndex } from '../catalog/search/prebuilt-index.js';
import { recordsText } from './catalog-text.js';
import type { BuiltCatalog } from './build-catalog.js';

/** The files that come out of a spreadsheet, by name. The scheme of 2011 has a file of its own beside another. */
export function filesOf({ catalog, levels }: BuiltCatalog): Readonly<Record<string, string>> {
  if (!catalog) return {};
  const lists = levels.map(
    (list, at) => [at === 0 ? 'levels.json' : `levels-${list.scheme}.json`, list] as const,
  );
  return {
    'catalog.json': recordsText({ ...catalog }, 'procedures'),
    ...Object.fromEntries(lists.map(([name, list]) => [name, recordsText({ ...list }, 'entries')])),
  };
}

/** Beside the catalogue, which names it. */
const INDEX_FILE = 'catalog.search.json';

/** The same with a search index: a gain for slow machines on a fast line, a loss on a poor line. */
export function indexedFilesOf(built: BuiltCatalog): Readonly<Record<string, string>> {
  if (!built.catalog) return {};
  const { procedures, ...head } = built.catalog;
  const catalog = { ...head, searchIndex: INDEX_FILE, procedures };
  // Of the catalogue as a page will read it.
  const index = writeSearchIndex(parseCatalog(catalog).catalog);
  return { ...filesOf({ ...built, catalog }), [INDEX_FILE]: `${JSON.stringify(index)}\n` };
}
