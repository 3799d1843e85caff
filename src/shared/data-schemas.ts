import * as v from 'valibot';
import { DAY, isRealDay, PART_DAY } from './clock.js';
import type { LocalizedText } from './localized-text.js';

/* Parts that definitions of data are made of. */

export const text = v.pipe(v.string(), v.trim(), v.minLength(1));
/** A calendar day, yyyy-mm-dd. */
export const day = v.pipe(v.string(), v.isoDate(DAY), v.check(isRealDay, DAY));
/** A day, or no more of it than is known: yyyy-mm, yyyy. */
export const partDay = v.pipe(
  v.string(),
  v.regex(/^\d{4}(?:-\d\d){0,2}$/u, PART_DAY),
  v.check((part) => isRealDay(`${part}-01-01`.slice(0, 10)), PART_DAY),
);
/** Links lead to web pages only; anything else (javascript:, data:) makes the record invalid. */
export const webAddress = v.pipe(v.string(), v.regex(/^https?:\/\/[^\s<>"']+$/iu), v.maxLength(2048));
/** A text in several languages; Vietnamese is always there. */
export const localizedText: v.GenericSchema<unknown, LocalizedText> = v.objectWithRest({ vi: text }, text);
/** Safe integers only: 1e308 copies are a fault of the file, not a number to print. */
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
