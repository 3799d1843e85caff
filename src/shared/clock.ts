/** Tells the time. Passed in, so that rules about dates can be tested on any day. */
export type Clock = () => Date;

/** A calendar day as `yyyy-mm-dd`, without a time or a zone. */
export type IsoDate = string;

/** A calendar day, or no more of it than is known: `2025-07`, `2025`. */
export type PartDate = string;

/** The calendar day in Việt Nam (UTC+7 all year, no daylight saving) at an instant. */
export function dayInVietnam(instant: Date): IsoDate {
  return new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}

/** Whether a day lies in a period; an absent end is open, both ends belong to the period. */
export function isWithin(
  day: IsoDate,
  period: { readonly validFrom?: IsoDate | undefined; readonly validTo?: IsoDate | undefined },
): boolean {
  return (period.validFrom ?? '') <= day && day <= (period.validTo ?? '9999-12-31');
}

/** How days are written, in words that a problem can quote. */
export const DAY = 'yyyy-mm-dd';
export const PART_DAY = 'yyyy(-mm(-dd))';

/** Whether the calendar has this day: 30 February is written as it should be, and is none. */
export function isRealDay(day: IsoDate): boolean {
  const instant = Date.parse(`${day}T00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(day);
}
