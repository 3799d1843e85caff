import { isWithin, type IsoDate } from '../shared/clock.js';
import { caseOf, normaliseCode } from '../shared/procedure-code.js';
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
  /** As published; the list may spell it differently. */
  readonly code: string;
}

export interface AnnouncedLevels {
  /** The level of a procedure on the given day; undefined where nobody announced one. Nothing is guessed. */
  of(procedure: Coded): AnnouncedLevel | undefined;
  /** What was announced, as it was written, even where no scheme knows it. */
  codeOf(procedure: Coded): string | undefined;
  readonly problems: readonly Problem[];
}

interface Told {
  readonly code: string;
  readonly level: AnnouncedLevel | undefined;
}

/**
 * Joins level lists by code. The first list that speaks of a procedure on that day wins, so that an announcement
 * stands before an illustration. A level that its scheme does not know is reported and not shown as another; so is a
 * code that a list has twice for one day.
 *
 * A case of a procedure (`1.000894.01`) has the level of that case, else that of the whole procedure. The whole
 * procedure has that of a case only where there is no other: of several nobody said which.
 */
export function joinLevels(
  lists: readonly LevelList[],
  day: IsoDate,
  schemes: readonly LevelScheme[] = builtInSchemes,
): AnnouncedLevels {
  const problems: Problem[] = [];
  const told = [...lists]
    .sort((one, other) => Number(one.illustration) - Number(other.illustration))
    .map((list) => tellIn(list, day, schemes, problems));
  const find = ({ code }: Coded): Told | undefined => {
    const [whole, part] = keyOf(code);
    for (const list of told) {
      const lacking = part ? whole : whole + ONLY;
      const found = list.get(whole + part) ?? list.get(lacking);
      // A list that tells of several cases has spoken of the procedure.
      if (found ?? list.has(lacking)) return found;
    }
    return undefined;
  };
  return {
    problems,
    of: (procedure) => find(procedure)?.level,
    codeOf: (procedure) => find(procedure)?.code,
  };
}

/** Behind a code: its case, where a list tells of one alone. */
const ONLY = '?';

/** What one list tells on a day, by code and case. */
function tellIn(
  { entries, ...list }: LevelList,
  day: IsoDate,
  schemes: readonly LevelScheme[],
  problems: Problem[],
): Map<string, Told | undefined> {
  const told = new Map<string, Told | undefined>();
  for (const entry of entries) {
    if (!isWithin(day, entry)) continue;
    const { level: code, note, source } = entry;
    const [whole, part] = keyOf(entry.code);
    const found = findLevel(code, list.scheme, schemes);
    const isSecond = told.has(whole + part);
    if (isSecond || !found) {
      const params = { procedure: entry.code, found: code };
      problems.push({ code: isSecond ? 'level-duplicate' : 'level-unknown', params });
    }
    if (isSecond) continue;
    // A level that cannot be read still holds its place: a later list must not speak instead.
    const one = { code, level: found && { ...found, code, note, source, list } };
    told.set(whole + part, one);
    if (part) told.set(whole + ONLY, told.has(whole + ONLY) ? undefined : one);
  }
  return told;
}

const keyOf = (code: string): readonly [whole: string, part: string] => {
  const whole = normaliseCode(code);
  return whole === undefined ? [code, ''] : [whole, caseOf(code)];
};
