import * as v from 'valibot';
import type { Problem } from './result.js';

/** Words of a file that end up in a problem are cut: they are somebody else's. */
const LONGEST_QUOTE = 60;

export function quote(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}

/** Where in a record the fault is, what was expected there, and what was found. */
export function faultOf(issue: v.BaseIssue<unknown>): { path: string; reason: string; found: string } {
  return {
    path: v.getDotPath(issue) ?? '',
    reason: issue.expected ?? issue.message,
    found: quote(issue.received),
  };
}

/** @param index position in the list, from 0 */
export function recordProblem(
  issue: v.BaseIssue<unknown>,
  index: number,
  json: unknown,
): Problem<'record-invalid'> {
  const code = typeof json === 'object' && json !== null && 'code' in json ? json.code : undefined;
  const procedure = typeof code === 'string' ? quote(code) : '?';
  return { code: 'record-invalid', params: { index, procedure, ...faultOf(issue) } };
}

export function headProblem(issue: v.BaseIssue<unknown>): Problem<'head-invalid' | 'unknown-format-version'> {
  const fault = faultOf(issue);
  return fault.path === 'formatVersion'
    ? { code: 'unknown-format-version', params: { found: fault.found } }
    : { code: 'head-invalid', params: fault };
}
