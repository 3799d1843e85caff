import type { Problem } from '../shared/result.js';
import type { ThesaurusData } from './catalog-search.js';

const LISTS = ['means', 'ages'] as const;
const TEXTS = ['things', 'noise', 'talk', 'weak', 'special'] as const;

export interface ParsedThesaurus {
  /** The members that have the form. */
  readonly thesaurus: ThesaurusData;
  /** There is something to look for members in. */
  readonly isObject: boolean;
  /** One that names the members that have it not. */
  readonly problems: readonly Problem<'thesaurus-invalid'>[];
}

/** Checks everyday words that a place keeps, member by member: a bad one is left out and named. Never throws. */
export function parseThesaurus(json: unknown): ParsedThesaurus {
  const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
  const members = isObject ? (json as Record<string, unknown>) : {};
  const isText = (value: unknown) => typeof value === 'string';
  const isList = (value: unknown) => Array.isArray(value) && value.every(isText);
  const isRight = (name: string) =>
    (LISTS as readonly string[]).includes(name) ? isList(members[name]) : isText(members[name]);
  const said = [...LISTS, ...TEXTS].filter((name) => members[name] !== undefined);
  const wrong = said.filter((name) => !isRight(name));
  return {
    thesaurus: Object.fromEntries(said.filter(isRight).map((name) => [name, members[name]])),
    isObject,
    problems: wrong.length > 0 ? [{ code: 'thesaurus-invalid', params: { names: wrong.join(', ') } }] : [],
  };
}

/** What a file is told that holds no words at all. */
export const NO_THESAURUS: Problem<'thesaurus-invalid'> = {
  code: 'thesaurus-invalid',
  params: { names: '{ }' },
};
