import type { ReactiveController } from 'lit';
import type { Catalog } from '../catalog/catalog.js';
import {
  fetchEveryday,
  indexInSlices,
  makeSearch,
  type CatalogIndex,
  type CatalogSearch,
  type EverydayWords,
} from '../catalog/catalog-search.js';
import type { Procedure } from '../catalog/procedure.js';
import type { IsoDate } from '../shared/clock.js';
import type { Problem } from '../shared/result.js';
import type { CatalogController, CatalogHost } from './catalog-controller.js';
import type { CatalogState, PlaceCatalog } from './catalog-state.js';
import type { PortalSettings } from './configure.js';
import { patience } from './data-files.js';
import { faultOf } from './report.js';
import { pause, slicing } from './pause.js';

/** An index, and the everyday words that are in it. */
interface SharedIndex {
  readonly everyday: EverydayWords | undefined;
  readonly index: Promise<CatalogIndex>;
}

/** Elements that show the same catalogue share one index. */
const indexes = new WeakMap<Catalog, Map<WordSource, SharedIndex>>();

/** Everyday words, once they are here. */
let everyday: EverydayWords | undefined;
const everydayComes = async (): Promise<void> => void (everyday ??= await fetchEveryday());

/** Everyday words of a place. */
type WordSource = CatalogHost['thesaurus'];

/** How an element searches a catalogue that is indexed. */
export interface SearchWay {
  readonly day: IsoDate;
  /** Scheme in which levels are shown. */
  readonly scheme: string | undefined;
  /** How levels are read in it. */
  readonly mappings: PortalSettings['mappings'];
  /** The choice of the level filter under which a procedure falls. */
  readonly levelOf: (place: PlaceCatalog, procedure: Procedure) => string;
}

interface IndexedPlace {
  readonly place: PlaceCatalog;
  readonly index: CatalogIndex;
}

export type SearchState =
  | Exclude<CatalogState, { status: 'ready' }>
  | { readonly status: 'ready'; readonly place: PlaceCatalog; readonly search: CatalogSearch };

/** The search over an element's catalogue; building its index never holds up the person. */
export class SearchController implements ReactiveController {
  #place: PlaceCatalog | undefined;
  #words: WordSource;
  #everyday: EverydayWords | undefined;
  #indexed: IndexedPlace | undefined;
  #problem: Problem | undefined;
  #made:
    | (IndexedPlace & Pick<SearchWay, 'day' | 'scheme' | 'mappings'> & { readonly search: CatalogSearch })
    | undefined;

  constructor(
    private readonly host: CatalogHost,
    private readonly catalog: CatalogController,
    private readonly way: () => SearchWay,
  ) {
    host.addController(this);
  }

  get state(): SearchState {
    const { state } = this.catalog;
    if (state.status !== 'ready') return state;
    if (this.#problem) return { status: 'refused', problem: this.#problem, retry: this.#retry };
    // Where newer data have come, the older stay in use until the newer can be searched.
    if (!this.#indexed) return { status: 'loading' };
    const { place } = this.#indexed;
    return { status: 'ready', place, search: this.#searchOver(this.#indexed) };
  }

  /** Comes with the catalogue, not after it. */
  hostConnected(): void {
    void everydayComes().then(() => this.host.requestUpdate());
  }

  hostUpdate(): void {
    const { state } = this.catalog;
    if (state.status !== 'ready') this.#place = this.#indexed = undefined;
    else if (
      state.place !== this.#place ||
      this.#wordSource !== this.#words ||
      (this.#indexed && everyday !== this.#everyday)
    )
      void this.#follow(state.place);
  }

  readonly #retry = (): void => {
    if (this.#place) void this.#follow(this.#place);
    this.host.requestUpdate();
  };

  get #wordSource(): WordSource {
    return this.host.thesaurus ?? this.host.settings.thesaurus;
  }

  async #follow(place: PlaceCatalog): Promise<void> {
    this.#place = place;
    const words = (this.#words = this.#wordSource);
    const isWanted = () => this.#place === place && this.#words === words;
    this.#problem = undefined;
    try {
      // They mostly come before the catalogue. Later, it is indexed again; until then official words find.
      if (!this.#indexed) await Promise.race([everydayComes(), patience()]);
      this.#everyday = everyday;
      const index = await indexOf(place, words);
      if (isWanted()) {
        this.#indexed = { place, index };
        // Made in a turn of its own, before the first answer is drawn.
        this.#searchOver(this.#indexed);
        await pause();
      }
    } catch (error) {
      indexes.get(place.catalog)?.delete(words);
      if (isWanted()) this.#problem = faultOf(error);
    }
    this.host.requestUpdate();
  }

  /** Made anew only where something changed: levels, day, scheme, mappings. */
  #searchOver({ place, index }: IndexedPlace): CatalogSearch {
    const { day, scheme, mappings, levelOf } = this.way();
    const made = this.#made;
    if (
      made?.index === index &&
      made.place === place &&
      made.day === day &&
      made.scheme === scheme &&
      made.mappings === mappings
    )
      return made.search;
    const search = makeSearch(index, {
      day,
      levelOf: (procedure) => levelOf(place, procedure),
    });
    this.#made = { place, index, day, scheme, mappings, search };
    return search;
  }
}

function indexOf(place: PlaceCatalog, words: WordSource): Promise<CatalogIndex> {
  const { catalog } = place;
  const own = indexes.get(catalog) ?? new Map<WordSource, SharedIndex>();
  indexes.set(catalog, own);
  const known = own.get(words);
  if (known && known.everyday === everyday) return known.index;
  const index = makeIndex(place, words, everyday);
  own.set(words, { everyday, index });
  return index;
}

async function makeIndex(
  place: PlaceCatalog,
  words: WordSource,
  help: EverydayWords | undefined,
): Promise<CatalogIndex> {
  const { catalog } = place;
  // Without the words of the place people are still found by all others, and without its index only later.
  const files =
    words || catalog.searchIndex
      ? import('./search-files.js').then(({ loadSearchFiles }) => loadSearchFiles(place, words))
      : undefined;
  return indexInSlices(catalog, help, { ...slicing, ...(await files?.catch(() => undefined)) });
}
