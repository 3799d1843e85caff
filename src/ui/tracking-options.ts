import type { Network } from '../gateway/fetch-text.js';
import type { TrackedDetails, TrackedOutline } from '../gateway/tracking-contract.js';
import type { Clock } from '../shared/clock.js';
import type { Device } from './draft-store.js';

/** What is told of a dossier that was found. */
export type Told = TrackedOutline | TrackedDetails;

export interface TrackingOptions {
  readonly clock: Clock;
  readonly network: () => Network;
  /** Address of the receiving system. */
  readonly gateway: () => string | undefined;
  readonly device: () => Device;
  /** Whether nothing more is to come of what stands so. */
  readonly isOver: (standing: Told['standing']) => boolean;
  readonly onChange: () => void;
}
