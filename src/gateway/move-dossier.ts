import { applyAct, type ActProblemCode, type Doing, type DossierAct } from '../dossiers/dossier-states.js';
import type { Answers } from '../forms/answers.js';
import type { AskedPart, PartName } from '../forms/asked-schema.js';
import type { SentFile } from '../forms/submission.js';
import type { Problem, Result } from '../shared/result.js';
import type { KeptDossier, ReceivingTables } from './receiving-tables.js';

/** Who acts on a dossier, by name, and why. */
export interface DeskDoing extends Doing {
  /** Name of the officer or the system; empty for the person. */
  readonly actor: string;
  /** Rows of the history that whoever acts has seen; with more, it is refused. Without it, it is done on any. */
  readonly seen?: number | undefined;
  /** The unit that has the dossier from now on; without it, the one that had it. */
  readonly unit?: string | undefined;
  /** With `ask-supplement`: the fields and papers that are asked for; without any, whatever the note says. */
  readonly parts?: readonly PartName[] | undefined;
  /** With `supplement`: what was answered, by the names of the fields. */
  readonly answers?: Answers | undefined;
  /** Papers that come with it. */
  readonly files?: readonly SentFile[] | undefined;
}

export type MoveProblemCode =
  ActProblemCode | 'not-found' | 'moved-on' | 'result-missing' | 'nothing-to-pay' | 'part-unknown';

/**
 * Moves a dossier by the table of states, and writes it down; inside of the caller's act.
 * @param asked the parts that are asked for, as the dossier calls them
 */
export function moveDossier(
  tables: ReceivingTables,
  code: string,
  act: DossierAct,
  { by, actor, note, unit, answers, files = [] }: DeskDoing,
  now: Date,
  asked: readonly AskedPart[] = [],
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
    at: now.toISOString(),
    ...(words && { note: words }),
    state,
    ...(unit !== undefined && { unit }),
    ...(asked.length > 0 && { parts: asked }),
    ...(answers && { answers }),
    ...(files.length > 0 && { files }),
  });
  return { ok: true, value: moved };
}
