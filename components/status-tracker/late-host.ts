import type { ApplicantActKind } from '../../src/gateway/tracking-contract.js';
import type { Network } from '../../src/gateway/fetch-text.js';
import type { Clock } from '../../src/shared/clock.js';
import type { Tracking } from '../../src/ui/tracking.js';
import type { Panel, TrackerView, TrackerWords } from './view.js';

/** What the parts that come later need of the element. */
export interface TrackerHost {
  readonly i18n: TrackerWords;
  readonly tracking: Tracking;
  readonly requestUpdate: () => void;
  /** Says something to who cannot see it. */
  readonly announce: (words: string) => void;
  /** By the receiving system's clock, where it told it: dates are reckoned by it. */
  readonly now: () => Date;
  /** By the clock here: what is kept on this computer goes by it. */
  readonly clock: Clock;
  readonly network: () => Network;
  /** Address of the receiving system, whole. */
  readonly gateway: () => string;
  readonly view: () => TrackerView;
  /** Of what is shown. */
  readonly root: () => ParentNode;
  /** Opens a panel that nobody pressed for: whoever is elsewhere stays there. */
  readonly show: (panel: Panel) => void;
  /** Whether somebody is at what the selector finds, or nowhere. */
  readonly isAt: (selector: string) => boolean;
  /** Goes to a control, once it is shown. */
  readonly focus: (selector: string) => Promise<void>;
  /** Shows what is new: whoever was at something that goes by that comes to the control, all others stay where they are. */
  readonly stay: (selector: string) => Promise<void>;
  /** The receiving system has done it. */
  readonly onActed: (act: ApplicantActKind) => void;
  /** A code was read from a receipt. */
  readonly onScanned: (code: string) => void;
}
