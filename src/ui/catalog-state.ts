import type { Catalog } from '../catalog/catalog.js';
import type { Procedure } from '../catalog/procedure.js';
import type { LevelListHead } from '../levels/level-list.js';
import type { SchemeLevel } from '../levels/schemes.js';
import type { Problem } from '../shared/result.js';

/** A level as a place announced it for one procedure. */
export interface AnnouncedLevel extends SchemeLevel {
  /** Code as announced: the one that lists and filters use. */
  readonly code: string;
  readonly list: LevelListHead;
  readonly note?: string | undefined;
}

/** A catalogue with the levels of the place joined to it. */
export interface PlaceCatalog {
  readonly catalog: Catalog;
  /** The level announced for a procedure, today and here; undefined where nobody announced one. */
  levelOf(procedure: Procedure): AnnouncedLevel | undefined;
  /** When the copy was saved that stands in for a network that is not there. */
  readonly storedOn?: Date | undefined;
}

/** The four faces of every load, in the order in which elements render them. */
export type CatalogState =
  /** The page named no catalogue. */
  | { readonly status: 'empty' }
  | { readonly status: 'loading' }
  /** `retry` asks again. */
  | { readonly status: 'refused'; readonly problem: Problem; readonly retry: () => void }
  | { readonly status: 'ready'; readonly place: PlaceCatalog };
