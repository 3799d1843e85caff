/** Longest pause between two tries, in milliseconds. */
const LONGEST_PAUSE_MS = 60_000;

/**
 * How long to wait before the next try: full jitter over a growing time, so that a thousand browsers that lost the
 * same network do not come back in the same second. What the server asks for goes first.
 * @param attempt how many tries failed, from 1
 * @param random 0 to 1
 */
export function pauseBefore(attempt: number, random: number, retryAfterMs?: number): number {
  const most = Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** Math.min(attempt, 10));
  return (retryAfterMs ?? 0) + Math.round(random * most);
}
