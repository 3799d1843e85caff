import type { Receipt } from '../forms/submission.js';
import type { Offer } from '../forms/situation.js';
import type { Destination } from '../forms/step-flow.js';
import type { Network } from '../gateway/fetch-text.js';
import type { Clock } from '../shared/clock.js';
import type { Device } from './draft-store.js';

/** What an application is of; another one is another application. */
export interface ApplicationSource {
  /** Code of the procedure. */
  readonly code: string;
  /** A definition, its address, or nothing. */
  readonly form: unknown;
  readonly device: Device;
  readonly destination: Destination;
  /** Somebody fills it in for the citizen. */
  readonly assisted: boolean;
}

export const isSameSource = (one: ApplicationSource, other: ApplicationSource | undefined): boolean =>
  one.code === other?.code &&
  one.form === other.form &&
  one.device === other.device &&
  one.destination === other.destination &&
  one.assisted === other.assisted;

/** A receiving system, and what carries requests to it. */
export interface Line {
  readonly url: string;
  readonly network: Network;
}

export interface ApplicationSurroundings {
  readonly clock: Clock;
  /** How long a draft can be opened on a shared computer after it was last kept: while somebody may still be asked. */
  readonly sharedMinutes: () => number;
  readonly network: () => Network;
  readonly offer: () => Offer;
  readonly line: () => Promise<Line>;
  readonly onChange: () => void;
  /** The office has it, and its receipt was compared with what was sent. */
  readonly onReceived: (receipt: Receipt) => void;
}
