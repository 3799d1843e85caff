import type { Problem } from '../shared/result.js';

/**
 * What can be wrong with a file of data, as codes; `locales/…/problems.json` has the words and the fix.
 * Params, where they apply: `index` (position in the list, from 0), `procedure` (code as published), `path`
 * (member, e.g. `fees.0.amount`), `reason` (what was expected), `found` (what stood there, cut short).
 */
export const DATA_PROBLEMS = [
  /** The text is no JSON; nothing could be read. */
  'broken-json',
  /** The text ends in the middle of the list; the records before are kept. */
  'file-truncated',
  /** The file is larger than what a phone should load; nothing was read past the limit (`limitBytes`). */
  'file-too-large',
  /** The file is no object with a list of records. */
  'no-records',
  /** `formatVersion` is not one that this version reads. */
  'unknown-format-version',
  /** A member of the head is missing or wrong. */
  'head-invalid',
  /** A record is missing a member or has a wrong one; it was left out. */
  'record-invalid',
  /** A record is no JSON; it was left out. */
  'record-broken',
  /** A record has the code of an earlier one; it was left out. */
  'code-duplicate',
  /** A code is not of the form `d.dddddd`; the record is kept, joined only to lists that spell it the same. */
  'code-unusual',
  /** A level that no scheme knows; none is shown, and no later list speaks instead. */
  'level-unknown',
  /** A level list has a code twice for one day; the first counts. */
  'level-duplicate',
] as const;

export type DataProblemCode = (typeof DATA_PROBLEMS)[number];
export type DataProblem = Problem<DataProblemCode>;
