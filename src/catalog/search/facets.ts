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

const isIn = (own: FacetValues, name: keyof Facets, filters: SearchFilters): boolean =>
  own[name].includes(filters[name] ?? '');

const askedIn = (filters: SearchFilters) => NAMES.filter((name) => filters[name]);

/** Whether a procedure passes all filters; undefined where none was set, so that nothing need be asked. */
export function filterBy(
  values: (document: number) => FacetValues,
  filters: SearchFilters,
): ((document: number) => boolean) | undefined {
  const asked = askedIn(filters);
  if (asked.length === 0) return undefined;
  return (document) => asked.every((name) => isIn(values(document), name, filters));
}

/**
 * Counts what each value of a filter would leave.
 * @param documents positions of all procedures found, filters aside
 * @param values by position
 */
export function countFacets(
  documents: readonly number[],
  values: (document: number) => FacetValues,
  filters: SearchFilters,
): Facets {
  const counts = { tier: new Map(), field: new Map(), level: new Map(), audience: new Map() } as {
    [Name in keyof Facets]: Map<string, number>;
  };
  const asked = askedIn(filters);
  for (const document of documents) {
    const own = values(document);
    const failed = asked.filter((name) => !isIn(own, name, filters));
    for (const name of NAMES) {
      if (failed.length > 1 || (failed.length === 1 && failed[0] !== name)) continue;
      for (const value of own[name]) counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
    }
  }
  return counts;
}
