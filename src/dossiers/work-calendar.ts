import * as v from 'valibot';
import { faultOf } from '../shared/data-faults.js';
import { day, localizedText, text, webAddress } from '../shared/data-schemas.js';
import type { Problem, Result } from '../shared/result.js';

const days = v.array(day);

/** Days on which offices are closed, or open although it is a weekend. Data, because each year has a decision of its own. */
export const workCalendarSchema = v.object({
  /** Years that it knows; nothing is worked out beyond them. */
  years: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1990), v.maxValue(2200))), v.minLength(1)),
  /** Days off that are no weekend. */
  holidays: days,
  /** Saturdays and Sundays that are worked, in exchange for a day off. */
  workingWeekends: days,
  /** How much of a Saturday is worked at this office; without it none. */
  saturdays: v.exactOptional(v.picklist(['morning', 'whole'])),
  /** What the days are, and what decided them. */
  reasons: v.exactOptional(
    v.array(
      v.object({
        days: v.pipe(days, v.minLength(1)),
        name: localizedText,
        /** The law or decision, with its number; absent where no source tells it. */
        decision: v.exactOptional(text),
      }),
    ),
  ),
  /** What the whole was made from. */
  source: v.exactOptional(
    v.pipe(
      v.array(
        v.object({
          /** The law or decision, with its number. */
          decision: text,
          /** Absent where it is not known. */
          issuedOn: v.exactOptional(day),
          /** Where it can be read. */
          url: v.exactOptional(webAddress),
        }),
      ),
      v.minLength(1),
    ),
  ),
  /** The day as of which it holds what was announced. */
  asOf: v.exactOptional(day),
});
export type WorkCalendarData = v.InferOutput<typeof workCalendarSchema>;

/** Checks a calendar that a province keeps instead of the built-in one, `data/calendar.json` of the package. Never throws. */
export function parseWorkCalendar(json: unknown): Result<WorkCalendarData, Problem<'calendar-invalid'>> {
  const result = v.safeParse(workCalendarSchema, json, { abortEarly: true });
  return result.success
    ? { ok: true, value: result.output }
    : { ok: false, problem: { code: 'calendar-invalid', params: faultOf(result.issues[0]) } };
}
