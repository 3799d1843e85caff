import { dayInVietnam, type IsoDate } from '../shared/clock.js';

/** Days on which offices are closed, or open although it is a weekend. Data, because each year has a decision of its own. */
export interface WorkCalendar {
  /** Years that it knows; nothing is worked out beyond them. */
  readonly years: readonly number[];
  readonly holidays: readonly IsoDate[];
  readonly workingWeekends: readonly IsoDate[];
}

export interface DueDate {
  readonly on: IsoDate;
  readonly days: number;
  readonly unit: 'working-day' | 'day';
  /** First day that was counted. */
  readonly from: IsoDate;
  /** Days off within the time. */
  readonly skipped: readonly IsoDate[];
}

/** Papers that come later are taken as of the next working day. */
const CLOSING_HOUR = 17;

export const nextDay = (day: IsoDate): IsoDate => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
};

export function isWorkingDay(day: IsoDate, { holidays, workingWeekends }: WorkCalendar): boolean {
  if (workingWeekends.includes(day)) return true;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.includes(day);
}

/** The day that papers are taken as of: the next working day after closing time and on days off. */
export function startOf(received: Date, calendar: WorkCalendar): IsoDate {
  let start = dayInVietnam(received);
  // Asia/Ho_Chi_Minh is UTC+7 all year.
  const isLate = (received.getUTCHours() + 7) % 24 >= CLOSING_HOUR;
  if (isLate || !isWorkingDay(start, calendar))
    do start = nextDay(start);
    while (!isWorkingDay(start, calendar));
  return start;
}

/**
 * When a result is due. The time runs from the day after the papers came (Bộ luật Dân sự 2015, Điều 147); a time in
 * days that would end on a day off ends on the next working day (Điều 148).
 * @param days working days or days
 * @returns undefined where the calendar of the year is not known: a guessed date is worse than none
 */
export function dueDate(
  received: Date,
  days: number,
  unit: DueDate['unit'],
  calendar: WorkCalendar,
): DueDate | undefined {
  const isOff = (day: IsoDate) => !isWorkingDay(day, calendar);
  const start = startOf(received, calendar);
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
  const years = [dayInVietnam(received), day].map((one) => Number(one.slice(0, 4)));
  if (!years.every((year) => calendar.years.includes(year))) return undefined;
  return { on: day, days, unit, from: from ?? start, skipped };
}
