import { OWN_DEVICE_DAYS } from '../shared/keep-times.js';
import { answerAt, entriesOf, type Answers } from './answers.js';
import { FILE_ID } from './attached-files.js';
import { ADDRESS_PARTS } from './check-answers.js';
import type { Field, FormDefinition } from './form-definition.js';
import { NO_DELIVERY, type DeliveryDraft } from './delivery-draft.js';
import type { FormState } from './form-state.js';
import { NO_HELPER, type HelperDraft } from './helper-draft.js';
import type { Receipt, SentFile, Submission } from './submission.js';

/** A submission on its way, or there. The id is made, and kept, before the first byte is sent. */
export interface Sending {
  readonly id: string;
  /** Address of the receiving system that it is meant for; it goes nowhere else, whatever a page says later. */
  readonly to: string;
  readonly submission: Submission;
  /** SHA-256 of `contentOf(submission)`. */
  readonly content: string;
  /** Set once the other side's receipt was compared with what was sent. */
  readonly receipt?: Receipt;
  /** A payment was opened there: what became of it is asked, never guessed. */
  readonly isPaying?: true;
}

/** Everything of an application that is not sent yet, or was; plain data. */
export interface Draft {
  readonly schema: 1;
  /** Code of the procedure. */
  readonly procedure: string;
  readonly form?: { readonly id: string; readonly version: string };
  readonly answers: Answers;
  /** Id of the screen in view, and of those that were left by going on. */
  readonly at: string;
  readonly done: readonly string[];
  /** Id of the screen to come back to: something was being changed. */
  readonly returnTo?: string;
  readonly files: readonly SentFile[];
  /** As far as it is filled in. */
  readonly delivery?: Partial<DeliveryDraft>;
  readonly helper?: Partial<HelperDraft>;
  readonly sending?: Sending;
  /** Code that the national portal gave, typed here afterwards. */
  readonly portalDossier?: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** Everything of an application, as it is kept and carried; what was not touched is left out. */
export function draftOf(
  { form, answers, at, done, returnTo }: FormState,
  {
    procedure,
    files,
    delivery,
    helper,
    sending,
    noted,
    savedAt,
  }: Pick<Draft, 'procedure' | 'files' | 'savedAt'> & {
    readonly delivery: DeliveryDraft;
    readonly helper: HelperDraft;
    readonly sending: Sending | undefined;
    /** Code that the national portal gave. */
    readonly noted: string;
  },
): Draft {
  const portalDossier = noted.trim();
  return {
    schema: 1,
    procedure,
    ...(form && { form: { id: form.id, version: form.version } }),
    answers,
    at,
    done,
    ...(returnTo !== undefined && { returnTo }),
    files,
    ...(delivery !== NO_DELIVERY && { delivery }),
    ...(helper !== NO_HELPER && { helper }),
    ...(sending && { sending }),
    ...(portalDossier && { portalDossier }),
    savedAt,
  };
}

/** A submission that was begun and of which nobody has answered yet. */
export const isOnItsWay = ({ sending }: Draft): boolean => sending !== undefined && !sending.receipt;

/** What is on its way was filled in as another version of the form than is here. */
export const isOfOtherForm = (sending: Sending | undefined, form: FormDefinition | undefined): boolean =>
  sending !== undefined && sending.submission.form?.version !== form?.version;

/** What stays of a draft once the office has it: the receipt, and nothing of what was typed. */
export function receivedDraft(draft: Draft, sending: Sending, receipt: Receipt): Draft {
  const { schema, procedure, form, at, savedAt, portalDossier } = draft;
  const { contract } = sending.submission;
  return {
    schema,
    procedure,
    ...(form && { form }),
    answers: {},
    at,
    done: [],
    files: [],
    sending: { ...sending, submission: { contract, procedure, answers: {}, files: [] }, receipt },
    ...(portalDossier && { portalDossier }),
    savedAt,
  };
}

/**
 * How long it can be opened on a shared one after the last sign of life, in minutes, where nobody says otherwise; then
 * the next person may be there.
 */
export const SHARED_DEVICE_MINUTES = 15;

/** A draft of later than now is of a clock that was set back since: whoever finds it dates it anew. */
export function isExpired(
  { savedAt }: Draft,
  device: 'own' | 'shared',
  now: number,
  sharedMinutes = SHARED_DEVICE_MINUTES,
): boolean {
  const limit = device === 'own' ? OWN_DEVICE_DAYS * 24 * 60 : sharedMinutes;
  return now - savedAt > limit * 60_000;
}

/** Texts of a draft that the form of today has no place for: shown for copying, never dropped. */
export function answersWithoutField({ steps }: FormDefinition, answers: Answers): string[] {
  const groups = steps.flatMap((step) => step.groups);
  const repeated = groups.filter(({ repeat }) => repeat);
  const fields = groups.flatMap((group) => (group.repeat ? [] : group.fields));
  const others = Object.entries(answers).filter(([name]) => !repeated.some((group) => group.name === name));
  return [
    ...textsWithoutField(fields, Object.fromEntries(others)),
    ...repeated.flatMap(({ name, fields: own }) => {
      const entries = entriesOf(answers, name);
      // What is no list of entries was the answer to a field.
      if (entries.length === 0) return textsIn(answerAt(name, answers));
      return entries.flatMap((entry) => textsWithoutField(own, entry));
    }),
  ];
}

const textsWithoutField = (fields: readonly Field[], answers: Answers): string[] =>
  Object.entries(answers).flatMap(([name, answer]) => {
    const field = fields.find((one) => one.name === name);
    return field ? textsBeside(field, answer) : textsIn(answer);
  });

/** What an answer holds that its field cannot show, because the field was of another kind before. */
function textsBeside(field: Field, answer: Answers[string]): string[] {
  switch (field.kind) {
    case 'person':
    case 'address': {
      const parts: readonly string[] = field.kind === 'person' ? field.parts : ADDRESS_PARTS;
      const isRecord = typeof answer === 'object' && !Array.isArray(answer);
      if (!isRecord || !answer) return textsIn(answer);
      return Object.entries(answer).flatMap(([part, text]) =>
        parts.includes(part) && typeof text === 'string' ? [] : textsIn(text),
      );
    }
    case 'choice':
    case 'choices':
      return textsIn(answer).filter((text) => !field.options.some(({ value }) => value === text));
    case 'yes-no':
    case 'declaration':
    case 'attachment':
    case 'information':
      return textsIn(answer);
    default:
      return typeof answer === 'object' ? textsIn(answer) : [];
  }
}

function textsIn(answer: unknown): string[] {
  if (typeof answer === 'string') return answer.trim() === '' || FILE_ID.test(answer) ? [] : [answer];
  if (typeof answer === 'number') return [String(answer)];
  return typeof answer === 'object' && answer !== null ? Object.values(answer).flatMap(textsIn) : [];
}
