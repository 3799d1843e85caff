import type { ChecklistGroup } from '../catalog/paper-checklist.js';

/** Papers of one group that have no file. */
export interface UnfiledGroup {
  readonly group: ChecklistGroup;
  /** Place of the group on the list, from 0. */
  readonly at: number;
  readonly names: readonly string[];
}

/**
 * The papers of a list that have no file. Which case somebody is in is known only by what they attached: where the list
 * has several, those of a case without any file may not be theirs, and stand apart.
 * @param hasFile whether a paper of this name is there, or need not be
 */
export function papersWithoutFile(
  groups: readonly ChecklistGroup[],
  hasFile: (name: string) => boolean,
): { readonly missing: readonly UnfiledGroup[]; readonly depends: readonly UnfiledGroup[] } {
  const unfiled = groups
    .map((group, at): UnfiledGroup => {
      const names = group.papers.map(({ name }) => name).filter((name) => !hasFile(name));
      return { group, at, names: [...new Set(names)] };
    })
    .filter(({ names }) => names.length > 0);
  const isAsked = ({ group, names }: UnfiledGroup): boolean =>
    groups.length === 1 || group.case === undefined || names.length < group.papers.length;
  return { missing: unfiled.filter(isAsked), depends: unfiled.filter((one) => !isAsked(one)) };
}
