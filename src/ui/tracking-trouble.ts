import type { ReceivingProblemCode } from '../gateway/contract.js';
import type { LineProblemCode } from '../gateway/request-json.js';
import type { Looked } from '../gateway/tracking-client.js';

/** Why nothing new is known. */
export type TrackingTrouble =
  | { readonly kind: 'not-found'; readonly again?: undefined }
  /** The system said no; `again`: when it is worth another try. */
  | { readonly kind: 'refused'; readonly code: ReceivingProblemCode; readonly again: Date | undefined }
  | {
      readonly kind: 'line';
      readonly code: Exclude<LineProblemCode, 'put-off'>;
      readonly again: Date | undefined;
    };

/** What an answer that is none means for who waits for one. */
export function troubleOf(
  no: Exclude<Looked, { kind: 'found' | 'unchanged' | 'not-found' }>,
  now: Date,
): TrackingTrouble {
  const { retryAfterMs } = no;
  const again = retryAfterMs === undefined ? undefined : new Date(now.getTime() + retryAfterMs);
  if (no.kind === 'refused') return { kind: 'refused', code: no.code, again };
  const { code } = no;
  // For who only asks it is all the same whether the system is busy or what stands before it.
  return code === 'put-off' ? { kind: 'refused', code: 'busy', again } : { kind: 'line', code, again };
}
