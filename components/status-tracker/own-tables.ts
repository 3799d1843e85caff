import { builtInDays } from '../../src/dossiers/built-in-days.js';
import type { WorkCalendar } from '../../src/dossiers/deadline.js';
import { builtInStages, type StageMap } from '../../src/dossiers/stages.js';
import type { Network } from '../../src/gateway/fetch-text.js';

/** What a page gave: an address, the table itself, or nothing. */
export interface GivenTables {
  readonly stages: string | StageMap | undefined;
  readonly calendar: string | WorkCalendar | undefined;
}

/** The tables of states and of days off: a place’s own, as soon as they have come, and the built-in ones until then. */
export class OwnTables {
  stages: StageMap = builtInStages;
  calendar: WorkCalendar = builtInDays;
  #given: GivenTables | undefined;

  constructor(private readonly onChange: () => void) {}

  async read(given: GivenTables, network: Network): Promise<void> {
    this.#given = given;
    const { stages, calendar } = given;
    this.stages = typeof stages === 'object' ? stages : builtInStages;
    this.calendar = typeof calendar === 'object' ? calendar : builtInDays;
    if (typeof stages !== 'string' && typeof calendar !== 'string') return;
    const { loadCalendar, loadStages } = await import('../../src/ui/dossier-tables.js');
    const [ownStages, ownCalendar] = await Promise.all([
      typeof stages === 'string' ? loadStages(stages, network) : undefined,
      typeof calendar === 'string' ? loadCalendar(calendar, network) : undefined,
    ]);
    if (this.#given !== given) return;
    this.stages = ownStages ?? this.stages;
    this.calendar = ownCalendar ?? this.calendar;
    this.onChange();
  }
}
