import * as v from 'valibot';
import type { Result } from '../shared/result.js';
import { problemBody, type ProblemBody } from './contract.js';

/** The body of a request; nothing where it is no JSON. */
export const jsonOf = (request: Request): Promise<{ readonly value: unknown } | undefined> =>
  request.json().then(
    (value: unknown) => ({ value }),
    () => undefined,
  );

/** Takes a body for what it should be, or says at which places it is not. */
export function parseRequest<Output>(
  schema: v.GenericSchema<unknown, Output>,
  json: unknown,
): Result<Output, ProblemBody> {
  const parsed = v.safeParse(schema, json);
  if (parsed.success) return { ok: true, value: parsed.output };
  const errors = parsed.issues.map((issue) => ({
    pointer: pointerOf(issue),
    code: 'invalid-request' as const,
  }));
  return { ok: false, problem: problemBody('invalid-request', errors) };
}

const pointerOf = (issue: v.BaseIssue<unknown>): string =>
  (issue.path ?? []).map(({ key }) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
