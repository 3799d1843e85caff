import type * as Headless from '../../src/catalog/index.js';

/** What is asked of a catalogue, wherever the script runs. */
export interface CatalogQuestions {
  /** Address of the script that gives `parseCatalog` and `createCatalogSearch`. */
  readonly script: string;
  /** Address of the catalogue file. */
  readonly file: string;
  readonly queries: readonly string[];
  readonly codes: readonly string[];
}

/** All answers as plain values, which a message can carry. */
export async function askCatalog({ script, file, queries, codes }: CatalogQuestions) {
  const { parseCatalog, createCatalogSearch } = (await import(script)) as typeof Headless;
  const { catalog, problems } = parseCatalog(await (await fetch(file)).json());
  const search = createCatalogSearch(catalog, { day: '2026-11-23' });
  return {
    // A worker has no page: this is how an answer shows where it came from.
    hasPage: 'document' in globalThis,
    problems,
    records: catalog.procedures.length,
    found: queries.map((query) => {
      const { hits, total, facets, confidence, siblings, readAs, suggestions } = search.search(query, {
        limit: 5,
      });
      return {
        query,
        hits: hits.map(({ procedure, score, matches }) => ({ procedure, score, matches })),
        total,
        facets,
        confidence,
        siblings,
        readAs,
        suggestions,
      };
    }),
    byCode: codes.map((code) => [code, catalog.byCode(code)?.name]),
  };
}

export type CatalogAnswers = Awaited<ReturnType<typeof askCatalog>>;
