import type { Catalog } from '../../src/catalog/catalog.js';
import type { TrackedDetails } from '../../src/gateway/tracking-contract.js';
import type { estimateFor, FiledProcedure } from '../../src/ui/procedure-facts.js';
import type { ProcedureFacts, TrackerView } from './view.js';

/** What the catalogue tells of the procedure of a code, and how it is reckoned with. */
interface Filed extends FiledProcedure {
  readonly code: string;
  readonly estimateFor: typeof estimateFor;
}

/** The procedure of the dossier that is shown: the receiving system tells only its code, and a catalogue the rest. */
export class OwnProcedure {
  #wanted: string | undefined;
  #found: Filed | undefined;

  constructor(private readonly onChange: () => void) {}

  /** Once for each code. */
  async read(told: TrackedDetails, catalog: string | Catalog | undefined): Promise<void> {
    const { procedure: code } = told;
    if (!catalog || this.#wanted === code) return;
    this.#wanted = code;
    const facts = await import('../../src/ui/procedure-facts.js').catch(() => undefined);
    const found = await facts?.findProcedure(catalog, told);
    if (!facts || !found || this.#wanted !== code) return;
    this.#found = { code, ...found, estimateFor: facts.estimateFor };
    this.onChange();
  }

  facts(
    told: TrackedDetails,
    reckoned: Pick<TrackerView, 'stages' | 'calendar'>,
  ): ProcedureFacts | undefined {
    const found = this.#found;
    if (found?.code !== told.procedure) return undefined;
    const { timeLimit } = found;
    return { ...found, estimate: timeLimit && found.estimateFor(told, timeLimit, reckoned) };
  }

  forget(): void {
    this.#wanted = this.#found = undefined;
  }
}
