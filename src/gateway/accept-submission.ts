import { withFilesOf } from '../forms/attached-files.js';
import { isApplicantForm } from '../forms/applicant-form-id.js';
import { checkAnswers, type AnswerProblem } from '../forms/check-answers.js';
import { checkDelivery, NO_DELIVERY } from '../forms/delivery-draft.js';
import { feeOf, type ComputedFee } from '../forms/fees.js';
import type { FormDefinition } from '../forms/form-definition.js';
import {
  canonicalJson,
  submissionSchema,
  type Delivery,
  type SentFile,
  type Submission,
} from '../forms/submission.js';
import type { IsoDate } from '../shared/clock.js';
import type { Result } from '../shared/result.js';
import { problemBody, type ProblemBody, type ReceivingProblemCode } from './contract.js';
import { parseRequest } from './parse-request.js';

/** A file as the receiving system has it. */
export interface StoredFile {
  readonly size: number;
  readonly sha256: string;
}

export interface AcceptContext {
  /** Whether the place handles this procedure. */
  readonly knows: (procedure: string) => boolean;
  /** The form of an id, as it is in force. */
  readonly formOf: (id: string) => FormDefinition | undefined;
  /** The form that is in force for a procedure, the built-in sheet of who applies included; see `formsInForce`. */
  readonly formFor: (procedure: string) => FormDefinition | undefined;
  /** A file that was uploaded whole. */
  readonly fileOf: (id: string) => StoredFile | undefined;
  /** The day in Việt Nam. */
  readonly today: IsoDate;
}

export interface Accepted {
  readonly submission: Submission;
  readonly fee: ComputedFee | undefined;
}

/**
 * Decides whether a submission can be taken: the rules of the form are evaluated first, and what they work out or
 * leave out must be what was sent. Used by every receiving system of this project.
 * @param json of the request, not trusted in any way
 */
export function acceptSubmission(json: unknown, context: AcceptContext): Result<Accepted, ProblemBody> {
  const parsed = parseRequest(submissionSchema, json);
  if (!parsed.ok) return parsed;
  const submission = parsed.value;
  if (!context.knows(submission.procedure)) return refuse('procedure-unknown');
  // Consent to something else is none.
  if (submission.helper && !submission.helper.procedures.includes(submission.procedure))
    return refuse('invalid-request', '/helper/procedures');
  const inForce = context.formFor(submission.procedure);
  const own = isApplicantForm(inForce) ? undefined : inForce;
  // Left out, it would leave out who applies, every other question that must be answered, and the fee.
  if (!submission.form) return refuse(own ? 'form-unknown' : 'applicant-missing');
  const form = context.formOf(submission.form.id);
  const fits = isApplicantForm(form) ? !own : form?.procedures.includes(submission.procedure);
  if (!form || !fits) return refuse('form-unknown');
  if (form.version !== submission.form.version) return refuse('form-changed');
  // A paper that an answer names and that did not come is missing, whatever the form would make of it.
  const ids = submission.files.map(({ id }) => id);
  if (canonicalJson(withFilesOf(submission.answers, ids)) !== canonicalJson(submission.answers))
    return refuse('file-missing', '/answers');
  const answersProblem = answersProblemOf(form, submission, context.today);
  const problem =
    answersProblem ??
    deliveryProblemOf(submission.delivery, context.today) ??
    filesProblemOf(submission.files, context.fileOf);
  if (problem) return { ok: false, problem };
  return { ok: true, value: { submission, fee: feeOf(form, submission.answers, true) } };
}

function answersProblemOf(
  form: FormDefinition,
  { answers }: Submission,
  today: IsoDate,
): ProblemBody | undefined {
  const checked = checkAnswers(form, answers, today);
  if (checked.errors.length > 0) return answersInvalid(checked.errors, '/answers/');
  return canonicalJson(checked.answers) === canonicalJson(answers)
    ? undefined
    : problemBody('answers-differ');
}

const answersInvalid = (errors: readonly AnswerProblem[], place = ''): ProblemBody =>
  problemBody(
    'answers-invalid',
    errors.map(({ path, code }) => ({ pointer: place + path.replaceAll('.', '/'), code })),
  );

/**
 * Whether somebody can be reached by what was said: what is only unusual is taken.
 * @param place JSON pointer of what holds it
 */
export function deliveryProblemOf(
  delivery: Delivery | undefined,
  today: IsoDate,
  place = '',
): ProblemBody | undefined {
  const { errors = [] } = delivery ? checkDelivery({ ...NO_DELIVERY, ...delivery }, today) : {};
  return errors.length > 0 ? answersInvalid(errors, place) : undefined;
}

/**
 * Whether files were uploaded, whole and as they are named.
 * @param place JSON pointer of what holds them
 */
export function filesProblemOf(
  files: readonly SentFile[],
  fileOf: AcceptContext['fileOf'],
  place = '',
): ProblemBody | undefined {
  for (const [at, file] of files.entries()) {
    const stored = fileOf(file.id);
    const code: ReceivingProblemCode | undefined = !stored
      ? 'file-missing'
      : stored.size !== file.size || stored.sha256 !== file.sha256
        ? 'file-differs'
        : undefined;
    if (code) return problemBody(code, [{ pointer: `${place}/files/${String(at)}`, code }]);
  }
  return undefined;
}

/** @param pointer JSON pointer of what is wrong, where it is one thing */
const refuse = (code: ReceivingProblemCode, pointer?: string): Result<never, ProblemBody> => ({
  ok: false,
  problem: problemBody(code, pointer === undefined ? undefined : [{ pointer, code }]),
});
