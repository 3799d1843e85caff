import type { ReactiveController } from 'lit';
import type { Catalog } from '../catalog/catalog.js';
import { indexInSlices, makeSearch, type CatalogSearch } from '../catalog/catalog-search.js';
import type { CatalogController, CatalogHost } from './catalog-controller.js';
import type { CatalogState, PlaceCatalog } from './catalog-state.js';
import type { Problem } from '../shared/result.js';
import { faultOf } from './report.js';
import { slicing } from './pause.js';

type CatalogIndex = Awaited<ReturnType<typeof indexInSlices>>;

/** Elements that show the same catalogue share one index. */
const indexes = new WeakMap<Catalog, Promise<CatalogIndex>>();

/** A catalogue that can be searched. */
export interface SearchablePlace {
  readonly place: PlaceCatalog;
  readonly search: CatalogSearch;
}

export type SearchState =
  Exclude<CatalogState, { status: 'ready' }> | ({ readonly status: 'ready' } & SearchablePlace);

/** The search over an element's catalogue; building its index never holds up the person. */
export class SearchController implements ReactiveController {
  #place: PlaceCatalog | undefined;
  #open: SearchablePlace | undefined;
  #problem: Problem | undefined;

  constructor(
    private readonly host: CatalogHost,
    private readonly catalog: CatalogController,
  ) {
    host.addController(this);
  }

  get state(): SearchState {
    const { state } = this.catalog;
    if (state.status !== 'ready') return state;
    if (this.#problem) return { status: 'refused', problem: this.#problem, retry: this.#retry };
    // Where newer data have come, the older stay in use until the newer can be searched.
    return this.#open ? { status: 'ready', ...this.#open } : { status: 'loading' };
  }

  hostUpdate(): void {
    const { state } = this.catalog;
    if (state.status !== 'ready') this.#place = this.#open = undefined;
    else if (state.place !== this.#place) void this.#follow(state.place);
  }

  readonly #retry = (): void => {
    if (this.#place) void this.#follow(this.#place);
    this.host.requestUpdate();
  };

  async #follow(place: PlaceCatalog): Promise<void> {
    this.#place = place;
    this.#problem = undefined;
    try {
      const search = await searchOver(place);
      if (this.#place === place) this.#open = { place, search };
    } catch (error) {
      indexes.delete(place.catalog);
      if (this.#place === place) this.#problem = faultOf(error);
    }
    this.host.requestUpdate();
  }
}

async function searchOver({ catalog, levelOf }: PlaceCatalog): Promise<CatalogSearch> {
  const index = indexes.get(catalog) ?? indexInSlices(catalog, slicing);
  indexes.set(catalog, index);
  return makeSearch(catalog, await index, { levelOf: (procedure) => levelOf(procedure)?.level.code });
}
