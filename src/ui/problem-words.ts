import { LANGUAGES, type Language } from '../i18n/language.js';
import type { MessageKey } from '../i18n/namespace.js';
import { problems as namespace } from '../i18n/namespaces/problems.js';
import { translate, type MessageParams } from '../i18n/translator.js';
import type { Problem } from '../shared/result.js';

type Key = MessageKey<typeof namespace>;
type Say = (key: Key, params?: MessageParams) => string;

/** Problems as sentences for the webmaster, in every language or in these: what is wrong, where, and how to mend it. */
export async function problemWords(
  found: readonly Problem[],
  languages: readonly Language[] = LANGUAGES,
): Promise<readonly string[]> {
  await Promise.all(languages.map(async (language) => namespace.load(language)));
  return found.map((problem) => languages.map((language) => sentence(problem, language)).join(' / '));
}

function sentence({ code, params = {} }: Problem, language: Language): string {
  const say: Say = (key, more) => translate(language, [namespace.name], key, more);
  const { index, path = '', reason = '', found = '' } = params;
  const told = {
    ...params,
    // People count from one.
    number: Number(index ?? 0) + 1,
    need: needOf(say, String(reason), String(found), wherein(say, String(path))),
  };
  // A code without words is told as it is: better than nothing.
  return say(code satisfies string as Key, told) || code;
}

/** Where in a record: `fees.0.amount` is the amount in the first of the fees. */
function wherein(say: Say, path: string): string {
  return path.split('.').reduce((where, name) => {
    if (/^\d+$/u.test(name)) return say('path.item', { number: Number(name) + 1, where });
    return where ? say('path.inside', { name, where }) : say('path.member', { name });
  }, '');
}

/** What the check calls its expectation, and what that means for whoever wrote the file. */
const NEEDS: readonly (readonly [RegExp, Key])[] = [
  [/^string$/u, 'need.text'],
  [/^>=1$/u, 'need.filled'],
  [/^(?:number|>=0)$|^Invalid safe integer/u, 'need.count'],
  [/^boolean$/u, 'need.yes-no'],
  [/^Array$/u, 'need.list'],
  [/^Object$/u, 'need.object'],
  [/^yyyy-mm-dd$/u, 'need.day'],
  [/^(?:yyyy\(|\/\^\\d\{4\})/u, 'need.part-day'],
  [/^publishedOn/u, 'need.time'],
  [/^\/\^https/u, 'need.web-address'],
  [/^\/\^\[A-Z\]/u, 'need.currency'],
  [/^["(]/u, 'need.one-of'],
  [/^amount/u, 'need.amount'],
  [/^least/u, 'need.trips'],
  [/^one level/u, 'need.unique'],
  [/^abilities and/u, 'need.apart'],
  [/^<=/u, 'need.shorter'],
  [/^never$/u, 'need.known'],
];

function needOf(say: Say, reason: string, found: string, where: string): string {
  if (found === 'undefined') return say('need.missing', { where });
  const key = NEEDS.find(([pattern]) => pattern.test(reason))?.[1] ?? 'need.other';
  const choices = [...reason.matchAll(/"([^"]+)"/gu)].map(([, choice]) => choice).join(', ');
  const need = say(key, { where, choices });
  // Objects and lists have no words of their own to quote, of a length only the number is told, and a name stands there.
  return /^["\d-]/u.test(found) && !/^(?:[<>]=[1-9]|never)/u.test(reason)
    ? say('need.found', { need, found })
    : need;
}
