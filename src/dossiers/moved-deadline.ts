import { dayInVietnam, type IsoDate } from '../shared/clock.js';
import {
  CLOSING_HOUR,
  dueDate,
  isWorkingDay,
  nextDay,
  startOf,
  type DueDate,
  type WorkCalendar,
} from './deadline.js';
import { DOSSIER_STATES } from './dossier-states.js';
import type { ToldState } from './stages.js';

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
  readonly state: ToldState;
  /** Whether the office waits then, where another table than the national one says it; see `withWaiting`. */
  readonly waits?: boolean;
}

/** States of the national list that stop the office's clock; a state of another list is not known to. */
const PAUSED: ReadonlySet<ToldState> = new Set(
  Object.entries(DOSSIER_STATES).flatMap(([state, { clock }]) => (clock === 'paused' ? Number(state) : [])),
);

/** The pauses of a history, in order. What was stopped for good does not wait. */
export function pausesOf(history: readonly PausingRow[]): Pause[] {
  const pauses: Pause[] = [];
  let from: Date | undefined;
  for (const { act, at, state, waits = PAUSED.has(state) } of history) {
    if (waits && act !== 'stop') from ??= new Date(at);
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
 * @param cutOffHour hour from which papers are taken as of the next day; see `startOf`. By default the one that is given
 * @returns undefined while the office waits, because nobody knows for how long, and where the calendar of the year is not
 *   known
 */
export function movedDueDate(
  sent: Date,
  given: TimeGiven,
  history: readonly PausingRow[],
  calendar: WorkCalendar,
  cutOffHour = given.cutOffHour,
): MovedDueDate | undefined {
  const moved = countPauses(sent, given, history, calendar, cutOffHour);
  return moved && { ...moved.due, days: given.days, paused: moved.paused.length };
}

/** How long an office has. */
export interface TimeGiven {
  readonly days: number;
  readonly unit: DueDate['unit'];
  /** See `startOf`; the closing hour where nothing else is told. */
  readonly cutOffHour?: number;
}

/** The same with the days that did not count, by name; `due.days` are those of the office and these together. */
export function countPauses(
  sent: Date,
  { days, unit }: TimeGiven,
  history: readonly PausingRow[],
  calendar: WorkCalendar,
  cutOffHour = CLOSING_HOUR,
): { readonly due: DueDate; readonly paused: readonly IsoDate[] } | undefined {
  const paused: IsoDate[] = [];
  // A time in days that is over on a day off goes on to the next working day; what is asked for in between waits as well.
  let over = 0;
  const dueNow = () => dueDate(sent, days + paused.length + over, unit, calendar, cutOffHour);
  let due = dueNow();
  let day = startOf(sent, calendar, cutOffHour);
  for (const { from, to } of pausesOf(history)) {
    const asked = dayInVietnam(from);
    if (!due || asked > due.on) break;
    if (!to) return undefined;
    if (asked > day) day = asked;
    const end = startOf(to, calendar);
    while (day < end) {
      day = nextDay(day);
      if (unit === 'day' || isWorkingDay(day, calendar)) paused.push(day);
    }
    for (due = dueNow(); due && due.on < end; due = dueNow()) over += 1;
  }
  return due && { due, paused };
}

/** Whether a day is past the date that was given. */
export const isPast = (due: { readonly on: IsoDate } | undefined, day: IsoDate): boolean =>
  due !== undefined && day > due.on;
