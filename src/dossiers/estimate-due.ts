import type { TimeLimit } from '../catalog/procedure.js';
import { dayInVietnam, type IsoDate } from '../shared/clock.js';
import { isWorkingDay, knowsDays, nextDay, startOf, type WorkCalendar } from './deadline.js';
import { movedDueDate, pausesOf, type PausingRow } from './moved-deadline.js';
import { dayAfterHours } from './office-time.js';

/**
 * When a result may be expected where the office itself gave no date: reckoned from the time that the procedure's record
 * tells. No promise of anybody, and never to be shown as one.
 * @param received when the office took it on
 * @returns undefined where the record tells no time in numbers or none but 0, while the office waits, and where the calendar is not known;
 *   after a pause, also for a time in hours or months, of which no text says how a pause moves it
 */
export function estimateDue(
  received: Date,
  { value, unit, cutOffHour: hour }: Pick<TimeLimit, 'value' | 'unit' | 'cutOffHour'>,
  history: readonly PausingRow[],
  calendar: WorkCalendar,
): IsoDate | undefined {
  if (unit === 'same-day')
    return movedDueDate(received, { days: 0, unit: 'day' }, history, calendar, hour)?.on;
  if (!value || unit === undefined) return undefined;
  const isWhole = unit === 'day' || unit === 'working-day';
  if (!isWhole && pausesOf(history).length > 0) return undefined;
  // Half a day more is a day more: who is told too early goes there in vain.
  const days = Math.ceil(value);
  switch (unit) {
    case 'day':
    case 'working-day':
      return movedDueDate(received, { days, unit }, history, calendar, hour)?.on;
    case 'hour':
      return dayAfterHours(received, value, calendar);
    default:
      return monthsAfter(received, unit === 'year' ? days * 12 : days, calendar);
  }
}

/** A time in months ends on the day of the same number, or the last of the month (Bộ luật Dân sự 2015, Điều 148). */
function monthsAfter(received: Date, months: number, calendar: WorkCalendar): IsoDate | undefined {
  const start = startOf(received, calendar);
  const [year = 0, month = 0, dayOfMonth = 0] = start.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const end = new Date(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, last)));
  let day = end.toISOString().slice(0, 10);
  if (!knowsDays(calendar, dayInVietnam(received), day)) return undefined;
  while (!isWorkingDay(day, calendar)) day = nextDay(day);
  return knowsDays(calendar, start, day) ? day : undefined;
}
