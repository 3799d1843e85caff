import { parseCatalog } from '../catalog/parse-catalog.js';
import { writeSearchIndex } from '../catalog/search/prebuilt-index.js';
import { recordsText } from './catalog-text.js';
import type { BuiltCatalog } from './build-catalog.js';

/** Beside the catalogue, which names it. */
const INDEX_FILE = 'catalog.search.json';

/**
 * The files that come out of a spreadsheet, by name. The scheme of 2011 has a file of its own beside another.
 * @param index adds a search index, and its name to the catalogue: a gain for slow machines on a fast line, a loss on a poor
 *   line
 */
export function filesOf(
  { catalog, levels }: BuiltCatalog,
  { index = false }: { readonly index?: boolean | undefined } = {},
): Readonly<Record<string, string>> {
  if (!catalog) return {};
  const lists = levels.map(
    (list, at) => [at === 0 ? 'levels.json' : `levels-${list.scheme}.json`, list] as const,
  );
  const { procedures, ...head } = catalog;
  const file = { ...head, ...(index && { searchIndex: INDEX_FILE }), procedures };
  return {
    'catalog.json': recordsText(file, 'procedures'),
    // Of the catalogue as a page will read it.
    ...(index && { [INDEX_FILE]: `${JSON.stringify(writeSearchIndex(parseCatalog(file).catalog))}\n` }),
    ...Object.fromEntries(lists.map(([name, list]) => [name, recordsText({ ...list }, 'entries')])),
  };
}
