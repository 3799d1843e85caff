import type { Catalog } from '../catalog/catalog.js';
import { timeLimitFor } from '../catalog/office-limit.js';
import type { TimeLimit } from '../catalog/procedure.js';
import type { WorkCalendar } from '../dossiers/deadline.js';
import { estimateDue } from '../dossiers/estimate-due.js';
import { withWaiting, type StageMap } from '../dossiers/stages.js';
import type { TrackedDetails } from '../gateway/tracking-contract.js';
import type { IsoDate } from '../shared/clock.js';
import { openPlaceCatalog } from './place-catalogs.js';

/** What a catalogue tells of a procedure to whoever has filed it. */
export interface FiledProcedure {
  readonly name: string;
  /** Of the way in which it was filed. */
  readonly timeLimit: TimeLimit | undefined;
  /** The record says in words that none is fixed; one that says nothing of it is only silent. */
  readonly isUntimed: boolean;
}

const UNTIMED = /không quy định/iu;

/** Looks up what somebody filed; undefined where the catalogue has none of this code, or did not come. */
export function findProcedure(
  catalog: string | Catalog,
  { procedure: code, history }: Pick<TrackedDetails, 'procedure' | 'history'>,
): Promise<FiledProcedure | undefined> {
  const store = openPlaceCatalog({ catalog, levels: undefined, schemes: undefined });
  return new Promise((resolve) => {
    const stop: { now?: () => void } = {};
    const look = () => {
      const state = store.snapshot;
      if (state.status === 'loading') return;
      stop.now?.();
      const found = state.status === 'ready' ? state.place.catalog.byCode(code) : undefined;
      const way = history[0]?.act === 'register' ? 'counter' : 'online';
      const timeLimit = found && timeLimitFor(found, way);
      resolve(
        found && {
          name: found.name,
          timeLimit,
          isUntimed: timeLimit?.value === undefined && UNTIMED.test(timeLimit?.published ?? ''),
        },
      );
    };
    stop.now = store.subscribe(look);
    look();
  });
}

/** When a result may be expected where the office gave no date: by the time of the procedure, and by what states mean here. */
export const estimateFor = (
  { receivedAt, sentAt, history }: TrackedDetails,
  timeLimit: TimeLimit,
  { calendar, stages }: { readonly calendar: WorkCalendar; readonly stages: StageMap },
): IsoDate | undefined =>
  estimateDue(new Date(receivedAt ?? sentAt), timeLimit, withWaiting(history, stages), calendar);
