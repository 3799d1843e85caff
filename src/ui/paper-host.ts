import type { Answer } from '../forms/answers.js';
import type { FileFault, PageDoubt } from '../forms/chosen-file.js';
import type { SentFile } from '../forms/submission.js';
import type { formLate } from '../i18n/namespaces/form-late.js';
import { pathOf } from './field-words.js';
import type { LocalizeController } from './localize-controller.js';
import type { PaperBytes } from './paper-bytes.js';
import type { Place } from './place.js';
import type { ToldLimits } from './told-limits.js';

/** Whoever keeps the papers that are chosen: an application, or an answer to what an office asks for. */
export interface PaperHost {
  readonly i18n: Pick<LocalizeController<readonly [typeof formLate]>, 't' | 'number'>;
  readonly application: {
    readonly files: readonly SentFile[];
    readonly source: { readonly code: string; readonly destination: string } | undefined;
    /** Settles once nothing is being prepared any more. */
    preparing: Promise<void>;
    readonly keeper: { flush(): Promise<void> };
    setFiles(files: readonly SentFile[]): void;
    readonly bytes: Pick<PaperBytes, 'keep' | 'drop' | 'of'>;
    answer(place: Place, value: Answer): void;
  };
  /** How long and how many papers may be, and who says so. */
  readonly limits: () => ToldLimits;
  /** What nobody answered about them is to be asked again. */
  readonly askLimits?: () => void;
  readonly requestUpdate: () => void;
  /** Says something to who cannot see it. */
  readonly announce: (words: string) => void;
  /** Names of the papers that are asked for. */
  readonly papers: () => readonly { readonly name: string }[];
  /** No source tells which papers are asked for. */
  readonly arePapersUnknown?: () => boolean;
  /** Whether other papers are not wanted. */
  readonly isOnlyThese?: () => boolean;
  /** Questions of the form that ask for papers themselves; none where there is no form. */
  readonly questions?: () => readonly PaperQuestion[];
  /** Whether a paper was filled in here, as the form that is sent. */
  readonly isFilledHere?: (paper: string) => boolean;
  /** Name of a procedure; its code where it is not known. */
  readonly nameOf?: (code: string) => string;
}

/** The papers of the list by the case in which they are asked for. */
export interface PaperCases {
  /** How the cases are meant, where there are several. */
  readonly intro: string | undefined;
  readonly cases: readonly {
    readonly title: string;
    /** Language of the title, where it is not that of the interface: a number takes the place of a name. */
    readonly lang: string | undefined;
    readonly names: readonly string[];
    /** Whether its papers are in view before anybody opens it. */
    readonly isOpen: boolean;
  }[];
}

/** A question that asks for papers. */
export interface PaperQuestion {
  readonly place: Place;
  readonly label: string;
  /** Where in the form it stands, in words. */
  readonly where: string;
  /** Ids of the files that its answer names. */
  readonly files: readonly string[];
}

/** Where a paper belongs: to the list that the procedure asks for, or to a question of the form. */
export interface Wanted {
  readonly paper: string;
  readonly place?: Place;
}

/** One text for one place: two questions may have the same words, and a question those of a paper on the list. */
export const keyOf = ({ paper, place }: Wanted): string => (place ? `.${pathOf(place)}` : paper);

/** To where another file is chosen: what was pressed to take one away is gone with it. */
export const focusPicker = ({ currentTarget }: Event): void =>
  (currentTarget as Element).closest('.wanted')?.querySelector<HTMLElement>('input[type=file]')?.focus();

/** What is told of one paper, beside it. */
export interface Told {
  /** Id of the file it is told of; undefined where nothing was taken yet. */
  readonly file: string | undefined;
  readonly faults: readonly { readonly fault: FileFault; readonly name: string }[];
  readonly doubts: readonly { readonly doubt: PageDoubt; readonly page: number }[];
  /** Bytes as they were chosen, where they were made smaller. */
  readonly before: number | undefined;
  /** Where it was photographed stood in a photo, and does not any more. */
  readonly hadPlace: boolean;
  readonly notKept: boolean;
  /** A PDF of an identity paper on which words were wanted: it stays as it is. */
  readonly unmarked?: boolean;
}

export const NOTHING_TOLD: Omit<Told, 'file'> = {
  faults: [],
  doubts: [],
  before: undefined,
  hadPlace: false,
  notKept: false,
};

/** The files that belong there: those that the answer names; on the list, those of this name that no answer names. */
export function filesOf(
  { application, questions }: Pick<PaperHost, 'application' | 'questions'>,
  wanted: Wanted,
): readonly SentFile[] {
  const asked = questions?.() ?? [];
  if (wanted.place) {
    const key = keyOf(wanted);
    const ids = asked.find((one) => keyOf({ paper: '', place: one.place }) === key)?.files ?? [];
    return application.files.filter(({ id }) => ids.includes(id));
  }
  const named = asked.flatMap(({ files }) => files);
  return application.files.filter(
    ({ id, name, paper }) => (paper ?? name) === wanted.paper && !named.includes(id),
  );
}
