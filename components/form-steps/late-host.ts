import type { Paper, Procedure } from '../../src/catalog/procedure.js';
import type { Application } from '../../src/ui/application.js';
import type { Place } from '../../src/ui/place.js';
import type { PaperList } from './paper-list.js';
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
  /** Moves focus to what is found there once it is shown. */
  readonly focus: (selector: string) => void;
  /** The person is there. */
  readonly stay: () => void;
  /** The papers that are asked for. */
  readonly papers: () => readonly Paper[];
  /** No source tells which papers are asked for. */
  readonly arePapersUnknown: () => boolean;
  /** The papers by case, once the code that shows them is there. */
  readonly paperList: (show: (list: PaperList) => unknown) => unknown;
  /** Name of a procedure; its code where it is not known. */
  readonly nameOf: (code: string) => string;
  /** What the catalogue knows of the procedure. */
  readonly procedure: () => Procedure | undefined;
  /** Address of a procedure on the national portal, with `{code}` for its code. */
  readonly portalTemplate: () => string | undefined;
  /** Longest file that the national portal takes, in megabytes, as the page says. */
  readonly portalFileMb: () => number | undefined;
  /** Page that follows a dossier. */
  readonly trackLink: (dossier: string) => string | undefined;
  /** Asks whether everything is to be deleted. */
  readonly askToDelete: () => void;
  /** Leads to a screen, and to a control there, and back to the review. */
  readonly change: (screen: string, path?: string) => void;
  readonly fillPerson: (place: Place, person: Readonly<Record<string, string>>) => void;
}
