import * as v from 'valibot';
import { day, partDay, text, webAddress } from '../shared/data-schemas.js';

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
 * A list of levels as one publisher announced it for one place at one time (`formatVersion` 1). Announcements of
 * others are lists of their own. A level belongs to a procedure, a place and a date, so it is never part of the
 * procedure itself.
 */
export const levelListHeadSchema = v.pipe(
  v.object({
    formatVersion: v.literal(1),
    /** Who announced the levels. */
    publisher: text,
    /** Where they hold. */
    place: text,
    /** When they were announced: `2025-07-01`, or `2025-07` or `2025` where no more is known. */
    publishedOn: v.optional(partDay),
    /** Scheme whose codes the entries use, e.g. `vn-2011` or `vn-2022`. */
    scheme: text,
    /** The decision or page: its name and number, its address, and when it was read. */
    source: v.optional(
      v.object({ name: v.optional(text), url: v.optional(webAddress), collectedOn: v.optional(partDay) }),
    ),
    /** Made up to show how a page looks; said wherever such a level is shown. */
    illustration: v.optional(v.boolean(), false),
  }),
  // A level without a time is no level: somebody must be able to ask whether it still holds.
  v.check(
    ({ publishedOn, source }) => publishedOn !== undefined || source?.collectedOn !== undefined,
    'publishedOn or source.collectedOn',
  ),
);

export const levelListSchema = v.object({
  ...levelListHeadSchema.entries,
  entries: v.array(levelEntrySchema),
});

export type LevelEntry = v.InferOutput<typeof levelEntrySchema>;
export type LevelListHead = v.InferOutput<typeof levelListHeadSchema>;
export type LevelList = v.InferOutput<typeof levelListSchema>;
