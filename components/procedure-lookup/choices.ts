import type { SearchResult } from '../../src/catalog/catalog-search.js';
import type { CatalogQuery } from '../../src/catalog/query.js';
import type { levels } from '../../src/i18n/namespaces/levels.js';
import type { lookupFilters } from '../../src/i18n/namespaces/lookup-filters.js';
import type { lookup } from '../../src/i18n/namespaces/lookup.js';
import { builtInSchemes } from '../../src/levels/schemes.js';
import { inVietnameseOrder } from '../../src/shared/alphabet.js';
import type { LevelScheme } from '../../src/levels/level-scheme.js';
import { levelChoices } from '../../src/ui/level-choices.js';
import type { LocalizeController } from '../../src/ui/localize-controller.js';
import type { Choice, Filter } from './filter-names.js';

/** Words of the lookup and of its filters. */
export type FilterWords = Pick<
  LocalizeController<readonly [typeof lookup, typeof levels], typeof lookupFilters>,
  't' | 'text' | 'number'
>;

/** The choices of each filter, with how many procedures each would leave. */
export function choicesOf(
  { facets }: SearchResult,
  asked: CatalogQuery,
  i18n: FilterWords,
  schemes: readonly LevelScheme[] = builtInSchemes,
): Record<Filter, Choice[]> {
  const named = (filter: Filter, name: (value: string) => string): Choice[] => {
    const counts = facets[filter];
    const chosen = asked[filter];
    // What is chosen stays in sight, even where it leaves nothing.
    return [...counts, ...(chosen && !counts.has(chosen) ? ([[chosen, 0]] as const) : [])].map(
      ([value, count]) => ({ value, count, name: name(value) }),
    );
  };
  const itself = (value: string) => value;
  const used = named('level', itself).map(({ value }) => value);
  return {
    tier: named('tier', (value) => i18n.t(`tier.${value as 'commune'}`)),
    field: inVietnameseOrder(named('field', itself), ({ name }) => name),
    level: levelChoices(i18n, schemes, used).map(({ value, name }) => ({
      value,
      name,
      count: facets.level.get(value) ?? 0,
    })),
    audience: named('audience', (value) => i18n.t(`audience.${value as 'citizen'}`)),
  };
}
