import { dayInVietnam, type IsoDate } from '../shared/clock.js';
import type { LocalizedText } from '../shared/localized-text.js';

/** Days on which offices are closed, or open although it is a weekend; see `workCalendarSchema`. */
export interface WorkCalendar {
  /** Years that it knows; nothing is worked out beyond them. */
  readonly years: readonly number[];
  readonly holidays: readonly IsoDate[];
  readonly workingWeekends: readonly IsoDate[];
  /** How much of a Saturday is worked; without it none. */
  readonly saturdays?: 'morning' | 'whole' | undefined;
  /** What the days are, and what decided them. */
  readonly reasons?: readonly DayReason[] | undefined;
  /** What the whole was made from; absent where nobody tells it. */
  readonly source?: readonly CalendarSource[] | undefined;
  /** The day as of which it holds what was announced. */
  readonly asOf?: IsoDate | undefined;
}

/** A law or decision by which offices are closed, or open. */
export interface CalendarSource {
  /** Its kind and number, as it is cited. */
  readonly decision: string;
  /** Absent where it is not known. */
  readonly issuedOn?: IsoDate | undefined;
  /** Where it can be read. */
  readonly url?: string | undefined;
}

/** Why offices are closed, or open, on some days. */
export interface DayReason {
  readonly days: readonly IsoDate[];
  readonly name: LocalizedText;
  /** The law or decision, with its number. */
  readonly decision?: string | undefined;
}

export interface DueDate {
  readonly on: IsoDate;
  readonly days: number;
  readonly unit: 'working-day' | 'day';
  /** First day that was counted. */
  readonly from: IsoDate;
  /** Days off within the time. */
  readonly skipped: readonly IsoDate[];
  /** Why it does not begin with the day on which the papers came; absent where it does. */
  readonly startsLater?: StartsLater;
  /** The hour of `startOf`, where it is another than the closing hour. */
  readonly cutOffHour?: number;
}

/** They came at or after the hour, or on a day off. */
export type StartsLater = 'after-hour' | 'day-off';

/** Hour from which papers are taken as of the next working day, where nothing else is ruled for them. */
export const CLOSING_HOUR = 17;
/** Minutes of a day at which a morning ends. */
const NOON_END = 11 * 60 + 30;

export const nextDay = (day: IsoDate): IsoDate => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
};

const weekdayOf = (day: IsoDate): number => new Date(`${day}T00:00:00Z`).getUTCDay();

export function isWorkingDay(day: IsoDate, { holidays, workingWeekends, saturdays }: WorkCalendar): boolean {
  if (workingWeekends.includes(day)) return true;
  const weekday = weekdayOf(day);
  return weekday !== 0 && (weekday !== 6 || saturdays !== undefined) && !holidays.includes(day);
}

/** Whether only the morning of a day is worked: a Saturday of an office that is open then. */
export const isHalfDay = (day: IsoDate, { workingWeekends, saturdays }: WorkCalendar): boolean =>
  saturdays === 'morning' && weekdayOf(day) === 6 && !workingWeekends.includes(day);

/** Minutes since midnight in Việt Nam, which is UTC+7 all year. */
export const minuteInVietnam = (instant: Date): number =>
  ((instant.getUTCHours() + 7) % 24) * 60 + instant.getUTCMinutes();

/**
 * The day that papers are taken as of: the next working day after closing time and on days off.
 * @param cutOffHour hour from which it is the next day: 15 for what civil status and certification give back the same
 *   day, else the closing hour
 */
export function startOf(received: Date, calendar: WorkCalendar, cutOffHour = CLOSING_HOUR): IsoDate {
  let start = dayInVietnam(received);
  const cutOff = isHalfDay(start, calendar) ? Math.min(NOON_END, cutOffHour * 60) : cutOffHour * 60;
  const isLate = minuteInVietnam(received) >= cutOff;
  if (isLate || !isWorkingDay(start, calendar))
    do start = nextDay(start);
    while (!isWorkingDay(start, calendar));
  return start;
}

/** Why papers are taken as of a later day than the one on which they came; undefined where they are not. */
export function whyLater(received: Date, start: IsoDate, calendar: WorkCalendar): StartsLater | undefined {
  const came = dayInVietnam(received);
  if (came === start) return undefined;
  return isWorkingDay(came, calendar) ? 'after-hour' : 'day-off';
}

/**
 * When a result is due. The time runs from the day after the papers came (Bộ luật Dân sự 2015, Điều 147); a time in
 * days that would end on a day off ends on the next working day (Điều 148).
 * @param days working days or days
 * @param cutOffHour see `startOf`
 * @returns undefined where the calendar of the year is not known: a guessed date is worse than none
 */
export function dueDate(
  received: Date,
  days: number,
  unit: DueDate['unit'],
  calendar: WorkCalendar,
  cutOffHour = CLOSING_HOUR,
): DueDate | undefined {
  const isOff = (day: IsoDate) => !isWorkingDay(day, calendar);
  const start = startOf(received, calendar, cutOffHour);
  const skipped: IsoDate[] = [];
  let from: IsoDate | undefined;
  let day = start;
  for (let left = days; left > 0;) {
    day = nextDay(day);
    if (unit === 'working-day' && isOff(day)) skipped.push(day);
    else {
      from ??= day;
      left -= 1;
    }
  }
  while (isOff(day)) {
    skipped.push(day);
    day = nextDay(day);
  }
  if (!knowsDays(calendar, dayInVietnam(received), day)) return undefined;
  const startsLater = whyLater(received, start, calendar);
  return {
    on: day,
    days,
    unit,
    from: from ?? start,
    skipped,
    ...(startsLater && { startsLater }),
    ...(cutOffHour !== CLOSING_HOUR && { cutOffHour }),
  };
}

/** The first year from that of a day on whose days off are not known. */
export function unknownYear({ years }: WorkCalendar, from: IsoDate): number {
  let year = Number(from.slice(0, 4));
  while (years.includes(year)) year += 1;
  return year;
}

/** Whether the days off from one day to another are known. */
export const knowsDays = (calendar: WorkCalendar, from: IsoDate, to: IsoDate): boolean =>
  unknownYear(calendar, from) > Number(to.slice(0, 4));
