import type { Catalog } from '../catalog/catalog.js';
import type { Procedure } from '../catalog/procedure.js';
import type { LevelList } from '../levels/level-list.js';
import type { AnnouncedLevel } from '../levels/announced-levels.js';
import type { Problem } from '../shared/result.js';
import type { FileCopy } from './file-state.js';

export type { AnnouncedLevel };

/** A catalogue with the levels of the place joined to it. */
export interface PlaceCatalog {
  readonly catalog: Catalog;
  /** What it was read from: its address, or what stands in the page. */
  readonly source?: string | Catalog | Text;
  /** The level announced for a procedure, today and here; undefined where nobody announced one. */
  levelOf(procedure: Procedure): AnnouncedLevel | undefined;
  /** What was announced, as it was written; a badge shows words that no scheme knows as unclear. */
  levelCodeOf(procedure: Procedure): string | undefined;
  /** The lists that the levels are from, as they were read. */
  readonly levelLists: readonly LevelList[];
  /** Level lists that are not there, or not to their end: of a procedure without a level nothing can be told. */
  readonly unreadLists: readonly UnreadList[];
  /** Copies that are shown for want of an answer from the network. */
  readonly standIns: readonly StandIn[];
}

export interface UnreadList {
  /** Its address. */
  readonly name: string;
  /** Undefined while it is on its way. */
  readonly problem: Problem | undefined;
}

export interface StandIn extends FileCopy {
  readonly of: 'catalog' | 'levels';
}

/** The four faces of every load, in the order in which elements render them. */
export type CatalogState =
  /** The page named no catalogue. */
  | { readonly status: 'empty' }
  | { readonly status: 'loading' }
  /** `retry` asks again. */
  | { readonly status: 'refused'; readonly problem: Problem; readonly retry: () => void }
  | { readonly status: 'ready'; readonly place: PlaceCatalog };
