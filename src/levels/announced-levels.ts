import { isWithin, type IsoDate } from '../shared/clock.js';
import type { Problem } from '../shared/result.js';
import type { LevelEntry, LevelList, LevelListHead } from './level-list.js';
import type { LevelScheme } from './level-scheme.js';
import { builtInSchemes, findLevel, type SchemeLevel } from './schemes.js';

/** A level as a place announced it for one procedure. */
export interface AnnouncedLevel extends SchemeLevel {
  /** As announced; what lists and filters use. */
  readonly code: string;
  readonly note: string | undefined;
  readonly source: LevelEntry['source'];
  /** Who announced it, where and when; and whether it only illustrates. */
  readonly list: LevelListHead;
}

interface Coded {
  readonly code: string;
  readonly normalisedCode: string | undefined;
}

export interface AnnouncedLevels {
  /** The level of a procedure on the given day; undefined where nobody announced one. Nothing is guessed. */
  of(procedure: Coded): AnnouncedLevel | undefined;
  /** What was announced, as it was written, even where no scheme knows it. */
  codeOf(procedure: Coded): string | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Joins level lists by code. The first list that speaks of a procedure on that day wins, so that an announcement
 * stands before an illustration. A level that its scheme does not know is reported and not shown as another.
 * @param normalise reads a published code; the lists and the catalogue may spell it differently
 */
export function joinLevels(
  lists: readonly LevelList[],
  day: IsoDate,
  normalise: (code: string) => string | undefined,
  schemes: readonly LevelScheme[] = builtInSchemes,
): AnnouncedLevels {
  const problems: Problem[] = [];
  const byCode = new Map<string, { readonly code: string; readonly level: AnnouncedLevel | undefined }>();
  for (const { entries, ...list } of [...lists].sort(
    (one, other) => Number(one.illustration) - Number(other.illustration),
  )) {
    for (const entry of entries) {
      const key = normalise(entry.code) ?? entry.code;
      if (byCode.has(key) || !isWithin(day, entry)) continue;
      const found = findLevel(entry.level, list.scheme, schemes);
      // A level that cannot be read still holds its place: a later list must not speak instead.
      const { level: code, note, source } = entry;
      byCode.set(key, { code, level: found && { ...found, code, note, source, list } });
      if (!found) {
        problems.push({ code: 'level-unknown', params: { procedure: entry.code, found: entry.level } });
      }
    }
  }
  const find = ({ code, normalisedCode }: Coded) => byCode.get(normalisedCode ?? code);
  return {
    problems,
    of: (procedure) => find(procedure)?.level,
    codeOf: (procedure) => find(procedure)?.code,
  };
}
