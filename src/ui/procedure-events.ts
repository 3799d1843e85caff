/**
 * What led to a procedure: a row of results, a code typed in full, the question between siblings, the nearest one
 * where nothing fits, a related one.
 */
export type OpenedFrom = 'result' | 'code' | 'sibling' | 'suggestion' | 'related';

/** The person opens a procedure. Cancel it to show the procedure in your own way. */
export class ProcedureOpenEvent extends Event {
  static readonly type = 'dvc-procedure-open';

  constructor(
    /** Code as published. */
    readonly code: string,
    /** What led to it. */
    readonly from: OpenedFrom,
  ) {
    super(ProcedureOpenEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

/** The person goes on to apply. Cancel it to start the application in your own way. */
export class ProcedureApplyEvent extends Event {
  static readonly type = 'dvc-procedure-apply';

  constructor(
    /** Code as published. */
    readonly code: string,
  ) {
    super(ProcedureApplyEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'dvc-procedure-open': ProcedureOpenEvent;
    'dvc-procedure-apply': ProcedureApplyEvent;
  }
}
