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
