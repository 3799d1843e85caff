import { calendarFile } from '../../src/dossiers/calendar-file.js';
import { saveFile } from '../../src/ui/save-file.js';

/** Gives the date of a dossier to the calendar of the machine. */
export const saveDate = (code: string, day: string, title: string, now: Date): void =>
  saveFile(`${code}.ics`, [calendarFile({ id: code, day, title, now })], 'text/calendar');
