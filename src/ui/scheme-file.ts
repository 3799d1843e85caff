import { FetchTrouble } from '../gateway/fetch-text.js';
import { parseLevelSchemes } from '../levels/parse-level-schemes.js';
import { loadJsonFile } from './json-file.js';
import type { PortalSettings } from './configure.js';
import { reportProblems } from './report-problems.js';

/** What a file of schemes says, as settings: nothing but schemes and the mappings between them. */
export type SchemeSettings = Pick<PortalSettings, 'schemes' | 'mappings'>;

/**
 * The level schemes of a file and how they are read in each other; undefined where it does not come in time or has
 * none, and the built-in ones stay.
 */
export function loadSchemes(url: string): Promise<SchemeSettings | undefined> {
  return loadJsonFile(url, (json) => {
    const { schemes, mappings, problems } = parseLevelSchemes(json);
    const [problem] = problems;
    if (schemes.length === 0) throw new FetchTrouble(problem ?? { code: 'no-records' });
    void reportProblems(url, problems);
    return { schemes, mappings };
  });
}
