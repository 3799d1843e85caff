import { cached, REGIONS, TIME_ZONE } from './format.js';
import type { Language } from './language.js';

/** Hours and minutes of an instant on the clock of Việt Nam. Apart, because only who fills in a form needs it. */
export function formatTime(language: Language, instant: Date): string {
  return cached(
    `t${language}`,
    () =>
      new Intl.DateTimeFormat(REGIONS[language], { timeZone: TIME_ZONE, hour: '2-digit', minute: '2-digit' }),
  ).format(instant);
}
