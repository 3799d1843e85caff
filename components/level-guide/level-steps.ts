import {
  ABILITIES,
  type Ability,
  type Level,
  type LevelMapping,
  type LevelScheme,
} from '../../src/levels/level-scheme.js';
import { answerOf, convertLevel } from '../../src/levels/schemes.js';

export type Where = 'home' | 'home-or-post' | 'home-or-office' | 'office' | 'office-or-post' | 'depends';

/** Where a level does not tell the trips, one may have to be made, or not. */
export const ANY_TRIPS = [0, 1] as const;

export interface LevelStep {
  readonly ability: Ability;
  readonly where: Where;
}

/** The way through a procedure at a level: each step, and where the person is when taking it. */
export function stepsAt(level: Level): readonly LevelStep[] {
  return ABILITIES.map((ability) => ({ ability, where: whereAt(level, ability) }));
}

function whereAt(level: Level, ability: Ability): Where {
  const answer = answerOf(level, ability);
  if (answer === 'depends') return answer;
  const [least, most] = level.trips ?? ANY_TRIPS;
  if (ability === 'receive' && answer === 'yes') return most > 0 ? 'home-or-office' : 'home-or-post';
  // A trip that is not always made, before anything can be sent online, is the one that the post takes over.
  if (ability === 'submit' && answer === 'no' && least < most) return 'office-or-post';
  return answer === 'yes' ? 'home' : 'office';
}

/** Which papers sentence holds: brought along, attached with the originals perhaps shown, or attached only. */
export function papersAt({ abilities, trips = ANY_TRIPS }: Level): 'bring' | 'attach' | 'attach-only' {
  if (!abilities.includes('submit')) return 'bring';
  return trips[1] > 0 ? 'attach' : 'attach-only';
}

/**
 * Which sentence on time holds. No level fixes how many days; it tells when papers can be handed in, and from when the
 * days run: online services are open day and night (Quyết định 29/2026/QĐ-TTg), and of the national states of a dossier
 * (TrangThaiHoSo) the first, registered but not yet taken, has no running time.
 */
export function timeAt(level: Level): 'counter' | 'online' | 'depends' {
  const answer = answerOf(level, 'submit');
  return answer === 'yes' ? 'online' : answer === 'no' ? 'counter' : answer;
}

/** The sentence that tells the trips of a level. */
export function tripsAt({ trips }: Level): 'none' | 'exact' | 'range' | 'perhaps' | 'depends' {
  if (!trips) return 'depends';
  const [least, most] = trips;
  if (most === 0) return 'none';
  if (least === most) return 'exact';
  return least === 0 ? 'perhaps' : 'range';
}

/** What a level is customarily called in another scheme: read from either side, as several may meet in one. */
export function namesElsewhere(
  level: Level,
  scheme: LevelScheme,
  other: LevelScheme,
  schemes: readonly LevelScheme[],
  mappings: readonly LevelMapping[] | undefined,
): readonly Level[] {
  const there = convertLevel({ scheme, level }, other.id, schemes, mappings).level;
  return other.levels.filter(
    (candidate) =>
      candidate === there ||
      convertLevel({ scheme: other, level: candidate }, scheme.id, schemes, mappings).level === level,
  );
}
