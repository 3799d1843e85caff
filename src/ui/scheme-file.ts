import { FetchTrouble } from '../gateway/fetch-text.js';
import type { LevelScheme } from '../levels/level-scheme.js';
import { parseLevelSchemes } from '../levels/parse-level-schemes.js';
import { loadJsonFile } from './json-file.js';
import { reportProblems } from './report-problems.js';

/** The level schemes of a file; undefined where it does not come in time or has none, and the built-in ones stay. */
export function loadSchemes(url: string): Promise<readonly LevelScheme[] | undefined> {
  return loadJsonFile(url, (json) => {
    const { schemes, problems } = parseLevelSchemes(json);
    const [problem] = problems;
    if (schemes.length === 0) throw new FetchTrouble(problem ?? { code: 'no-records' });
    void reportProblems(url, problems);
    return schemes;
  });
}
