import * as v from 'valibot';
import { day, text, webAddress } from '../shared/data-schemas.js';

/** The level of one procedure at one place. Joined to a catalogue by code. */
export const levelEntrySchema = v.object({
  code: text,
  level: text,
  validFrom: v.optional(day),
  validTo: v.optional(day),
  /** Decision or page that announced it. */
  source: v.optional(v.object({ name: v.optional(text), url: v.optional(webAddress) })),
  note: v.optional(text),
});

/**
 * A list of levels as one place publishes it (`formatVersion` 1). A level belongs to a procedure, a place and
 * a date, so it is never part of the procedure itself.
 */
export const levelListHeadSchema = v.object({
  formatVersion: v.literal(1),
  publisher: text,
  place: text,
  publishedOn: day,
  /** Scheme whose codes the entries use, e.g. `vn-2011` or `vn-2022`. */
  scheme: text,
  source: v.optional(v.object({ name: v.optional(text), url: v.optional(webAddress) })),
  /** Made up to show how a page looks; said wherever such a level is shown. */
  illustration: v.optional(v.boolean(), false),
});

export const levelListSchema = v.object({
  ...levelListHeadSchema.entries,
  entries: v.array(levelEntrySchema),
});

export type LevelEntry = v.InferOutput<typeof levelEntrySchema>;
export type LevelListHead = v.InferOutput<typeof levelListHeadSchema>;
export type LevelList = v.InferOutput<typeof levelListSchema>;
