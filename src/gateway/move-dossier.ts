import { applyAct, type ActProblemCode, type Doing, type DossierAct } from '../dossiers/dossier-states.js';
import type { Answers } from '../forms/answers.js';
import type { AskedPart, PartName } from '../forms/asked-schema.js';
import type { SentFile } from '../forms/submission.js';
import type { Problem, Result } from '../shared/result.js';
import type { KeptDossier, ReceivingTables } from './receiving-tables.js';
import type { KeptPaper } from './tracking-contract.js';

/** Who acts on a dossier, by name, and why. */
export interface DeskDoing extends Doing {
  /** Name of the officer or the system; empty for the person. */
  readonly actor: string;
  /** Rows of the history that whoever acts has seen; with more, it is refused. Without it, it is done on any. */
  readonly seen?: number | undefined;
  /** The unit that has the dossier from now on; without it, the one that had it. */
  readonly unit?: string | undefined;
  /**
   * With `ask-supplement`: the fields and papers that are asked for; without any, whatever the note says. With
   * `take-supplement`: those of them that were brought on paper.
   */
  readonly parts?: readonly PartName[] | undefined;
  /** With `take-supplement`: names of other papers that were brought. */
  readonly papers?: readonly string[] | undefined;
  /** With `take-supplement`: what of the papers stays at the office; undefined where only the note says it. */
  readonly kept?: KeptPaper | undefined;
  /** With `ask-payment` of a dossier for which no fee was worked out: how much, in whole đồng. */
  readonly amount?: number | undefined;
  /** Of an act that the applicant sent: its id. */
  readonly id?: string | undefined;
  /** With `supplement`: what was answered, by the names of the fields. */
  readonly answers?: Answers | undefined;
  /** Papers that come with it. */
  readonly files?: readonly SentFile[] | undefined;
}

export type MoveProblemCode =
  | ActProblemCode
  | 'not-found'
  | 'moved-on'
  | 'result-missing'
  | 'nothing-to-pay'
  /** No whole number of đồng, or not the fee of the dossier. */
  | 'amount-wrong'
  | 'part-unknown'
  /** Nothing says what was brought. */
  | 'nothing-brought';

/**
 * Moves a dossier by the table of states, and writes it down; inside of the caller's act.
 * @param parts that are asked for, or were brought, as the dossier calls them
 */
export function moveDossier(
  tables: ReceivingTables,
  code: string,
  act: DossierAct,
  { by, actor, id, note, unit, kept, answers, files = [] }: DeskDoing,
  now: Date,
  parts: readonly AskedPart[] = [],
): Result<KeptDossier, Problem<MoveProblemCode>> {
  const dossier = tables.dossier(code);
  if (!dossier) return { ok: false, problem: { code: 'not-found' } };
  const applied = applyAct(dossier.standing, act, { by, note });
  if (!applied.ok) return applied;
  const moved: KeptDossier = { ...dossier, standing: applied.value };
  tables.keepDossier(moved);
  const { state } = applied.value;
  const words = note?.trim();
  tables.addHistory(code, {
    act,
    by,
    actor,
    ...(id !== undefined && { id }),
    at: now.toISOString(),
    ...(words && { note: words }),
    state,
    ...(unit !== undefined && { unit }),
    ...(parts.length > 0 && { parts }),
    ...(act === 'take-supplement' && kept && { kept }),
    ...(answers && { answers }),
    ...(files.length > 0 && { files }),
  });
  return { ok: true, value: moved };
}
