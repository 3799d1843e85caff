import type { ThesaurusData } from '../catalog/catalog-search.js';
import { NO_THESAURUS, parseThesaurus } from '../catalog/parse-thesaurus.js';
import { FetchTrouble } from '../gateway/fetch-text.js';
import { loadJsonFile } from './json-file.js';
import { reportProblems } from './report-problems.js';

/** The words of a place; undefined where they do not come in time. A search goes on without them. */
export async function loadThesaurus(source: string | ThesaurusData): Promise<ThesaurusData | undefined> {
  if (typeof source !== 'string') return checked(source, 'thesaurus').thesaurus;
  return loadJsonFile(source, (json) => {
    const { thesaurus, isObject } = checked(json, source);
    if (!isObject) throw new FetchTrouble(NO_THESAURUS);
    return thesaurus;
  });
}

/** Members that have the form; the webmaster hears of the others. */
function checked(file: unknown, where: string) {
  const parsed = parseThesaurus(file);
  void reportProblems(where, parsed.problems);
  return parsed;
}
