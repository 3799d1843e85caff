import { checkParts, type CheckedAnswers } from './check-answers.js';

/** Where its parts are told of: no field of a form can have this name. */
export const HELPER = '.helper';

/** Who types for the citizen; `consent` is the citizen's. */
export interface HelperDraft {
  readonly name: string;
  readonly role: string;
  readonly consent: boolean;
}

export const NO_HELPER: HelperDraft = { name: '', role: '', consent: false };

/** What the helper has not said yet, and the consent where it is not given. */
export function checkHelper({ name, role, consent }: HelperDraft): CheckedAnswers {
  const checked = checkParts(
    HELPER,
    [
      ['name', 'name', name],
      ['role', 'text', role],
    ],
    '',
  );
  if (consent) return checked;
  return { ...checked, errors: [...checked.errors, { path: `${HELPER}.consent`, code: 'required' }] };
}
