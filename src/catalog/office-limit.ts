import type { Procedure, TimeLimit } from './procedure.js';

/** How long an office has for what comes to it, in days that can be counted. */
export interface OfficeLimit {
  /** 0 for what is settled on the same day. */
  readonly days: number;
  readonly unit: 'working-day' | 'day';
  /** Hour from which what comes counts as of the next working day, where the source names one. */
  readonly cutOffHour?: number;
  /** The words of the source, with their conditions. */
  readonly published?: string;
}

type Channel = Procedure['filing'][number]['channel'];

/** The time that a record tells for a way of filing, as it stands there; that of the procedure where it has none of its own. */
export const timeLimitFor = (
  { filing, timeLimit }: Pick<Procedure, 'filing' | 'timeLimit'>,
  way: Channel,
): TimeLimit | undefined => filing.find(({ channel }) => channel === way)?.timeLimit ?? timeLimit;

/**
 * The time that a record tells for a way of filing; online where nothing else is asked for.
 * @returns undefined where none is told in whole days, and where 0 stands there: nothing is guessed
 */
export function officeLimit(procedure: Procedure, way: Channel = 'online'): OfficeLimit | undefined {
  const { value, unit, cutOffHour, published } = timeLimitFor(procedure, way) ?? {};
  const told = {
    ...(cutOffHour !== undefined && { cutOffHour }),
    ...(published !== undefined && { published }),
  };
  if (unit === 'same-day') return { days: 0, unit: 'working-day', ...told };
  return value && Number.isSafeInteger(value) && (unit === 'working-day' || unit === 'day')
    ? { days: value, unit, ...told }
    : undefined;
}
