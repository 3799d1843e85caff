import type { LocalizedText } from '../shared/localized-text.js';
import { answerAt, entriesOf, type Answers } from './answers.js';
import type { FeeRule, FormDefinition } from './form-definition.js';
import { holds } from './rules.js';
import { filesOnline, type StepKind } from './step-flow.js';
import type { Receipt } from './submission.js';

/** What is due by the answers so far, line by line. */
export interface ComputedFee {
  readonly lines: readonly FeeLine[];
  /** Whole đồng. */
  readonly total: number;
}

export interface FeeLine {
  readonly label: LocalizedText;
  /** Whole đồng; less than nothing for a reduction. */
  readonly amount: number;
  /** How many times the price of one, where it is counted. */
  readonly times?: number;
  readonly price?: number;
}

/**
 * Works out the fee from the form's data. Undefined where the form tells none, or counts what cannot be counted: what is
 * not known is not zero.
 * @param answers as kept
 * @param online whether it is filed online; some fees are lower then
 */
export function feeOf({ fees }: FormDefinition, answers: Answers, online: boolean): ComputedFee | undefined {
  if (!fees) return undefined;
  const lines: FeeLine[] = [];
  for (const rule of fees.lines) {
    const { label, amount, times, when, online: way } = rule;
    if ((when && !holds(when, answers)) || (way !== undefined && way !== online)) continue;
    const found = times === undefined ? [{ label, amount }] : counted(rule, times, answers);
    if (!found) return undefined;
    lines.push(...found);
  }
  const full = lines.reduce((sum, { amount }) => sum + amount, 0);
  let total = full;
  for (const { label, percent, online: needsOnline, when } of fees.reductions) {
    if ((needsOnline && !online) || (when && !holds(when, answers)) || total === 0) continue;
    // Of the full fee, and never below nothing: two reductions do not multiply.
    const off = Math.min(total, Math.round((full * percent) / 100));
    lines.push({ label, amount: -off });
    total -= off;
  }
  return { lines, total };
}

/** The fee where those are the steps. Undefined, too, where nothing is filled in that it could depend on. */
export const feeInSteps = (
  form: FormDefinition,
  answers: Answers,
  steps: readonly StepKind[],
): ComputedFee | undefined => (steps.includes('fill') ? feeOf(form, answers, filesOnline(steps)) : undefined);

/** The fee as a receiving system told it. */
export const receivedFee = ({ lines, total }: NonNullable<Receipt['fee']>): ComputedFee => ({
  lines: lines.map(({ label, amount }) => ({ label: { vi: label }, amount })),
  total,
});

/** One line for each price, over all that is counted, and one for what a cap takes off; nothing where that is no count. */
function counted(
  { label, amount, tiers, cap, copies }: FeeRule,
  times: string,
  answers: Answers,
): FeeLine[] | undefined {
  const [group = '', field] = times.split('.');
  // Each entry reaches the prices of the higher tiers, and the cap, by itself.
  const each =
    field !== undefined && Array.isArray(answerAt(group, answers))
      ? entriesOf(answers, group).map((entry) => ({ ...answers, [group]: entry }))
      : [answers];
  const prices = [{ after: 0, label, amount, number: 0 }, ...tiers.map((tier) => ({ ...tier, number: 0 }))];
  let over = 0;
  for (const one of each) {
    const number = timesOf(times, one);
    const sets = copies === undefined ? 1 : timesOf(copies, one);
    if (number === undefined || sets === undefined) return undefined;
    let sum = 0;
    for (const [at, price] of prices.entries()) {
      const here = Math.max(0, Math.min(number, prices[at + 1]?.after ?? number) - price.after);
      price.number += here * sets;
      sum += here * price.amount;
    }
    if (cap) over += Math.max(0, sum - cap.amount) * sets;
  }
  const lines = prices.flatMap(({ label: words, amount: price, number }): FeeLine[] =>
    number > 0 ? [{ label: words, amount: price * number, times: number, price }] : [],
  );
  return cap && over > 0 ? [...lines, { label: cap.label, amount: -over }] : lines;
}

/** None where nothing was asked or answered; undefined where the answer is no count. */
function timesOf(path: string, answers: Answers): number | undefined {
  const answer = answerAt(path, answers) ?? 0;
  const number = Array.isArray(answer) ? entriesOf(answers, path).length : answer;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}
