import type { SearchResult } from '../../src/catalog/catalog-search.js';
import type { CatalogQuery } from '../../src/catalog/query.js';
import { builtInSchemes } from '../../src/levels/schemes.js';
import { inVietnameseOrder } from '../../src/shared/alphabet.js';
import type { LevelScheme } from '../../src/levels/level-scheme.js';
import { levelChoices } from '../../src/ui/level-choices.js';
import type { Choice, Filter } from './filter-names.js';

type Words = Parameters<typeof levelChoices>[0] & {
  t(key: 'tier.commune' | 'audience.citizen'): string;
};

/** The choices of each filter, with how many procedures each would leave. */
export function choicesOf(
  { facets }: SearchResult,
  asked: CatalogQuery,
  i18n: Words,
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
