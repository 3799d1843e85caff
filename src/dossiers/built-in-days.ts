import days from './calendar.json' with { type: 'json' };
import type { WorkCalendar } from './deadline.js';

/** Public holidays and days worked in exchange, without what decided them: what it takes to reckon. */
export const builtInDays: WorkCalendar = days;
