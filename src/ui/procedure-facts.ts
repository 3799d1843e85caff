import type { Catalog } from '../catalog/catalog.js';
import type { TimeLimit } from '../catalog/procedure.js';
import { openPlaceCatalog } from './place-catalogs.js';

/** What a catalogue tells of a procedure to whoever has filed it. */
export interface FiledProcedure {
  readonly name: string;
  readonly timeLimit: TimeLimit | undefined;
}

/** Looks a procedure up; undefined where the catalogue has none of this code, or did not come. */
export function findProcedure(catalog: string | Catalog, code: string): Promise<FiledProcedure | undefined> {
  const store = openPlaceCatalog({ catalog, levels: undefined, schemes: undefined });
  return new Promise((resolve) => {
    const stop: { now?: () => void } = {};
    const look = () => {
      const state = store.snapshot;
      if (state.status === 'loading') return;
      stop.now?.();
      const found = state.status === 'ready' ? state.place.catalog.byCode(code) : undefined;
      resolve(found && { name: found.name, timeLimit: found.timeLimit });
    };
    stop.now = store.subscribe(look);
    look();
  });
}
