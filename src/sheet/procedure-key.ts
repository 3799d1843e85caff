import { caseOf, normaliseCode } from '../shared/procedure-code.js';

/** What tells a procedure from others, under all spellings of its code; its cases are procedures of their own. */
export function procedureKey(code: string): string {
  const normalised = normaliseCode(code);
  return normalised ? normalised + caseOf(code) : code;
}
