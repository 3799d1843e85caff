import type { Answers } from './answers.js';
import type { FormDefinition } from './form-definition.js';
import type { Delivery, Helper, Receipt, SentFile, Submission } from './submission.js';

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
  readonly files: readonly SentFile[];
  readonly delivery?: Delivery;
  readonly helper?: Helper;
  readonly sending?: Sending;
  /** Code that the national portal gave, typed here afterwards. */
  readonly portalDossier?: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** A submission that was begun and of which nobody has answered yet. */
export const isOnItsWay = ({ sending }: Draft): boolean => sending !== undefined && !sending.receipt;

/** What stays of a draft once the office has it: the receipt, and nothing of what was typed. */
export function receivedDraft(draft: Draft, sending: Sending, receipt: Receipt): Draft {
  const { schema, procedure, form, at, savedAt, portalDossier } = draft;
  return {
    schema,
    procedure,
    ...(form && { form }),
    answers: {},
    at,
    done: [],
    files: [],
    sending: { ...sending, submission: { ...sending.submission, answers: {}, files: [] }, receipt },
    ...(portalDossier && { portalDossier }),
    savedAt,
  };
}

/** How long a draft is kept on a device of the person's own, in days. */
export const OWN_DEVICE_DAYS = 30;
/** How long it can be opened on a shared one after the last key, in minutes; then the next person may be there. */
export const SHARED_DEVICE_MINUTES = 15;

export function isExpired({ savedAt }: Draft, device: 'own' | 'shared', now: number): boolean {
  const limit = device === 'own' ? OWN_DEVICE_DAYS * 24 * 60 : SHARED_DEVICE_MINUTES;
  // A clock that was set back must not make a draft live for ever, nor end it at once.
  return Math.abs(now - savedAt) > limit * 60_000;
}

/** Answers of a draft that the form of today no longer asks for: shown for copying, never dropped. */
export function answersWithoutField(form: FormDefinition, answers: Answers): string[] {
  const names = new Set(
    form.steps.flatMap(({ groups }) =>
      groups.flatMap(({ name, repeat, fields }) => (repeat ? [name] : fields.map((field) => field.name))),
    ),
  );
  return Object.entries(answers)
    .filter(([name]) => !names.has(name))
    .flatMap(([, answer]) => textsIn(answer));
}

function textsIn(answer: unknown): string[] {
  if (typeof answer === 'string') return answer.trim() === '' ? [] : [answer];
  if (typeof answer === 'number') return [String(answer)];
  return typeof answer === 'object' && answer !== null ? Object.values(answer).flatMap(textsIn) : [];
}
