import type { OfficeLimit } from '../catalog/office-limit.js';
import { dueDate, isCounted, type DateAlone, type DueDate, type WorkCalendar } from '../dossiers/deadline.js';
import type { ComputedFee } from '../forms/fees.js';
import { countAnswers, LONGEST_LINE, type Receipt, type Submission } from '../forms/submission.js';
import { dayInVietnam } from '../shared/clock.js';

/** Letters and digits that nobody mistakes for each other (Crockford). */
const SECRET_SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Ten of them are fifty bits. */
export const makeSecret = (randomBytes: (count: number) => Uint8Array): string =>
  [...randomBytes(10)].map((byte) => SECRET_SIGNS[byte % 32]).join('');

export interface ReceiptParts {
  readonly id: string;
  readonly submission: Submission;
  readonly fee: ComputedFee | undefined;
  /** SHA-256 of the content. */
  readonly hash: string;
  /** Which one of its day. */
  readonly number: number;
  readonly now: Date;
  readonly secret: string;
  /** The date that the office gives by itself, in place of the one that a source would give. */
  readonly promised?: DueDate | DateAlone | undefined;
}

export interface ReceiptOptions {
  readonly calendar: WorkCalendar;
  /** Name of the office, and its code in dossier codes. */
  readonly office: { readonly name: string; readonly code: string };
  /** Time that the procedure may take; undefined where no source tells one. */
  readonly limitOf: (procedure: string) => OfficeLimit | undefined;
  /** Nothing that is received here reaches an office. */
  readonly sample: boolean;
}

/** The proof of what was received, by the one who received it. */
export function makeReceipt(
  { id, submission, fee, hash, number, now, secret, promised }: ReceiptParts,
  { calendar, office, limitOf, sample }: ReceiptOptions,
): Receipt {
  const limit = limitOf(submission.procedure);
  const due = promised ?? (limit && dueDate(now, limit.days, limit.unit, calendar, limit.cutOffHour));
  // A longer text is no line of a receipt; cut short, it might lack its condition.
  const isLine = !promised && limit?.published !== undefined && limit.published.length <= LONGEST_LINE;
  const told = isLine && { published: limit.published };
  const { delivery, helper, files, procedure, answers } = submission;
  const day = dayInVietnam(now).replaceAll('-', '').slice(2);
  return {
    contract: 1,
    submission: id,
    dossier: `${office.code}-${day}-${String(number).padStart(4, '0')}`,
    receivedAt: now.toISOString(),
    office: office.name,
    procedure,
    answers: countAnswers(answers),
    content: hash,
    files,
    ...(due && { due: isCounted(due) ? { ...due, ...told, skipped: [...due.skipped] } : due }),
    ...(limit && !due && { limit: { ...timeOf(limit), ...told } }),
    ...(fee && {
      fee: { total: fee.total, lines: fee.lines.map(({ label, amount }) => ({ label: label.vi, amount })) },
    }),
    ...(delivery && { delivery }),
    ...(helper && { helper: { name: helper.name, role: helper.role, procedures: helper.procedures } }),
    secret,
    sample,
  };
}

const timeOf = ({ days, unit, cutOffHour }: OfficeLimit) => ({
  days,
  unit,
  ...(cutOffHour !== undefined && { cutOffHour }),
});
