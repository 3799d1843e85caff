import { isWithin, type IsoDate } from '../shared/clock.js';
import type { LevelScheme } from './level-scheme.js';

type Period = Pick<LevelScheme, 'validFrom' | 'validTo'>;

/** Whether a scheme is only announced, holds, or has ended on a day; an absent end is open. */
export function stateOn(day: IsoDate, period: Period): 'coming' | 'current' | 'ended' {
  if (isWithin(day, period)) return 'current';
  return period.validFrom !== undefined && day < period.validFrom ? 'coming' : 'ended';
}

/** The wording of a day: the last scheme that has begun, also where it has ended and none came after it. */
export const newestOn = (day: IsoDate, schemes: readonly LevelScheme[]): LevelScheme | undefined =>
  schemes.filter((scheme) => stateOn(day, scheme) !== 'coming').at(-1);

/** Which ends of its time a scheme tells; undefined where it tells none. */
export function endsOf({ validFrom, validTo }: Period): 'from' | 'to' | 'both' | undefined {
  if (validFrom === undefined) return validTo === undefined ? undefined : 'to';
  return validTo === undefined ? 'from' : 'both';
}
