import type { WorkCalendar } from '../../src/dossiers/deadline.js';
import { nextThing, type NextThing } from '../../src/dossiers/next-thing.js';
import { officeTimeUntil, type OfficeTime } from '../../src/dossiers/office-time.js';
import { lastOfResult } from '../../src/dossiers/result-row.js';
import { isOver, stageOf, type StageMap, type StageTold } from '../../src/dossiers/stages.js';
import { formatTime } from '../../src/i18n/format-time.js';
import type { form } from '../../src/i18n/namespaces/form.js';
import type { formLate } from '../../src/i18n/namespaces/form-late.js';
import type { trackerActs } from '../../src/i18n/namespaces/tracker-acts.js';
import type { trackerRare } from '../../src/i18n/namespaces/tracker-rare.js';
import type { tracker } from '../../src/i18n/namespaces/tracker.js';
import type { readAloud } from '../../src/i18n/namespaces/read-aloud.js';
import type { trackerLate } from '../../src/i18n/namespaces/tracker-late.js';
import { dayInVietnam, type IsoDate } from '../../src/shared/clock.js';
import type { Device } from '../../src/ui/draft-store.js';
import type { FollowedDossier } from '../../src/ui/followed-dossiers.js';
import type { LocalizeController } from '../../src/ui/localize-controller.js';
import type { FiledProcedure } from '../../src/ui/procedure-facts.js';
import type { TrackedDetails } from '../../src/gateway/tracking-contract.js';
import type { Told } from '../../src/ui/tracking-options.js';
import type { Tracking } from '../../src/ui/tracking.js';
import type { Gaps } from '../../src/ui/typed-knock.js';

/** The tracker's own words, and those that come with what is opened. */
export type TrackerWords = LocalizeController<
  readonly [typeof tracker],
  | typeof trackerActs
  | typeof trackerRare
  | typeof trackerLate
  | typeof formLate
  | typeof form
  | typeof readAloud
>;
export type Words = Pick<
  TrackerWords,
  't' | 'text' | 'day' | 'instant' | 'money' | 'number' | 'language' | 'use'
>;

/** What is opened below the steps, one at a time. */
export type Panel = 'supplement' | 'pay' | 'result' | 'lateness' | 'deliver' | 'withdraw' | 'rate';

/** What the catalogue says of the procedure. */
export interface ProcedureFacts extends FiledProcedure {
  /** When a result may be expected where the office gave no date; a year whose days off would have to be known to tell. */
  readonly estimate: IsoDate | number | undefined;
}

/** What a dossier comes to today, for the person. */
export interface Situation {
  readonly told: Told;
  readonly stage: StageTold;
  /** Working time until the date, or since. */
  readonly time: OfficeTime | undefined;
  readonly isLate: boolean;
  /** The office has nothing more to do by its date. */
  readonly isDone: boolean;
  readonly next: NextThing;
  /** The row by which the office took its result back, as long as there is no other. */
  readonly takenBack: TrackedDetails['history'][number] | undefined;
  /** When the result was there, and how that stands to the day that was promised. */
  readonly finished: Finished | undefined;
}

interface Finished {
  readonly at: Date;
  readonly how: 'early' | 'in-time' | 'late';
}

/** What comes later, with the code that needs it. */
export interface RestParts {
  /** What was opened by the button of the one thing to do. */
  renderPanel(situation: Situation): unknown;
  /** How the date came about, the history, and what can be done besides. */
  renderRest(situation: Situation): unknown;
  renderScan(): unknown;
}

