import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Catalog } from '../catalog/catalog.js';
import type { ThesaurusData } from '../catalog/catalog-search.js';
import type { LevelList } from '../levels/level-list.js';
import type { CatalogState, PlaceCatalog } from './catalog-state.js';
import type { PortalSettings } from './configure.js';
import { pause } from './pause.js';
import { openPlaceCatalog, type PlaceSource } from './place-catalogs.js';
import type { Store } from '../shared/store.js';

export interface CatalogHost extends ReactiveControllerHost, HTMLElement {
  readonly settings: PortalSettings;
  readonly hasUpdated: boolean;
  /** Address of a catalogue file, or a catalogue. */
  catalog: string | Catalog | undefined;
  /** Addresses of level lists, separated by spaces, or the lists. */
  levels: string | readonly LevelList[] | undefined;
  /** Everyday words of the place, for elements that search. */
  readonly thesaurus?: string | ThesaurusData | undefined;
  /** A catalogue that another element has already; goes before all. */
  readonly place?: PlaceCatalog | undefined;
}

/**
 * The catalogue that an element shows, joined with the levels of the place. First hit wins: the element's own
 * property or attribute, JSON written inside it, the nearest portal, the page's settings. Elements that name the
 * same address share one load.
 */
export class CatalogController implements ReactiveController {
  #store: Store<CatalogState> | undefined;
  #source: PlaceSource | undefined;
  #stop: (() => void) | undefined;

  /** @param isWanted tells when an element can do without, so that nothing is fetched for it */
  constructor(
    private readonly host: CatalogHost,
    private readonly isWanted: () => boolean = () => true,
  ) {
    host.addController(this);
  }

  /** Of what the element names now: an element looks before its controllers are told of an update. */
  get state(): CatalogState {
    const { place } = this.host;
    if (this.host.isConnected) this.#follow();
    return place ? { status: 'ready', place } : (this.#store?.snapshot ?? { status: 'empty' });
  }

  /** Code that has just arrived was read in this turn; asking for the catalogue takes one of its own. */
  hostConnected(): void {
    if (this.host.hasUpdated) this.#follow();
    else
      void pause().then(() => {
        if (this.host.isConnected) this.#follow();
      });
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#store = undefined;
    this.#source = undefined;
  }

  #follow(): void {
    const { settings } = this.host;
    const catalog = this.isWanted()
      ? (this.host.catalog ?? inlineJson(this.host, 'catalog') ?? settings.catalog)
      : undefined;
    const source: PlaceSource | undefined = catalog
      ? {
          catalog,
          levels: this.host.levels ?? inlineJson(this.host, 'levels') ?? settings.levels,
          schemes: settings.schemes,
        }
      : undefined;
    if (source === this.#source || (source && this.#source && sameSource(source, this.#source))) return;
    this.#source = source;
    this.#stop?.();
    this.#store = source && openPlaceCatalog(source);
    this.#stop = this.#store?.subscribe(() => this.host.requestUpdate());
  }
}

function sameSource(one: PlaceSource, other: PlaceSource): boolean {
  return one.catalog === other.catalog && one.levels === other.levels && one.schemes === other.schemes;
}

/**
 * Data written inside the element: `<script type="application/json">`, with `data-dvc="levels"` for a list of
 * levels. The very text node is the key, so that the same text is not read twice.
 */
function inlineJson(host: Element, kind: 'catalog' | 'levels'): Text | undefined {
  for (const script of host.querySelectorAll<HTMLScriptElement>(':scope > script[type="application/json"]')) {
    const text = script.firstChild;
    if ((script.getAttribute('data-dvc') ?? 'catalog') === kind && text instanceof Text) return text;
  }
  return undefined;
}
