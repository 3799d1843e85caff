import * as v from 'valibot';
import { count, text } from '../shared/data-schemas.js';
import { isFilled, type Answer, type Answers } from './answers.js';

/** Made by the client before the first byte is sent, so that a repeated request is known for what it is. */
const uuid = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u));
/** SHA-256 in hexadecimal. */
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u));
/** Letters of the longest name that the contract carries. */
export const LONGEST_LINE = 500;
const line = v.pipe(text, v.maxLength(LONGEST_LINE));

/** A file that was uploaded beforehand, under the id that the client chose for it. */
export const sentFileSchema = v.object({
  id: uuid,
  /** As it was called on the person's machine; shown, never used as a path. */
  name: v.pipe(text, v.maxLength(255)),
  /** Bytes. */
  size: count,
  sha256,
  /** The paper that it stands for. */
  paper: v.exactOptional(line),
});
export type SentFile = v.InferOutput<typeof sentFileSchema>;

/** How the result reaches the person. */
export const deliverySchema = v.variant('way', [
  v.object({ way: v.literal('online') }),
  v.object({ way: v.literal('post'), name: line, phone: line, address: line }),
  v.object({ way: v.literal('desk') }),
  /** Somebody else collects it, with their own papers. */
  v.object({ way: v.literal('other-person'), name: line, number: line }),
]);
export type Delivery = v.InferOutput<typeof deliverySchema>;
export const DELIVERY_WAYS = ['online', 'post', 'desk', 'other-person'] as const;

/** Who typed for the person, and that the person agreed to it. */
export const helperSchema = v.object({
  name: line,
  role: line,
  consent: v.literal(true),
  /** Codes of the procedures that the person agreed to; the one that is applied for is among them. */
  procedures: v.pipe(v.array(line), v.minLength(1)),
});
export type Helper = v.InferOutput<typeof helperSchema>;

/** Most papers that one application holds. */
export const MOST_FILES = 50;

/** Lists and records in one another: an answer of a form has no more than five, with all that they hold. */
const DEEPEST_ANSWER = 24;

/** Nothing that any form asks for; whoever went through it to its end would never come back. */
const isTooDeep = (value: unknown, depth = 0): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (depth > DEEPEST_ANSWER || Object.values(value).some((one) => isTooDeep(one, depth + 1)));

/** As `checkAnswers` keeps them. */
export const answersSchema = v.custom<Answers>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && !isTooDeep(value),
);

/** What is sent, version 1 of the contract. */
export const submissionSchema = v.object({
  contract: v.literal(1),
  /** Code of the procedure. */
  procedure: line,
  form: v.exactOptional(v.object({ id: line, version: line })),
  /** As `checkAnswers` keeps them. */
  answers: answersSchema,
  files: v.pipe(v.array(sentFileSchema), v.maxLength(MOST_FILES)),
  delivery: v.exactOptional(deliverySchema),
  helper: v.exactOptional(helperSchema),
});
export type Submission = v.InferOutput<typeof submissionSchema>;

const timeGiven = {
  /** Working days or days that were counted; 0 for the same day. */
  days: count,
  unit: v.picklist(['working-day', 'day']),
  /** Hour from which papers are taken as of the next working day, where it is another than the closing hour. */
  cutOffHour: v.exactOptional(count),
  /** What the source says of the time, with its conditions. */
  published: v.exactOptional(line),
};

const day = v.pipe(v.string(), v.isoDate());
/** A date with the days that were counted, so that it can be followed. */
export const countedDateSchema = v.object({
  on: day,
  ...timeGiven,
  /** First day that was counted. */
  from: day,
  /** Days off within the time. */
  skipped: v.array(day),
  /** Why it does not begin with the day on which the papers came; absent where it does. */
  startsLater: v.exactOptional(v.picklist(['after-hour', 'day-off'])),
});
/** A date alone, as an office wrote it down. */
export const dateAloneSchema = v.object({ on: day });

