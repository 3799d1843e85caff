import type { IsoDate } from '../shared/clock.js';
import type { Slicing } from '../shared/read-list.js';
import type { Catalog } from './catalog.js';
import type { Procedure } from './procedure.js';
import { confidenceOf, type Confidence } from './search/confidence.js';
import { findByCode } from './search/code-query.js';
import {
  countFacets,
  facetValues,
  filterBy,
  type FacetValues,
  type Facets,
  type SearchFilters,
} from './search/facets.js';
import { findMatches, type SearchMatch } from './search/matches.js';
import { rank, type Ranked } from './search/ranking.js';
import { readQuery, type ReadQuery } from './search/read-query.js';
import { buildIndex, type SearchIndex } from './search/search-index.js';
import type * as Everyday from './search/everyday.js';
import type { PrebuiltIndex } from './search/indexed-texts.js';
import type { Siblings } from './search/siblings.js';
import { readThesaurus, type ThesaurusData } from './search/thesaurus.js';
import { isUsable, standingOn, tiersOn } from './standing.js';

export type { Confidence, Facets, PrebuiltIndex, SearchFilters, SearchMatch, Siblings, ThesaurusData };

export interface SearchOptions {
  /** The level announced for a procedure, as the code of a scheme (`4`, `full`); undefined for not announced. */
  readonly levelOf?: ((procedure: Procedure) => string | undefined) | undefined;
  /**
   * The day of asking: procedures that are over by then, or not yet in force, come after all others, and tiers of
   * government that are gone do not count. Without it no date does.
   */
  readonly day?: IsoDate | undefined;
  /** Words of a place, added to the built-in ones. */
  readonly thesaurus?: ThesaurusData | undefined;
  /** The catalogue's texts as `readSearchIndex` gave them. */
  readonly index?: PrebuiltIndex | undefined;
}

export interface SearchRequest extends SearchFilters {
  /** How many hits to give; all by default, none for a number below 1. */
  readonly limit?: number | undefined;
}

export interface SearchHit {
  readonly procedure: Procedure;
  /** 0 to 1, for order within one answer only. */
  readonly score: number;
  /** Where the words of the query were found; worked out when first read. */
  readonly matches: readonly SearchMatch[];
}

export interface SearchResult {
  /** Best first; in the order of the catalogue where nothing was asked. */
  readonly hits: readonly SearchHit[];
  /** How many there are without the limit. */
  readonly total: number;
  /** Counted when first read. */
  readonly facets: Facets;
  /** `high`: one answer clearly wins. `several`: look at more than one. `low`: perhaps none is right. */
  readonly confidence: Confidence;
  /** Three or more near-equal answers, as one question. */
  readonly siblings?: Siblings;
  /**
   * The query in the words of the best answer, where it was not read as typed: keys decoded, words parted, spelling
   * mended. Where the answer is hardly one, only what was looked for: keys decoded and words parted, no guess at a word.
   */
  readonly readAs?: string;
  /** Where nothing was found: what has some of the words that were typed, if anything has. */
  readonly suggestions: readonly Procedure[];
}

export interface CatalogSearch {
  /** Answers at once. Never throws, whatever was typed. */
  search(query: string, request?: SearchRequest): SearchResult;
}

/** Share of the best score below which an answer is no answer any more. */
const WORTH_SHOWING = 0.45;
const MOST_SUGGESTIONS = 3;
/** Share of what was asked that a suggestion must have as it was typed: a guess at a word suggests nothing. */
const NEAR = 0.1;
/** Near-equal answers looked at for siblings, and how near they are. */
const LEAST_NEAR = 3;
const MOST_NEAR = 24;
const EVEN = 0.97;

/** A catalogue made ready for searching. */
export interface CatalogIndex extends SearchIndex {
  /** What helps those who do not write the official words; undefined where it did not come. */
  readonly everyday: EverydayWords | undefined;
}

/** Indexes a catalogue in slices, so that the page stays answerable. The same search in the end. */
export async function createCatalogSearchInSlices(
  catalog: Catalog,
  { pause, sliceMs, now, ...options }: SearchOptions & Slicing,
): Promise<CatalogSearch> {
  const everyday = await fetchEveryday();
  return makeSearch(await indexInSlices(catalog, everyday, { pause, sliceMs, now, ...options }), options);
}

/** Words of every day, and what helps those who write them. */
export type EverydayWords = typeof Everyday;

/** Undefined where they do not come. */
export const fetchEveryday = (): Promise<EverydayWords | undefined> =>
  import('./search/everyday.js').catch(() => undefined);

/**
 * The slow part of it, which levels and days do not change: for whoever searches one catalogue in several ways.
 * @param everyday undefined while they are not here: people are then found by the official words
 */
export async function indexInSlices(
  catalog: Catalog,
  everyday: EverydayWords | undefined,
  { pause, sliceMs, now, ...options }: Pick<SearchOptions, 'thesaurus' | 'index'> & Slicing,
): Promise<CatalogIndex> {
  const building = indexing(catalog, everyday, options);
  let sliceEnd = now() + sliceMs;
  let step = building.next();
  while (!step.done) {
    if (now() >= sliceEnd) {
      await pause();
      sliceEnd = now() + sliceMs;
    }
    step = building.next();
  }
  // Whoever waits for it goes on in a turn of their own.
  await pause();
  return step.value;
}

/** The work of indexing, in steps. */
export function* indexing(
  { procedures }: Catalog,
  everyday: EverydayWords | undefined,
  { thesaurus, index }: SearchOptions,
): Generator<undefined, CatalogIndex> {
  const words = yield* readThesaurus([everyday?.builtIn ?? {}, thesaurus ?? {}]);
  return { ...(yield* buildIndex(procedures, words, everyday, index)), everyday };
}

