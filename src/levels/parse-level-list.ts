import * as v from 'valibot';
import { cleanData } from '../shared/clean-data.js';
import { headProblem, recordProblem } from '../shared/data-faults.js';
import { readListInSlices, type ListReader, type Slicing } from '../shared/read-list.js';
import type { Problem } from '../shared/result.js';
import { levelEntrySchema, levelListHeadSchema, type LevelEntry, type LevelList } from './level-list.js';

export interface ParsedLevelList {
  /** Undefined where the file as a whole could not be read. */
  readonly list: LevelList | undefined;
  readonly problems: readonly Problem[];
}

/** Checks a level list (format version 1), entry by entry. Never throws. */
export function parseLevelList(json: unknown): ParsedLevelList {
  const reader = createLevelListReader();
  if (typeof json === 'object' && json !== null && 'entries' in json && Array.isArray(json.entries)) {
    for (const entry of json.entries as unknown[]) reader.record(entry);
    reader.head(json);
  } else {
    reader.trouble('no-records');
  }
  return reader.finish();
}

/** Reads a level list from its text in slices; see `readCatalogInSlices`. */
export function readLevelListInSlices(
  chunks: AsyncIterable<string> | Iterable<string>,
  slicing: Slicing,
): Promise<ParsedLevelList> {
  return readListInSlices(chunks, 'entries', createLevelListReader(), slicing);
}

function createLevelListReader(): ListReader<ParsedLevelList> {
  const problems: Problem[] = [];
  const entries: LevelEntry[] = [];
  let head: v.InferOutput<typeof levelListHeadSchema> | undefined;
  let index = -1;
  return {
    head(json) {
      const result = v.safeParse(levelListHeadSchema, cleanData({ ...json, entries: undefined }, true));
      if (result.success) head = result.output;
      else problems.push(headProblem(result.issues[0]));
    },
    record(json) {
      index += 1;
      const result = v.safeParse(levelEntrySchema, cleanData(json, true), { abortEarly: true });
      if (result.success) entries.push(result.output);
      else problems.push(recordProblem(result.issues[0], index, json));
    },
    broken() {
      index += 1;
      problems.push({ code: 'record-broken', params: { index } });
    },
    trouble(code) {
      problems.push({ code });
    },
    finish: () => ({ list: head && { ...head, entries }, problems }),
  };
}
