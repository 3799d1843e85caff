import { dayInVietnam, type IsoDate } from '../shared/clock.js';
import {
  isHalfDay,
  isWorkingDay,
  knowsDays,
  minuteInVietnam,
  nextDay,
  type WorkCalendar,
} from './deadline.js';

/** Minutes of a day in which offices work: 7:00 to 11:30 and 13:30 to 17:00, eight hours. */
const SPANS = [
  [7 * 60, 11 * 60 + 30],
  [13 * 60 + 30, 17 * 60],
] as const;
const WHOLE_DAY = [0, 24 * 60] as const;

/** Working time: whole working days, and whole hours and minutes of the day that has begun. */
export interface OfficeTime {
  readonly kind: 'left' | 'late';
  readonly days: number;
  readonly hours: number;
  /** Besides the hours, 0 to 59. */
  readonly minutes: number;
}

/** Minutes that are worked on a day between two of its minutes. */
function minutesWorked(day: IsoDate, calendar: WorkCalendar, [from, to]: readonly [number, number]): number {
  if (!isWorkingDay(day, calendar)) return 0;
  const spans = isHalfDay(day, calendar) ? SPANS.slice(0, 1) : SPANS;
  let minutes = 0;
  for (const [open, close] of spans) minutes += Math.max(0, Math.min(to, close) - Math.max(from, open));
  return minutes;
}

/** Working days after one day, up to another and with it. */
function workingDaysBetween(after: IsoDate, upTo: IsoDate, calendar: WorkCalendar): number {
  let days = 0;
  for (let day = after; day < upTo;) {
    day = nextDay(day);
    if (isWorkingDay(day, calendar)) days += 1;
  }
  return days;
}

/**
 * How much working time there is until the end of the day on which something is due, or has passed since.
 * @returns undefined where the calendar of a year in between is not known
 */
export function officeTimeUntil(due: IsoDate, now: Date, calendar: WorkCalendar): OfficeTime | undefined {
  const today = dayInVietnam(now);
  const minute = minuteInVietnam(now);
  const [first, last] = today < due ? [today, due] : [due, today];
  if (!knowsDays(calendar, first, last)) return undefined;
  const within = (span: readonly [number, number]) => {
    const worked = minutesWorked(today, calendar, span);
    return { hours: Math.floor(worked / 60), minutes: worked % 60 };
  };
  if (today <= due)
    return {
      kind: 'left',
      days: workingDaysBetween(today, due, calendar),
      ...within([minute, WHOLE_DAY[1]]),
    };
  const passed = workingDaysBetween(due, today, calendar) - (isWorkingDay(today, calendar) ? 1 : 0);
  return { kind: 'late', days: passed, ...within([0, minute]) };
}

/**
 * When a number of working hours after an instant are over.
 * @returns the day; undefined where the calendar of a year on the way is not known
 */
export function dayAfterHours(from: Date, hours: number, calendar: WorkCalendar): IsoDate | undefined {
  const start = dayInVietnam(from);
  let left = hours * 60 - minutesWorked(start, calendar, [minuteInVietnam(from), WHOLE_DAY[1]]);
  let day = start;
  while (left > 0 || !isWorkingDay(day, calendar)) {
    day = nextDay(day);
    if (!knowsDays(calendar, start, day)) return undefined;
    left -= minutesWorked(day, calendar, WHOLE_DAY);
  }
  return day;
}