export function makeSearch(
  index: CatalogIndex,
  { levelOf, day }: Pick<SearchOptions, 'levelOf' | 'day'>,
): CatalogSearch {
  const { everyday, procedures } = index;
  const isOver = (document: number): boolean => {
    const procedure = procedures[document];
    return day !== undefined && procedure !== undefined && !isUsable(standingOn(procedure, day));
  };
  const over = new Set([...procedures.keys()].filter(isOver));
  const values = new Map<number, FacetValues>();
  const valuesOf = (document: number): FacetValues => {
    let own = values.get(document);
    const procedure = procedures[document];
    if (!own && procedure) {
      const today = day === undefined ? procedure : { ...procedure, tiers: tiersOn(procedure, day) };
      values.set(document, (own = facetValues(today, levelOf?.(procedure))));
    }
    return own ?? NO_VALUES;
  };

  /** Nobody looks for what cannot be used any more; whoever does has its code. */
  const usableFirst = (found: readonly Ranked[]): readonly Ranked[] =>
    over.size === 0 ? found : [...found.filter(isCurrent), ...found.filter((one) => !isCurrent(one))];
  const isCurrent = ({ document }: Ranked): boolean => !over.has(document);

  /** The answer from what was found; `tell` says what it depends on which of it passes the filters. */
  const answer = (
    found: readonly Ranked[],
    { limit = Infinity, ...filters }: SearchRequest,
    matchesOf: (document: number) => readonly SearchMatch[],
    tell: (left: readonly Ranked[]) => Omit<SearchResult, 'hits' | 'total' | 'facets'>,
  ): SearchResult => {
    const passes = filterBy(valuesOf, filters);
    const left = usableFirst(passes ? found.filter(({ document }) => passes(document)) : found);
    const hits = left.slice(0, Math.max(0, limit)).flatMap(({ document, score }) => {
      const procedure = procedures[document];
      return procedure ? [makeHit(procedure, score, () => matchesOf(document))] : [];
    });
    let facets: Facets | undefined;
    return {
      ...tell(left),
      hits,
      total: left.length,
      // Counted when first read: that takes longer than the search, and filters are mostly closed.
      get facets() {
        return (facets ??= countFacets(
          found.map(({ document }) => document),
          valuesOf,
          filters,
        ));
      },
    };
  };

  const searchCodes = (documents: readonly number[], request: SearchRequest): SearchResult => {
    const matchesOf = (document: number): SearchMatch[] => {
      const text = procedures[document]?.code ?? '';
      return [{ in: 'code', text, ranges: [[0, text.length]] }];
    };
    return answer(documents.map(asFound), request, matchesOf, ({ length }) => ({
      confidence: length === 0 ? 'none' : length === 1 ? 'high' : 'several',
      suggestions: [],
    }));
  };

  const searchWords = (query: ReadQuery, request: SearchRequest): SearchResult => {
    const ranked = rank(query, index);
    const best = ranked[0]?.score ?? 0;
    const isNone = confidenceOf(ranked, query) === 'none';
    const found = isNone ? [] : ranked.filter(({ score }) => score >= best * WORTH_SHOWING);
    const matchesOf = (document: number) => findMatches(document, query, index);
    return answer(found, request, matchesOf, (left) => {
      const confidence = confidenceOf(left, query);
      const current = left.filter(isCurrent);
      const least = (left[0]?.coverage ?? 0) * EVEN;
      const isEven = ({ coverage }: Ranked) => coverage >= least;
      // In the order of the list; of these, `findSiblings` keeps those whose names are alike.
      const near =
        current.filter(isEven).length < LEAST_NEAR
          ? []
          : current.slice(0, current.map(isEven).lastIndexOf(true) + 1);
      const nearest = near.slice(0, MOST_NEAR).map(({ document }) => document);
      const isLikely = confidence === 'high' || confidence === 'several';
      const siblings = isLikely ? everyday?.findSiblings(nearest, query, index) : undefined;
      const readAs = everyday?.spellingTried(query, isLikely ? left[0] : undefined, index);
      const suggested =
        left.length === 0 ? ranked.filter(isCurrent).filter(({ certain }) => certain >= NEAR) : [];
      return {
        confidence: siblings ? 'several' : confidence,
        ...(siblings && { siblings }),
        ...(readAs !== undefined && { readAs }),
        suggestions: suggested
          .slice(0, MOST_SUGGESTIONS)
          .flatMap(({ document }) => procedures[document] ?? []),
      };
    });
  };

  const listAll = (request: SearchRequest): SearchResult =>
    answer(
      procedures.map((_, document) => asFound(document)),
      request,
      () => [],
      ({ length }) => ({ confidence: length > 0 ? 'several' : 'none', suggestions: [] }),
    );

  return {
    search(words, request = {}) {
      if (words.trim() === '') return listAll(request);
      const byCode = findByCode(words, index);
      return byCode ? searchCodes(byCode, request) : searchWords(readQuery(words, index), request);
    },
  };
}

/** Found without a ranking: as good as any other. */
const asFound = (document: number): Ranked => ({
  document,
  score: 1,
  coverage: 1,
  certain: 1,
  focus: 1,
  nameCertain: 1,
  nameFocus: 1,
  isUnasked: false,
});

const NO_VALUES: FacetValues = { tier: [], field: [], level: [], audience: [] };

/** Marked words are worked out for the hits that are shown, not for all that were found. */
function makeHit(procedure: Procedure, score: number, find: () => readonly SearchMatch[]): SearchHit {
  let matches: readonly SearchMatch[] | undefined;
  return {
    procedure,
    score,
    get matches() {
      return (matches ??= find());
    },
  };
}
