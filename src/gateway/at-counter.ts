import { chosenParts } from '../forms/askable-parts.js';
import type { AskedPart } from '../forms/asked-schema.js';
import type { Problem, Result } from '../shared/result.js';
import type { DeskDoing } from './move-dossier.js';

/* What somebody brings to the counter instead of sending it: papers that were asked for, and money. */

/** Most digits of an amount that banks take. */
const MOST_DIGITS = 13;

/** Whether it is whole đồng, more than nothing, and no more than a bank takes. */
export const isAmount = (amount: number): boolean =>
  Number.isSafeInteger(amount) && amount > 0 && String(amount).length <= MOST_DIGITS;

/**
 * What was brought of what was asked for, then other papers by their names. Whoever takes it in says what it is, by these
 * or by a note: a history that tells of papers, and not of which, helps nobody who looks for them.
 */
export function broughtParts(
  asked: readonly AskedPart[],
  { parts = [], papers = [], note }: DeskDoing,
): Result<readonly AskedPart[], Problem<'part-unknown' | 'nothing-brought'>> {
  const chosen = chosenParts(asked, parts);
  if (!chosen) return { ok: false, problem: { code: 'part-unknown' } };
  const others = [...new Set(papers)].filter(
    (name) => !chosen.some((part) => part.kind === 'paper' && part.name === name),
  );
  const brought = [
    ...chosen,
    ...others.map((name) => ({ kind: 'paper', name, label: { vi: name } }) as const),
  ];
  return brought.length > 0 || note?.trim()
    ? { ok: true, value: brought }
    : { ok: false, problem: { code: 'nothing-brought' } };
}
