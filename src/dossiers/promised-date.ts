import { dayInVietnam, type IsoDate } from '../shared/clock.js';
import {
  dueDate,
  isWorkingDay,
  knowsDays,
  nextDay,
  startOf,
  whyLater,
  type DueDate,
  type WorkCalendar,
} from './deadline.js';

/** More working days than any office promises. */
const MOST_DAYS = 400;
const DAY = 86_400_000;
/** The same in days of any kind. */
const MOST_CALENDAR_DAYS = 730;

/**
 * A date that an office promised by itself, as the days that it gives itself: pauses then move it like any other.
 * @param received when the papers came
 * Beyond the years that the calendar knows it is a number of days of any kind: a date of the office’s own needs no reckoning.
 * @returns undefined for a day that is past, that offices are closed on as far as is known, or that is too far away
 */
export function promisedDate(received: Date, on: IsoDate, calendar: WorkCalendar): DueDate | undefined {
  if (on < dayInVietnam(received) || !isWorkingDay(on, calendar)) return undefined;
  if (!knowsDays(calendar, dayInVietnam(received), on)) return unreckoned(received, on, calendar);
  for (let days = 0; days <= MOST_DAYS; days += 1) {
    const due = dueDate(received, days, 'working-day', calendar);
    if (!due || due.on > on) return undefined;
    if (due.on === on) return due;
  }
  return undefined;
}

function unreckoned(received: Date, on: IsoDate, calendar: WorkCalendar): DueDate | undefined {
  const start = startOf(received, calendar);
  const days = Math.round((Date.parse(on) - Date.parse(start)) / DAY);
  // No number for what is no day at all.
  if (!(days >= 0 && days <= MOST_CALENDAR_DAYS)) return undefined;
  const startsLater = whyLater(received, start, calendar);
  const from = days === 0 ? start : nextDay(start);
  return { on, days, unit: 'day', from, skipped: [], ...(startsLater && { startsLater }) };
}
