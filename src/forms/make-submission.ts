import { checkAnswers } from './check-answers.js';
import { finishedDelivery, type DeliveryDraft } from './delivery-draft.js';
import type { FormState, Screen } from './form-state.js';
import type { HelperDraft } from './helper-draft.js';
import type { SentFile, Submission } from './submission.js';

/** What was filled in beside the form. */
export interface Beside {
  readonly screens: readonly Screen[];
  readonly delivery: DeliveryDraft;
  readonly helper: HelperDraft;
  readonly files: readonly SentFile[];
  /** As `yyyy-mm-dd`, the day in Việt Nam. */
  readonly today: string;
}

/** An application as it is sent: answers that apply, tidied, and only what its steps asked for. */
export function makeSubmission(
  { form, answers }: FormState,
  procedure: string,
  { screens, delivery: typed, helper, files, today }: Beside,
): Submission {
  const isAsked = screens.some(({ kind }) => kind === 'delivery');
  const delivery = isAsked ? finishedDelivery(typed, today) : undefined;
  return {
    contract: 1,
    procedure,
    ...(form && { form: { id: form.id, version: form.version } }),
    answers: form ? checkAnswers(form, answers, today).answers : {},
    files: [...files],
    ...(delivery && { delivery }),
    ...(helper.consent && { helper: { ...helper, consent: true, procedures: [procedure] } }),
  };
}
