import type { DateAlone, DueDate } from '../dossiers/deadline.js';
import type { FormDefinition } from '../forms/form-definition.js';
import { canonicalJson, contentOf, type Receipt, type Submission } from '../forms/submission.js';
import type { Problem, Result } from '../shared/result.js';
import { sha256 } from '../shared/sha256.js';
import { keepNew } from './keep-new.js';
import { makeReceipt, makeSecret, type ReceiptOptions } from './make-receipt.js';
import { moveDossier } from './move-dossier.js';
import type { ReceivingOptions } from './receiving-options.js';
import { factorsOf } from './tracking.js';

/** A dossier that somebody brought on paper, as an officer writes it down: checked, and without files. */
export interface PaperApplication {
  readonly submission: Submission;
  /** The form by which who applies is read from the answers. */
  readonly form: FormDefinition;
  /** Names of the papers that were brought. */
  readonly papers: readonly string[];
  /** The time that the procedure has at the counter. */
  readonly limitOf: ReceiptOptions['limitOf'];
  /** The date that the office gives, where it is another. */
  readonly promised?: DueDate | DateAlone | undefined;
}

/** The officer, by name, and their unit. */
export interface Registering {
  readonly actor: string;
  readonly unit: string;
}

/**
 * Takes in a dossier that was brought to the counter: by the same table of states as any, in two rows at one moment.
 * The same id and content again, papers and date included, give the same receipt, so that a form which is sent twice is
 * one dossier.
 */
export async function registerPaper(
  id: string,
  { submission, form, papers, limitOf, promised }: PaperApplication,
  { actor, unit }: Registering,
  options: ReceivingOptions,
): Promise<Result<Receipt, Problem<'id-reused'>>> {
  const { act, clock, hash: keyed, randomBytes } = options;
  const now = clock();
  const content = contentOf(submission);
  const secret = makeSecret(randomBytes);
  const [hash, factors] = await Promise.all([sha256(content), factorsOf(keyed, submission, form, secret)]);
  const parts = { id, submission, fee: undefined, hash, now, secret, promised };
  return act((tables) => {
    const audit = (subject: string, status: number) =>
      tables.audit({ who: actor, act: 'register', subject, status });
    const known = tables.submission(id);
    if (known) {
      const { dossier = '', due } = known.receipt ?? {};
      const told = tables.history(dossier)[0]?.parts?.map(({ label }) => label.vi) ?? [];
      const wanted = makeReceipt({ ...parts, number: 0 }, { ...options, limitOf }).due;
      const isSame =
        known.content === content &&
        known.receipt !== undefined &&
        due?.on === wanted?.on &&
        canonicalJson(told) === canonicalJson(papers);
      audit(known.receipt?.dossier ?? id, isSame ? 200 : 409);
      return isSame ? { ok: true, value: known.receipt } : { ok: false, problem: { code: 'id-reused' } };
    }
    const brought = papers.map((name) => ({ kind: 'paper', name, label: { vi: name } }) as const);
    const first = {
      act: 'register',
      by: 'officer',
      actor,
      unit,
      ...(brought.length > 0 && { parts: brought }),
    } as const;
    const receipt = keepNew(tables, { parts, content, factors, first }, { ...options, limitOf });
    const moved = moveDossier(tables, receipt.dossier, 'receive', { by: 'officer', actor, unit }, now);
    if (!moved.ok) throw new Error(`a new dossier cannot be received: ${moved.problem.code}`);
    audit(receipt.dossier, 201);
    return { ok: true, value: receipt };
  });
}
