import type { Stage } from '../dossiers/stages.js';
import type { ApplicantActKind } from '../gateway/tracking-contract.js';

/** Somebody asked for a dossier and it was found. Holds neither its code nor anything of whom it is about. */
export class DossierFoundEvent extends Event {
  static readonly type = 'dvc-dossier-found';

  constructor(
    /** Where it is; `unknown` for a state that no table knows. */
    readonly stage: Stage | 'unknown',
    /** 0: how far it is; 1: everything. */
    readonly level: 0 | 1,
  ) {
    super(DossierFoundEvent.type, { bubbles: true, composed: true });
  }
}

/** The receiving system has done what the person asked for. */
export class DossierActedEvent extends Event {
  static readonly type = 'dvc-dossier-acted';

  constructor(
    /** What was done. */
    readonly act: ApplicantActKind,
  ) {
    super(DossierActedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'dvc-dossier-found': DossierFoundEvent;
    'dvc-dossier-acted': DossierActedEvent;
  }
}
