import type { TrackerHost } from './late-host.js';
import { renderLateness } from './lateness.js';
import { ResultPart } from './result.js';
import type { Situation } from './view.js';

/** What is opened to be read or kept, and sends nothing: the result, and the question about a delay. */
export class ReadPanels {
  readonly #result: ResultPart;

  constructor(private readonly host: TrackerHost) {
    this.#result = new ResultPart(host);
  }

  /** Nothing of it is under way that would have to end. */
  readonly close = (): Promise<void> => Promise.resolve();

  renderResult(situation: Situation): unknown {
    return this.#result.render(situation);
  }

  renderLateness(situation: Situation): unknown {
    return renderLateness(this.host, situation);
  }
}
