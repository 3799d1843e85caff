import type { IsoDate } from '../shared/clock.js';
import { onlineFiling, type LevelEvidence, type OnlineFiling } from './online-filing.js';
import type { Procedure } from './procedure.js';
import { isUsable, standingOn } from './standing.js';

/** Where a person goes from a procedure, and what is known of filing it online. */
export type NextStep =
  | { readonly kind: 'apply'; readonly address: string; readonly online: OnlineFiling }
  /** A page about the procedure, not one that takes applications. */
  | { readonly kind: 'source'; readonly address: string; readonly online: OnlineFiling }
  | { readonly kind: 'desk'; readonly online: OnlineFiling }
  /** Nobody may file it today. `address`: a page that tells of it. */
  | { readonly kind: 'over'; readonly address: string | undefined };

/**
 * The honest next step: an address to apply at is offered only while the procedure is in force and nothing that is
 * known rules it out, and the page of the source is never passed off as a place to apply.
 */
export function nextStep(
  procedure: Pick<Procedure, 'filing' | 'applyUrl' | 'validFrom' | 'validTo' | 'replacedBy'>,
  situation: {
    readonly today: IsoDate;
    readonly level: LevelEvidence | undefined;
    readonly applyAddress: string | undefined;
    readonly sourceAddress: string | undefined;
  },
): NextStep {
  const { today, level, applyAddress, sourceAddress } = situation;
  if (!isUsable(standingOn(procedure, today))) return { kind: 'over', address: sourceAddress };
  const online = onlineFiling(procedure, level);
  if (applyAddress && online.answer !== 'no') return { kind: 'apply', address: applyAddress, online };
  return sourceAddress ? { kind: 'source', address: sourceAddress, online } : { kind: 'desk', online };
}
