import type { PartDate } from '../shared/clock.js';
import type { Language } from './language.js';

/** Offices work on this clock wherever the page is opened. */
export const TIME_ZONE = 'Asia/Ho_Chi_Minh';
export const REGIONS: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };

const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

/** Making an Intl formatter costs far more than using it, and lists format thousands of values. */
export function cached<Format extends Intl.NumberFormat | Intl.DateTimeFormat>(
  key: string,
  make: () => Format,
): Format {
  const known = cache.get(key) as Format | undefined;
  if (known) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

export function formatNumber(language: Language, value: number): string {
  // Nothing to group, and the first formatter takes a slow phone longer than a whole list.
  if (Number.isInteger(value) && Math.abs(value) < 1000) return String(value);
  return cached(`n${language}`, () => new Intl.NumberFormat(REGIONS[language])).format(value);
}

/** Money in whole units; the currency sign follows the language's custom, e.g. `8.000 ₫`. */
export function formatMoney(language: Language, amount: number, currency: string): string {
  return cached(
    `m${language}${currency}`,
    () => new Intl.NumberFormat(REGIONS[language], { style: 'currency', currency, maximumFractionDigits: 2 }),
  ).format(amount);
}

/** A calendar day, `dd/mm/yyyy` in Vietnamese, or a month. A year, and words that are no day, come back as they are. */
export function formatDay(language: Language, day: PartDate): string {
  if (/^\d{4}-\d{2}$/u.test(day)) return formatMonth(language, day);
  const instant = /^\d{4}-\d{2}-\d{2}$/u.test(day) ? new Date(`${day}T00:00:00+07:00`) : undefined;
  if (!instant || Number.isNaN(instant.getTime())) return day;
  return dayFormat(language).format(instant);
}

function formatMonth(language: Language, month: PartDate): string {
  const [year = '', number = ''] = month.split('-');
  if (language === 'vi') return `${number}/${year}`;
  return cached(
    `m${language}`,
    () => new Intl.DateTimeFormat(REGIONS[language], { timeZone: 'UTC', month: 'long', year: 'numeric' }),
  ).format(new Date(`${month}-01T00:00:00Z`));
}

/** The day of an instant on the clock of Việt Nam. */
export function formatInstant(language: Language, instant: Date): string {
  return dayFormat(language).format(instant);
}

function dayFormat(language: Language): Intl.DateTimeFormat {
  return cached(
    `d${language}`,
    () =>
      new Intl.DateTimeFormat(REGIONS[language], {
        timeZone: TIME_ZONE,
        day: '2-digit',
        month: language === 'vi' ? '2-digit' : 'long',
        year: 'numeric',
      }),
  );
}
