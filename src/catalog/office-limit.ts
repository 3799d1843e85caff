import type { Procedure } from './procedure.js';

/** How long an office has for what is sent to it online, in days that can be counted. */
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
 * The time that a record tells for filing online.
 * @returns undefined where none is told in whole days: nothing is guessed
 */
export function officeLimit(procedure: Procedure): OfficeLimit | undefined {
  const online = procedure.filing.find(({ channel }) => channel === 'online');
  const limit = online?.timeLimit ?? procedure.timeLimit;
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
