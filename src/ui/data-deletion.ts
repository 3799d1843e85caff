import type { ReactiveController, ReactiveControllerHost } from 'lit';

const DATA_DELETION = 'i-dvc-data-deletion';

/**
 * A person deletes all that is kept on this computer. Whoever holds something of it lets go first, so that nothing is
 * written down again behind their back.
 */
export class DataDeletionEvent extends Event {
  readonly #waits: Promise<unknown>[] = [];

  /** @param over resolves once everything is gone, or was tried */
  constructor(readonly over: Promise<void>) {
    super(DATA_DELETION);
  }

  waitFor(work: Promise<unknown>): void {
    this.#waits.push(work);
  }

  /** Resolves once all have let go, or could not. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#waits);
  }
}

/** Tells an element, while it is in the page, that all that is kept is being deleted. */
export class DataDeletionController implements ReactiveController {
  readonly #hear: (event: Event) => void;

  constructor(
    host: ReactiveControllerHost,
    onDeletion: (event: Pick<DataDeletionEvent, 'over' | 'waitFor'>) => void,
  ) {
    // By its members, not its class: another copy of the library may have sent it.
    this.#hear = (event) => onDeletion(event as Event & Pick<DataDeletionEvent, 'over' | 'waitFor'>);
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener(DATA_DELETION, this.#hear);
  }

  hostDisconnected(): void {
    document.removeEventListener(DATA_DELETION, this.#hear);
  }
}
