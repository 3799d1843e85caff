import * as v from 'valibot';
import { cleanData } from '../shared/clean-data.js';
import { headProblem, quote, recordProblem } from '../shared/data-faults.js';
import { readListInSlices, type ListReader, type Slicing } from '../shared/read-list.js';
import type { Catalog } from './catalog.js';
import { catalogHeadSchema, procedureSchema, type CatalogHead, type Procedure } from './procedure.js';
import { caseOf, normaliseCode } from '../shared/procedure-code.js';
import type { DataProblem } from './problems.js';

export interface ParsedCatalog {
  /** Always there, so that a page never breaks; empty where nothing could be read. */
  readonly catalog: Catalog;
  /** What was left out or is unusual, in the order of the file. */
  readonly problems: readonly DataProblem[];
}

const NO_HEAD: CatalogHead = { formatVersion: 1, publisher: '', place: '', publishedOn: '', sample: false };

const MOST_HEAD_PROBLEMS = 5;

/**
 * Checks a catalogue file (format version 1), record by record: a bad one is left out and named, the others stay.
 * Never throws.
 * @param json what `JSON.parse` gave
 */
export function parseCatalog(json: unknown): ParsedCatalog {
  const reader = createCatalogReader();
  if (typeof json === 'object' && json !== null && 'procedures' in json && Array.isArray(json.procedures)) {
    for (const record of json.procedures as unknown[]) reader.record(record);
    reader.head(json);
  } else {
    reader.trouble('no-records');
  }
  return reader.finish();
}

/**
 * Reads a catalogue file from its text in slices: the same outcome as `parseCatalog`, without holding up the page.
 * A file that broke off keeps its whole records; a record that is no JSON harms no other.
 * @param chunks the text, whole or as it arrives
 */
export function readCatalogInSlices(
  chunks: AsyncIterable<string> | Iterable<string>,
  slicing: Slicing,
): Promise<ParsedCatalog> {
  return readListInSlices(chunks, 'procedures', createCatalogReader(), slicing);
}

function createCatalogReader(): ListReader<ParsedCatalog> {
  const problems: DataProblem[] = [];
  const procedures: Procedure[] = [];
  const seen = new Set<string>();
  let head: CatalogHead | undefined;
  let index = -1;

  return {
    head(json) {
      const { sample = false } = json as { sample?: unknown };
      // Whose data it is can be said without a source; what may be sample data is called that.
      for (const one of [json, { ...json, source: undefined, sample: sample !== false }]) {
        const result = v.safeParse(catalogHeadSchema, cleanData({ ...one, procedures: undefined }, true));
        if (result.success) head ??= result.output;
        else if (one === json) problems.push(...result.issues.slice(0, MOST_HEAD_PROBLEMS).map(headProblem));
      }
    },
    record(json) {
      index += 1;
      const result = v.safeParse(procedureSchema, cleanData(json, true), { abortEarly: true });
      if (!result.success) {
        problems.push(recordProblem(result.issues[0], index, json));
        return;
      }
      const { code } = result.output;
      const normalisedCode = normaliseCode(code);
      const about = { index, procedure: quote(code) };
      if (!normalisedCode) problems.push({ code: 'code-unusual', params: about });
      // One procedure under two spellings of its code would be two answers to one question; its cases are several.
      const key = normalisedCode ? normalisedCode + caseOf(code) : code;
      if (seen.has(key)) {
        problems.push({ code: 'code-duplicate', params: about });
        return;
      }
      seen.add(key);
      procedures.push({ ...result.output, normalisedCode });
    },
    broken() {
      index += 1;
      problems.push({ code: 'record-broken', params: { index } });
    },
    trouble(code) {
      problems.push({ code });
    },
    // Without a readable head nobody can say whose data this is, so none of it is shown.
    finish: () => ({ catalog: head ? makeCatalog(head, procedures) : makeCatalog(NO_HEAD, []), problems }),
  };
}

function makeCatalog(head: CatalogHead, procedures: readonly Procedure[]): Catalog {
  let byKey: Map<string, Procedure> | undefined;
  return {
    ...head,
    procedures,
    byCode(code: unknown) {
      if (typeof code !== 'string') return undefined;
      byKey ??= keysOf(procedures);
      const asWritten = code.normalize('NFC').trim();
      return byKey.get(asWritten) ?? byKey.get(normaliseCode(asWritten) ?? '');
    },
  };
}

/** Published codes first, then normalised ones, then former ones: the nearest reading wins. */
function keysOf(procedures: readonly Procedure[]): Map<string, Procedure> {
  const keys = new Map<string, Procedure>();
  const add = (key: string | undefined, procedure: Procedure) => {
    if (key && !keys.has(key)) keys.set(key, procedure);
  };
  for (const procedure of procedures) add(procedure.code, procedure);
  for (const procedure of procedures) add(procedure.normalisedCode, procedure);
  for (const procedure of procedures) {
    for (const former of procedure.formerCodes) {
      add(former, procedure);
      add(normaliseCode(former), procedure);
    }
  }
  return keys;
}
