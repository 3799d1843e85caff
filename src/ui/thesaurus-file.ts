import type { ThesaurusData } from '../catalog/catalog-search.js';
import { FetchTrouble } from '../gateway/fetch-text.js';
import type { Problem } from '../shared/result.js';
import { loadJsonFile } from './json-file.js';
import { reportProblems } from './report-problems.js';

const LISTS = ['means', 'ages'] as const;
const TEXTS = ['things', 'noise', 'talk', 'weak', 'special'] as const;

/** The words of a place; undefined where they do not come in time. A search goes on without them. */
export async function loadThesaurus(source: string | ThesaurusData): Promise<ThesaurusData | undefined> {
  if (typeof source !== 'string') return checked(source, 'thesaurus').thesaurus;
  return loadJsonFile(source, (json) => {
    const { thesaurus, isObject } = checked(json, source);
    if (!isObject) throw new FetchTrouble({ code: 'thesaurus-invalid', params: { names: '{ }' } });
    return thesaurus;
  });
}

/** Members that have the form; the webmaster hears of the others. */
function checked(file: unknown, where: string): { thesaurus: ThesaurusData; isObject: boolean } {
  const isObject = typeof file === 'object' && file !== null && !Array.isArray(file);
  const members = isObject ? (file as Record<string, unknown>) : {};
  const isText = (value: unknown) => typeof value === 'string';
  const isList = (value: unknown) => Array.isArray(value) && value.every(isText);
  const isRight = (name: string) =>
    (LISTS as readonly string[]).includes(name) ? isList(members[name]) : isText(members[name]);
  const said = [...LISTS, ...TEXTS].filter((name) => members[name] !== undefined);
  const wrong = said.filter((name) => !isRight(name));
  if (wrong.length > 0) {
    const problem: Problem = { code: 'thesaurus-invalid', params: { names: wrong.join(', ') } };
    void reportProblems(where, [problem]);
  }
  const right = said.filter(isRight).map((name) => [name, members[name]] as const);
  return { thesaurus: Object.fromEntries(right), isObject };
}
