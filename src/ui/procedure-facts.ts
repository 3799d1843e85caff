import type { Catalog } from '../catalog/catalog.js';
import { timeLimitFor } from '../catalog/office-limit.js';
import type { TimeLimit } from '../catalog/procedure.js';
import { unknownYear, type WorkCalendar } from '../dossiers/deadline.js';
import { estimateDue } from '../dossiers/estimate-due.js';
import { withWaiting, type StageMap } from '../dossiers/stages.js';
import type { TrackedDetails } from '../gateway/tracking-contract.js';
import { dayInVietnam, type IsoDate } from '../shared/clock.js';
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

/** Longer than any office takes. */
const MOST_YEARS = 100;

/**
 * When a result may be expected where the office gave no date: by the time of the procedure, and by what states mean here.
 * @returns a year where nothing but its days off is missing to tell a day
 */
export function estimateFor(
  { receivedAt, sentAt, history }: TrackedDetails,
  timeLimit: TimeLimit,
  { calendar, stages }: { readonly calendar: WorkCalendar; readonly stages: StageMap },
): IsoDate | number | undefined {
  const since = new Date(receivedAt ?? sentAt);
  const by = (known: WorkCalendar) => estimateDue(since, timeLimit, withWaiting(history, stages), known);
  const estimate = by(calendar);
  if (estimate) return estimate;
  const unknown = unknownYear(calendar, dayInVietnam(since));
  const years = [...Array(MOST_YEARS).keys()].map((later) => since.getUTCFullYear() + later);
  return by({ ...calendar, years }) ? unknown : undefined;
}
