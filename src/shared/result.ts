/**
 * A trouble told in a code, never in a sentence: the element that shows it finds the words.
 * `params` hold what the words need (a path, a count, a status); never personal data.
 */
export interface Problem<Code extends string = string> {
  readonly code: Code;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Expected trouble is a value; an exception means a bug. */
export type Result<Value, Trouble = Problem> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Trouble };
