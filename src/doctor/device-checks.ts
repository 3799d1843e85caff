import type { DeviceFacts } from './facts.js';
import { finding, type Finding } from './findings.js';

/** Minutes by which a clock may be wrong before deadlines and certificates go wrong with it. */
const TOLERATED_MINUTES = 5;

/** Whether drafts can be kept. */
export const checkStorage = ({ stores }: DeviceFacts): readonly Finding[] =>
  stores ? [] : [finding('no-storage')];

/** Whether the clock tells the time of the server, either of which may be wrong. */
export function checkClock({ minutesAhead = 0 }: DeviceFacts): readonly Finding[] {
  const minutes = Math.round(Math.abs(minutesAhead));
  return minutes > TOLERATED_MINUTES ? [finding('clock', { minutes })] : [];
}

/** Whether the browser is old. */
export const checkBrowser = ({ lacks }: DeviceFacts): readonly Finding[] =>
  lacks.length > 0 ? [finding('old-browser', { names: lacks.join(', ') })] : [];
