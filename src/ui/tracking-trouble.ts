import type { ReceivingProblemCode } from '../gateway/contract.js';
import type { LineProblemCode } from '../gateway/request-json.js';
import type { Looked } from '../gateway/tracking-client.js';

/** Why nothing new is known. */
export type TrackingTrouble =
  | { readonly kind: 'not-found' }
  /** The system said no; `again`: when it is worth another try. */
  | { readonly kind: 'refused'; readonly code: ReceivingProblemCode; readonly again: Date | undefined }
  | { readonly kind: 'line'; readonly code: LineProblemCode };

/** What an answer that is none means for who waits for one. */
export function troubleOf(
  no: Exclude<Looked, { kind: 'found' | 'unchanged' | 'not-found' }>,
  now: Date,
): TrackingTrouble {
  if (no.kind === 'unknown') return { kind: 'line', code: no.code };
  const { code, retryAfterMs } = no;
  const again = retryAfterMs === undefined ? undefined : new Date(now.getTime() + retryAfterMs);
  return { kind: 'refused', code, again };
}
