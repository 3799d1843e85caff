import type { StepKind } from '../forms/step-flow.js';

/** The person is on another step. Holds nothing of what was typed. */
export class StepChangeEvent extends Event {
  static readonly type = 'dvc-step-change';

  constructor(
    /** `prepare`, `review`, or `fill:` and the name of a step of the form. */
    readonly step: string,
    /** What kind of step it is. */
    readonly kind: StepKind,
  ) {
    super(StepChangeEvent.type, { bubbles: true, composed: true });
  }
}

/** The receiving system has answered, and holds what was sent. */
export class FormSubmittedEvent extends Event {
  static readonly type = 'dvc-form-submitted';

  constructor(
    /** Code of the dossier, by which it is followed. */
    readonly dossier: string,
  ) {
    super(FormSubmittedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'dvc-step-change': StepChangeEvent;
    'dvc-form-submitted': FormSubmittedEvent;
  }
}
