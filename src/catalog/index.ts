export type { Catalog } from './catalog.js';
export { createCatalogSearch } from './create-catalog-search.js';
export {
  createCatalogSearchInSlices,
  type CatalogSearch,
  type Confidence,
  type Facets,
  type PrebuiltIndex,
  type SearchFilters,
  type SearchHit,
  type SearchMatch,
  type SearchOptions,
  type SearchRequest,
  type SearchResult,
  type Siblings,
  type ThesaurusData,
} from './catalog-search.js';
export {
  readSearchIndex,
  writeSearchIndex,
  type SearchIndexFile,
  type SearchIndexProblem,
} from './search/prebuilt-index.js';
export { parseCatalog, readCatalogInSlices, type ParsedCatalog } from './parse-catalog.js';
export { DATA_PROBLEMS, type DataProblem, type DataProblemCode } from './problems.js';
export {
  AUDIENCES,
  CHANNELS,
  FEE_KINDS,
  PAPER_KINDS,
  TIERS,
  TIME_UNITS,
  type Audience,
  type CatalogFile,
  type Channel,
  type Fee,
  type FeeKind,
  type Filing,
  type Paper,
  type PaperGroup,
  type Procedure,
  type Provenance,
  type Tier,
  type TimeLimit,
  type TimeUnit,
} from './procedure.js';
export { normaliseCode } from '../shared/procedure-code.js';
export { readQuery, writeQuery, type CatalogQuery } from './query.js';
