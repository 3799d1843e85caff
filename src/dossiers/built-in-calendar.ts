import { builtInDays } from './built-in-days.js';
import sources from './calendar-sources.json' with { type: 'json' };
import type { WorkCalendar } from './deadline.js';

/** Public holidays and days worked in exchange, as the government announced them; it tells which years it knows. */
export const builtInCalendar: WorkCalendar = { ...builtInDays, ...sources };
