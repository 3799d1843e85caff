import { dayInVietnam, type IsoDate } from '../shared/clock.js';
import { dueDate, isWorkingDay, nextDay, startOf, type DueDate, type WorkCalendar } from './deadline.js';
import { DOSSIER_STATES, type DossierState } from './dossier-states.js';

/** When a result is due, after every pause that there was. */
export interface MovedDueDate extends DueDate {
  /** Days that did not count because the office waited. */
  readonly paused: number;
}

/** A time in which the office waits; without `to` it still does. */
export interface Pause {
  readonly from: Date;
  readonly to?: Date;
}

/** What of a history moves a date. */
export interface PausingRow {
  readonly act: string;
  /** An instant, ISO 8601. */
  readonly at: string;
  readonly state: DossierState;
}

/** The pauses of a history, in order. What was stopped for good does not wait. */
export function pausesOf(history: readonly PausingRow[]): Pause[] {
  const pauses: Pause[] = [];
  let from: Date | undefined;
  for (const { act, at, state } of history) {
    const waits = DOSSIER_STATES[state].clock === 'paused' && act !== 'stop';
    if (waits) from ??= new Date(at);
    else if (from) {
      pauses.push({ from, to: new Date(at) });
      from = undefined;
    }
  }
  return from ? [...pauses, { from }] : pauses;
}

/**
 * The date on the receipt, moved by the pauses of the history. Not counted are the days after the one on which something
 * was asked for, up to the one on which it is taken as come in; what is asked for before the reception moves the date as
 * well, because the receipt counts from the sending; what is asked for once the date is past moves nothing. No published
 * text says how a day is shared: this is our reading, after the way that the day of a reception is counted.
 * @param sent when the receipt was given
 * @returns undefined while the office waits, because nobody knows for how long, and where the calendar of the year is not
 *   known
 */
export function movedDueDate(
  sent: Date,
  { days, unit }: { readonly days: number; readonly unit: DueDate['unit'] },
  history: readonly PausingRow[],
  calendar: WorkCalendar,
): MovedDueDate | undefined {
  let due = dueDate(sent, days, unit, calendar);
  let paused = 0;
  let day = startOf(sent, calendar);
  for (const { from, to } of pausesOf(history)) {
    const asked = dayInVietnam(from);
    if (!due || asked > due.on) break;
    if (!to) return undefined;
    if (asked > day) day = asked;
    for (const end = startOf(to, calendar); day < end;) {
      day = nextDay(day);
      if (unit === 'day' || isWorkingDay(day, calendar)) paused += 1;
    }
    due = dueDate(sent, days + paused, unit, calendar);
  }
  return due && { ...due, days, paused };
}

/** Whether a day is past the date that was given. */
export const isPast = (due: { readonly on: IsoDate } | undefined, day: IsoDate): boolean =>
  due !== undefined && day > due.on;
