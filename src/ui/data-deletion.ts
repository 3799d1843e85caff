import type { ReactiveController, ReactiveControllerHost } from 'lit';

export const DATA_DELETION = 'i-dvc-data-deletion';

/** What an element is told with; `over` resolves once everything is gone, or was tried. */
export interface DataDeletion {
  readonly over: Promise<void>;
  /** Nothing is deleted before this has settled. */
  waitFor(work: Promise<unknown>): void;
}

/** Tells an element, while it is in the page, that all that is kept is being deleted. */
export class DataDeletionController implements ReactiveController {
  readonly #hear: (event: Event) => void;

  constructor(host: ReactiveControllerHost, onDeletion: (deletion: DataDeletion) => void) {
    // By its members, not its class: another copy of the library may have sent it.
    this.#hear = (event) => onDeletion(event as Event & DataDeletion);
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener(DATA_DELETION, this.#hear);
  }

  hostDisconnected(): void {
    document.removeEventListener(DATA_DELETION, this.#hear);
  }
}