/** The receiving system's proof: what it stored, read back from where it is stored. */
export const receiptSchema = v.object({
  contract: v.literal(1),
  /** Id of the submission, as the client made it. */
  submission: uuid,
  /** Code of the dossier, by which it is followed. */
  dossier: line,
  /** An instant, ISO 8601. */
  receivedAt: v.pipe(v.string(), v.isoTimestamp()),
  /** Who received it. */
  office: line,
  procedure: line,
  /** How many answers are stored; see `countAnswers`. */
  answers: count,
  /** SHA-256 of the canonical JSON of what is stored; see `contentOf`. */
  content: sha256,
  files: v.array(sentFileSchema),
  /** When the result is due; absent where no source gives a time, and where the days off on the way are not known yet. */
  due: v.exactOptional(v.union([countedDateSchema, dateAloneSchema])),
  /** The time that the office has, where no date can be worked out yet because the days off on the way are not known. */
  limit: v.exactOptional(v.object(timeGiven)),
  /** Whole đồng; absent where no source tells the fee. */
  fee: v.exactOptional(
    v.object({
      total: count,
      lines: v.array(v.object({ label: line, amount: v.pipe(v.number(), v.safeInteger()) })),
    }),
  ),
  delivery: v.exactOptional(deliverySchema),
  helper: v.exactOptional(
    v.object({
      name: line,
      role: line,
      /** Codes of the procedures that the person agreed to; absent on receipts of before these were told. */
      procedures: v.exactOptional(v.array(line)),
    }),
  ),
  /** Opens the details of the dossier; shown once, on this receipt. */
  secret: line,
  /** Nothing that this system receives reaches an office. */
  sample: v.optional(v.boolean(), false),
});
export type Receipt = v.InferOutput<typeof receiptSchema>;

/** What of a submission is hashed: everything that an office decides by. */
export function contentOf({ procedure, form, answers, files, delivery, helper }: Submission): string {
  return canonicalJson({ procedure, form, answers, files, delivery, helper });
}

/**
 * One text for one content, whatever the order of its members (after RFC 8785): keys sorted, strings in NFC. Written
 * here member by member, because scripts of old portals replace how arrays and objects become JSON.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    let items = '';
    for (const [at, item] of value.entries()) items += (at > 0 ? ',' : '') + canonicalJson(item ?? null);
    return `[${items}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    members.sort(([one], [other]) => (one < other ? -1 : 1));
    let text = '';
    for (const [name, member] of members)
      text += `${text && ','}${JSON.stringify(name)}:${canonicalJson(member)}`;
    return `{${text}}`;
  }
  return JSON.stringify(typeof value === 'string' ? value.normalize('NFC') : (value ?? null));
}

/** How many answers there are: each part of a person, each field of each entry is one. */
export function countAnswers(answers: Answers): number {
  return Object.values(answers).reduce<number>((sum, answer) => sum + countOf(answer), 0);
}

function countOf(answer: Answer | null | undefined): number {
  if (!isFilled(answer)) return 0;
  if (typeof answer !== 'object') return 1;
  if (!Array.isArray(answer)) return countAnswers(answer as Answers);
  return answer.some((entry) => typeof entry === 'object')
    ? answer.reduce<number>((sum, entry: Answer) => sum + countOf(entry), 0)
    : 1;
}

/** In what a receipt differs from what was sent; nothing where the other side holds all of it. */
export const RECEIPT_FAULTS = ['submission', 'procedure', 'answers', 'content', 'files'] as const;
export type ReceiptFault = (typeof RECEIPT_FAULTS)[number];

/**
 * Compares what a receiving system says it stored with what was sent. Only an empty list is a success.
 * @param content SHA-256 of `contentOf(sent)`
 */
export function receiptFaults(
  receipt: Receipt,
  sent: Submission,
  { id, content }: { readonly id: string; readonly content: string },
): ReceiptFault[] {
  const isSame: Readonly<Record<ReceiptFault, boolean>> = {
    submission: receipt.submission === id,
    procedure: receipt.procedure === sent.procedure,
    answers: receipt.answers === countAnswers(sent.answers),
    content: receipt.content === content,
    files: filesKey(receipt.files) === filesKey(sent.files),
  };
  return RECEIPT_FAULTS.filter((fault) => !isSame[fault]);
}

const filesKey = (files: readonly SentFile[]): string =>
  files
    .map(({ id, size, sha256: hash }) => `${id} ${String(size)} ${hash}`)
    .sort()
    .join('\n');
