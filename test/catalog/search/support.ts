import type { Catalog } from '../../../src/catalog/catalog.js';
import { parseCatalog } from '../../../src/catalog/parse-catalog.js';

export interface SampleQuery {
  readonly q: string;
  /** Acceptable answers; none: the catalogue does not hold it. */
  readonly codes: readonly string[];
  readonly kind: string;
}

/** A catalogue of procedures of which only what matters is said. */
export function aCatalog(...procedures: readonly object[]): Catalog {
  const head = { formatVersion: 1, publisher: 'UBND xã', place: 'Xã Mẫu', publishedOn: '2026-07-18' };
  const numbered = procedures.map((procedure, at) => ({ code: `1.${String(100_001 + at)}`, ...procedure }));
  return parseCatalog({ ...head, procedures: numbered }).catalog;
}

export async function sampleCatalog(): Promise<Catalog> {
  return parseCatalog(await load('../../../examples/commune/data/catalog.json')).catalog;
}

export const QUERY_SETS = ['dev', 'validation', 'validation-2', 'validation-3'] as const;

export async function sampleQueries(set: (typeof QUERY_SETS)[number]): Promise<readonly SampleQuery[]> {
  const { queries } = (await load(`../../data/queries.${set}.json`)) as { queries: SampleQuery[] };
  return queries;
}

async function load(path: string): Promise<unknown> {
  const response = await fetch(new URL(path, import.meta.url));
  return response.json();
}
