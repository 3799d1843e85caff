import { dayInVietnam, type IsoDate } from '../shared/clock.js';
import { dueDate, isWorkingDay, type DueDate, type WorkCalendar } from './deadline.js';

/** More working days than any office promises. */
const MOST_DAYS = 400;

/**
 * A date that an office promised by itself, as the days that it gives itself: pauses then move it like any other.
 * @param received when the papers came
 * @returns undefined for a day that is past, that offices are closed on, or that the calendar does not reach
 */
export function promisedDate(received: Date, on: IsoDate, calendar: WorkCalendar): DueDate | undefined {
  if (on < dayInVietnam(received) || !isWorkingDay(on, calendar)) return undefined;
  for (let days = 0; days <= MOST_DAYS; days += 1) {
    const due = dueDate(received, days, 'working-day', calendar);
    if (!due || due.on > on) return undefined;
    if (due.on === on) return due;
  }
  return undefined;
}
