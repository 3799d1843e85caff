import * as v from 'valibot';
import { text } from '../shared/data-schemas.js';
import { cleanData } from '../shared/clean-data.js';

/** Which procedures have a form, and where it is: so that a page asks only for files that are there. */
export const formIndexSchema = v.object({
  formatVersion: v.literal(1),
  /** Addresses by code of the procedure, relative to the index. */
  forms: v.record(text, text),
});
export type FormIndex = v.InferOutput<typeof formIndexSchema>;

/** Checks an index of forms; undefined where it is none. */
export function parseFormIndex(json: unknown): FormIndex | undefined {
  const result = v.safeParse(formIndexSchema, cleanData(json));
  return result.success ? result.output : undefined;
}
