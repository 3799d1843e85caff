import type { Ability, Answer, Level, LevelMapping, LevelScheme } from './level-scheme.js';
import data from './schemes.json' with { type: 'json' };

/**
 * The schemes that laws have defined so far, oldest first. A portal may replace them. That of 2011 tells no first day:
 * no source that was read gives the day on which its decree came into force.
 */
export const builtInSchemes = data.schemes as unknown as readonly LevelScheme[];
/** Customary readings of one scheme in another. */
export const builtInMappings: readonly LevelMapping[] = data.mappings;

/** A level, and the scheme that names it. */
export interface SchemeLevel {
  readonly scheme: LevelScheme;
  readonly level: Level;
  /** The level as it was announced, where `level` is only its customary reading in another scheme. */
  readonly convertedFrom?: { readonly scheme: LevelScheme; readonly level: Level };
}

/** Finds a level by its code, in one scheme or, without an id, in the first scheme that knows the code. */
export function findLevel(
  code: string,
  schemeId?: string,
  schemes: readonly LevelScheme[] = builtInSchemes,
): SchemeLevel | undefined {
  for (const scheme of schemes) {
    if (schemeId !== undefined && scheme.id !== schemeId) continue;
    const level = scheme.levels.find((candidate) => candidate.code === code);
    if (level) return { scheme, level };
  }
  return undefined;
}

/**
 * The level that was announced. Its sentence, abilities and trips hold; a reading in another scheme lends no more
 * than its name, since no law says that the two are the same.
 */
export const asAnnounced = ({ level, convertedFrom }: Omit<SchemeLevel, 'scheme'>): Level =>
  convertedFrom?.level ?? level;

/** What a level says of an ability. */
export function answerOf({ abilities, depends = [] }: Level, ability: Ability): Answer {
  return abilities.includes(ability) ? 'yes' : depends.includes(ability) ? 'depends' : 'no';
}

/**
 * Reads a level in another scheme by the customary mapping. The same level comes back where the schemes are the
 * same or no reading is customary: nothing is guessed.
 * @param own mappings of a portal; each goes before a built-in one between the same schemes
 */
export function convertLevel(
  found: SchemeLevel,
  schemeId: string,
  schemes: readonly LevelScheme[] = builtInSchemes,
  own: readonly LevelMapping[] = [],
): SchemeLevel {
  if (found.scheme.id === schemeId) return found;
  const pairs = [...own, ...builtInMappings].find(
    (mapping) => mapping.from === found.scheme.id && mapping.to === schemeId,
  )?.pairs;
  const code = pairs && Object.hasOwn(pairs, found.level.code) ? pairs[found.level.code] : undefined;
  const target = code === undefined ? undefined : findLevel(code, schemeId, schemes);
  return target ? { ...target, convertedFrom: found } : found;
}
