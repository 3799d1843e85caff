import { AUDIENCES, TIERS, type Audience, type Tier } from './procedure.js';

/** What a person looks for: words, and filters that narrow the answer. */
export interface CatalogQuery {
  readonly words: string;
  readonly tier?: Tier | undefined;
  readonly field?: string | undefined;
  readonly level?: string | undefined;
  readonly audience?: Audience | undefined;
}

/** Names of the members in an address, so that a search can be shared: `?q=khai+sinh&tier=commune`. */
const NAMES = { words: 'q', tier: 'tier', field: 'field', level: 'level', audience: 'audience' } as const;

/** Words longer than this are cut: an address is written by anyone. */
const LONGEST = 500;

/** Reads a query from an address; unknown tiers and audiences are dropped, never guessed. */
export function readQuery(address: URLSearchParams): CatalogQuery {
  const get = (member: keyof typeof NAMES) => {
    const value = address.get(NAMES[member]);
    return value ? value.slice(0, LONGEST) : undefined;
  };
  const tier = get('tier');
  const audience = get('audience');
  return {
    words: get('words') ?? '',
    tier: TIERS.find((known) => known === tier),
    field: get('field'),
    level: get('level'),
    audience: AUDIENCES.find((known) => known === audience),
  };
}

/** The address with this query in it; other parameters stay as they are. */
export function writeQuery(query: CatalogQuery, address: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(address);
  for (const [member, name] of Object.entries(NAMES) as [keyof CatalogQuery, string][]) {
    const value = query[member];
    if (value) next.set(name, value.slice(0, LONGEST));
    else next.delete(name);
  }
  return next;
}
