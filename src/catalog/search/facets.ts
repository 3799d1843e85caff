import type { Audience, Procedure, Tier } from '../procedure.js';

/** What narrows an answer. Level codes are as the list of the place writes them; `unknown` for not announced. */
export interface SearchFilters {
  readonly tier?: Tier | undefined;
  readonly field?: string | undefined;
  readonly level?: string | undefined;
  readonly audience?: Audience | undefined;
}

/** How many answers each value of a filter would leave, the other filters kept. Values without any are left out. */
export interface Facets {
  readonly tier: ReadonlyMap<string, number>;
  readonly field: ReadonlyMap<string, number>;
  readonly level: ReadonlyMap<string, number>;
  readonly audience: ReadonlyMap<string, number>;
}

/** The values of one procedure under each filter. */
export type FacetValues = { readonly [Name in keyof Facets]: readonly string[] };

const NAMES = ['tier', 'field', 'level', 'audience'] as const;

export function facetValues(procedure: Procedure, level: string | undefined): FacetValues {
  const { tiers, field, audience } = procedure;
  return {
    tier: [...new Set(tiers.map(({ tier }) => tier))],
    field: field ? [field] : [],
    level: [level ?? 'unknown'],
    audience: [...new Set(audience)],
  };
}

/**
 * Filters and counts in one pass.
 * @param documents positions of procedures
 * @param values by position
 */
export function applyFilters(
  documents: readonly number[],
  values: (document: number) => FacetValues,
  filters: SearchFilters,
): { kept: Set<number>; facets: Facets } {
  const counts = { tier: new Map(), field: new Map(), level: new Map(), audience: new Map() } as {
    [Name in keyof Facets]: Map<string, number>;
  };
  const asked = NAMES.filter((name) => filters[name]);
  const kept = new Set<number>();
  for (const document of documents) {
    const own = values(document);
    const failed = asked.filter((name) => !own[name].includes(filters[name] ?? ''));
    if (failed.length === 0) kept.add(document);
    for (const name of NAMES) {
      if (failed.length > 1 || (failed.length === 1 && failed[0] !== name)) continue;
      for (const value of own[name]) counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
    }
  }
  return { kept, facets: counts };
}
