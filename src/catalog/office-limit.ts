import type { Procedure } from './procedure.js';

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

/**
 * The time that a record tells for a way of filing; online where nothing else is asked for.
 * @returns undefined where none is told in whole days: nothing is guessed
 */
export function officeLimit(
  procedure: Procedure,
  way: Procedure['filing'][number]['channel'] = 'online',
): OfficeLimit | undefined {
  const filed = procedure.filing.find(({ channel }) => channel === way);
  const limit = filed?.timeLimit ?? procedure.timeLimit;
  const { value, unit, cutOffHour, published } = limit ?? {};
  const told = {
    ...(cutOffHour !== undefined && { cutOffHour }),
    ...(published !== undefined && { published }),
  };
  if (unit === 'same-day') return { days: 0, unit: 'working-day', ...told };
  return value !== undefined && Number.isSafeInteger(value) && (unit === 'working-day' || unit === 'day')
    ? { days: value, unit, ...told }
    : undefined;
}
