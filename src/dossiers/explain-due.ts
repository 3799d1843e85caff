import { dayInVietnam, type IsoDate } from '../shared/clock.js';
import {
  CLOSING_HOUR,
  isWorkingDay,
  nextDay,
  startOf,
  whyLater,
  type DayReason,
  type StartsLater,
  type WorkCalendar,
} from './deadline.js';
import { countPauses, type PausingRow, type TimeGiven } from './moved-deadline.js';

/** What became of one day on the way to a date. */
export const DAY_MARKS = [
  /** Counts; `nth` of the days that the office has. */
  'counted',
  'weekend',
  /** A day off by a decision. */
  'holiday',
  /** The office waited for something. */
  'paused',
  /** The time was over, and offices are closed. */
  'moved',
] as const;

export interface DueLine {
  readonly day: IsoDate;
  readonly mark: (typeof DAY_MARKS)[number];
  readonly nth?: number;
  /** What the day is, where a decision says so: a day off, or a weekend that is worked. */
  readonly reason?: DayReason;
}

/** How a date came about, to be read line by line. */
export interface DueExplained {
  readonly on: IsoDate;
  /** When the papers came, and the day as of which they were taken. */
  readonly received: IsoDate;
  readonly start: IsoDate;
  /** Why that is a later day. */
  readonly startsLater: StartsLater | undefined;
  readonly cutOffHour: number;
  readonly lines: readonly DueLine[];
}

/** Hours that rules know from which papers are taken as of the next day; tried where the office tells none. */
const CUT_OFF_HOURS = [CLOSING_HOUR, 15];

/**
 * Counts a date once more, day by day, so that a person can follow it. The date of the office is the one that holds: where
 * no way of counting that the rules know leads to it, nothing is told, rather than a reckoning that is not the office's.
 * @param sent when the papers came
 * @param due as the office told it
 * @param history what is known of what happened since; none where only the outline is known
 */
export function explainDue(
  sent: Date,
  due: TimeGiven & { readonly on: IsoDate; readonly paused: number },
  history: readonly PausingRow[],
  calendar: WorkCalendar,
): DueExplained | undefined {
  for (const cutOffHour of due.cutOffHour === undefined ? CUT_OFF_HOURS : [due.cutOffHour]) {
    const counted = countPauses(sent, due, history, calendar, cutOffHour);
    if (counted?.due.on !== due.on || counted.paused.length !== due.paused) continue;
    const received = dayInVietnam(sent);
    const start = startOf(sent, calendar, cutOffHour);
    return {
      on: due.on,
      received,
      start,
      startsLater: whyLater(sent, start, calendar),
      cutOffHour,
      lines: linesOf(start, due, counted.paused, calendar),
    };
  }
  return undefined;
}

function linesOf(
  start: IsoDate,
  { on, days, unit }: TimeGiven & { readonly on: IsoDate },
  paused: readonly IsoDate[],
  calendar: WorkCalendar,
): DueLine[] {
  const lines: DueLine[] = [];
  let nth = 0;
  for (let day = start; day < on;) {
    day = nextDay(day);
    const reason = calendar.reasons?.find(({ days: named }) => named.includes(day));
    const told = { day, ...(reason && { reason }) };
    const isOff = !isWorkingDay(day, calendar);
    if (isOff && unit === 'working-day')
      lines.push({ ...told, mark: calendar.holidays.includes(day) ? 'holiday' : 'weekend' });
    else if (paused.includes(day)) lines.push({ ...told, mark: 'paused' });
    else if (nth < days) lines.push({ ...told, mark: 'counted', nth: ++nth });
    else lines.push({ ...told, mark: 'moved' });
  }
  return lines;
}
