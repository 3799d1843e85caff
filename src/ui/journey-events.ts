/** The person had everything deleted that is kept in this browser. Holds nothing of what that was. */
export class DataDeletedEvent extends Event {
  static readonly type = 'dvc-data-deleted';

  constructor(
    /** Whether nothing was found any more afterwards. */
    readonly isComplete: boolean,
  ) {
    super(DataDeletedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'dvc-data-deleted': DataDeletedEvent;
  }
}