export interface TrackerView {
  readonly i18n: Words;
  readonly tracking: Tracking;
  readonly headingLevel: number;
  readonly now: Date;
  readonly calendar: WorkCalendar;
  readonly stages: StageMap;
  readonly device: Device;
  /** Telephone of the desk that helps. */
  readonly phone: string | undefined;
  readonly procedure: ProcedureFacts | undefined;
  /** The page of the procedure. */
  readonly procedureLink: string | undefined;
  readonly typedCode: string;
  readonly typedFactor: string;
  /** The code that the address came with. */
  readonly linked: string | undefined;
  readonly gaps: Gaps;
  readonly isScanning: boolean;
  readonly isIdle: boolean;
  readonly isEnded: boolean;
  readonly panel: Panel | undefined;
  /** Shows what came later, or that it could not be fetched. */
  readonly late: (render: (parts: RestParts) => unknown) => unknown;
  readonly onType: (what: 'code' | 'factor', typed: string) => void;
  readonly onAsk: (event: Event) => void;
  readonly onScan: (isScanning: boolean) => void;
  readonly onUpdate: () => void;
  readonly onOther: () => void;
  readonly onSecret: () => void;
  readonly onPanel: (panel: Panel | undefined) => void;
  readonly onOpen: (dossier: FollowedDossier) => void;
  readonly onForget: (dossier: FollowedDossier) => void;
  /** Stops asking; what was typed stays. */
  readonly onStop: () => void;
  readonly onEnd: () => void;
  readonly onStay: () => void;
}

export function situationOf(
  told: Told,
  { stages, calendar, now }: Pick<TrackerView, 'stages' | 'calendar' | 'now'>,
): Situation {
  const stage = stageOf(told.standing, stages);
  const isDone = stage.stage === 'ready' || isOver(told.standing, stages);
  const { due } = told;
  const time = due && !isDone ? officeTimeUntil(due.on, now, calendar) : undefined;
  const isLate = due !== undefined && !isDone && dayInVietnam(now) > due.on;
  const details = told.level === 1 ? told : undefined;
  const next = nextThing({
    stage: stage.stage,
    level: told.level,
    isLate,
    delivery: details?.delivery,
    hasResult: details?.result !== undefined,
    payment: details?.payment?.state,
  });
  const row = details && lastOfResult(details.history);
  return {
    told,
    stage,
    time,
    isLate,
    isDone,
    next,
    takenBack: row?.act === 'take-back' && !isDone ? row : undefined,
    finished: row?.act === 'finish' && isDone ? finishedBy(due?.on, new Date(row.at)) : undefined,
  };
}

function finishedBy(due: IsoDate | undefined, at: Date): Finished | undefined {
  if (due === undefined) return undefined;
  const day = dayInVietnam(at);
  return { at, how: day > due ? 'late' : day < due ? 'early' : 'in-time' };
}

/** An estimate, or the year that it lacks, where one is shown: there is no date of the office, and it is at work. */
export const shownEstimate = (
  { procedure }: Pick<TrackerView, 'procedure'>,
  { told, stage }: Situation,
): IsoDate | number | undefined =>
  !told.due && ['sent', 'received', 'processing'].includes(stage.stage) ? procedure?.estimate : undefined;

/** The office’s state still asks for money that it has. */
const isPaid = (told: Told): boolean => told.level === 1 && told.payment?.state === 'paid';

/**
 * A state in plain words: the province’s own where it gave some, else ours; what nobody knows as it came.
 * @param told of the dossier, which may know more than the state does
 */
export const stageWords = (i18n: Words, { stage, name, words }: StageTold, told: Told): string => {
  if (stage === 'payment' && isPaid(told)) return i18n.t('stage.paid');
  return words ? i18n.text(words) : i18n.t(`stage.${stage}`, { name });
};

/** Day and time of an instant, for a sentence that names both. */
export const momentOf = (i18n: Words, instant: Date): { readonly time: string; readonly day: string } => ({
  time: formatTime(i18n.language, instant),
  day: i18n.instant(instant),
});

/** When the result was there, beside the day that was promised. */
export const finishedWords = (i18n: Words, { at, how }: Finished, due: IsoDate): string =>
  i18n.t(`finished.${how}`, { day: i18n.instant(at), due: i18n.day(due) });
