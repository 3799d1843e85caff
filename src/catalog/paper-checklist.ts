import type { Paper, Procedure } from './procedure.js';

/** Papers of one case, with the lines that are advice rather than papers set apart. */
export interface ChecklistGroup {
  readonly case: string | undefined;
  readonly papers: readonly Paper[];
  readonly remarks: readonly Paper[];
}

export interface PaperChecklist {
  readonly groups: readonly ChecklistGroup[];
  /** Papers to bring, over all cases. */
  readonly paperCount: number;
  /** Lines shown, remarks included: what a source counts. */
  readonly lineCount: number;
  /** Lines of the source, where it lists more than are here. */
  readonly publishedCount: number | undefined;
  /** Some lines are there in part only. */
  readonly cutShort: boolean;
}

/** The papers of a procedure as a list to tick off. Groups without a line are left out. */
export function paperChecklist(procedure: Procedure): PaperChecklist {
  const groups = procedure.paperGroups
    .filter((group) => group.papers.length > 0)
    .map((group) => ({
      case: group.case,
      papers: group.papers.filter((line) => line.kind === 'paper'),
      remarks: group.papers.filter((line) => line.kind === 'remark'),
    }));
  const paperCount = groups.reduce((sum, group) => sum + group.papers.length, 0);
  const lineCount = groups.reduce((sum, group) => sum + group.remarks.length, paperCount);
  const published = procedure.papersPublished ?? 0;
  return {
    groups,
    paperCount,
    lineCount,
    publishedCount: published > lineCount ? published : undefined,
    cutShort: procedure.papersShortened ?? false,
  };
}
