import type { Application, Place } from '../../src/ui/application.js';
import type { Words } from './view.js';

/** What the parts that come later need of the element. */
export interface LateHost {
  readonly i18n: Words;
  readonly application: Application;
  readonly requestUpdate: () => void;
  /** Says something to who cannot see it. */
  readonly announce: (words: string) => void;
  readonly headingLevel: () => number;
  readonly now: () => Date;
  /** Names of the papers that are asked for. */
  readonly papers: () => readonly string[];
  readonly fillPerson: (place: Place, person: Readonly<Record<string, string>>) => void;
}
