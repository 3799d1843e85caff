import type { ReactiveController } from 'lit';
import { createCatalogSearchInSlices, type CatalogSearch } from '../catalog/catalog-search.js';
import type { CatalogController, CatalogHost } from './catalog-controller.js';
import type { CatalogState, PlaceCatalog } from './catalog-state.js';
import type { Problem } from '../shared/result.js';
import { faultOf } from './report.js';
import { slicing } from './pause.js';

/** Elements that show the same catalogue share one index. */
const indexes = new WeakMap<PlaceCatalog, Promise<CatalogSearch>>();

export type SearchState =
  | Exclude<CatalogState, { status: 'ready' }>
  | { readonly status: 'ready'; readonly place: PlaceCatalog; readonly search: CatalogSearch };

/** The search over an element's catalogue; building its index never holds up the person. */
export class SearchController implements ReactiveController {
  #place: PlaceCatalog | undefined;
  #search: CatalogSearch | undefined;
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
    if (this.#place !== state.place) return { status: 'loading' };
    if (this.#problem) return { status: 'refused', problem: this.#problem, retry: this.#retry };
    return this.#search
      ? { status: 'ready', place: state.place, search: this.#search }
      : { status: 'loading' };
  }

  hostUpdate(): void {
    const { state } = this.catalog;
    if (state.status !== 'ready' || state.place === this.#place) return;
    this.#place = state.place;
    void this.#open(state.place);
  }

  readonly #retry = (): void => {
    if (this.#place) void this.#open(this.#place);
    this.host.requestUpdate();
  };

  async #open(place: PlaceCatalog): Promise<void> {
    this.#search = this.#problem = undefined;
    try {
      const search = await searchOver(place);
      if (this.#place === place) this.#search = search;
    } catch (error) {
      indexes.delete(place);
      if (this.#place === place) this.#problem = faultOf(error);
    }
    this.host.requestUpdate();
  }
}

function searchOver(place: PlaceCatalog): Promise<CatalogSearch> {
  const known = indexes.get(place);
  if (known) return known;
  const made = createCatalogSearchInSlices(place.catalog, {
    ...slicing,
    levelOf: (procedure) => place.levelOf(procedure)?.level.code,
  });
  indexes.set(place, made);
  return made;
}
