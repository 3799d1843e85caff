import type { Catalog } from '../catalog/catalog.js';
import type { Procedure } from '../catalog/procedure.js';
import type { LevelList } from '../levels/level-list.js';
import type { AnnouncedLevel } from '../levels/announced-levels.js';
import type { Problem } from '../shared/result.js';

export type { AnnouncedLevel };

/** A catalogue with the levels of the place joined to it. */
export interface PlaceCatalog {
  readonly catalog: Catalog;
  /** The level announced for a procedure, today and here; undefined where nobody announced one. */
  levelOf(procedure: Procedure): AnnouncedLevel | undefined;
  /** What was announced, as it was written; a badge shows words that no scheme knows as unclear. */
  levelCodeOf(procedure: Procedure): string | undefined;
  /** The lists that the levels are from, as they were read. */
  readonly levelLists: readonly LevelList[];
  /** When the copy was saved that stands in for a network that is not there. */
  readonly storedOn?: Date | undefined;
  /** Why the levels of the place are not there, where they could not be loaded. */
  readonly levelsProblem?: Problem | undefined;
}

/** The four faces of every load, in the order in which elements render them. */
export type CatalogState =
  /** The page named no catalogue. */
  | { readonly status: 'empty' }
  | { readonly status: 'loading' }
  /** `retry` asks again. */
  | { readonly status: 'refused'; readonly problem: Problem; readonly retry: () => void }
  | { readonly status: 'ready'; readonly place: PlaceCatalog };
