import type { Application } from '../../src/ui/application.js';
import type { KeepState } from '../../src/ui/draft-keeper.js';
import { stageWords } from './state-strip.js';
import type { Words } from './view.js';

/** What changes by itself, told once to who cannot see it: where what was typed is, and how its sending stands. */
export class ToldStates {
  #keepState: KeepState = 'empty';
  #outcome: string | undefined;

  constructor(
    private readonly i18n: Words,
    readonly announce: (words: string) => void,
  ) {}

  /** Somebody asks for it: the same is news once more. */
  again(): void {
    this.#outcome = undefined;
  }

  /** @returns whether it became known just now that it cannot be taken as it is */
  look(application: Application): boolean {
    const { keeper, sendState } = application;
    if (keeper.state !== this.#keepState && (keeper.state === 'memory' || keeper.state === 'elsewhere'))
      this.announce(this.i18n.t(`state.${keeper.state}`));
    this.#keepState = keeper.state;
    const outcome = stageWords(this.i18n, application);
    if (!sendState) this.again();
    // Between one try by itself and the next nothing is new.
    if (outcome === undefined || outcome === this.#outcome) return false;
    this.#outcome = outcome;
    this.announce(outcome);
    return sendState?.stage === 'refused';
  }
}
