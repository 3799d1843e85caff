/** What the next look at a dossier depends on. */
export interface LookFacts {
  /** Looks in a row that brought nothing new. */
  readonly unchanged: number;
  /** Looks in a row that brought no answer. */
  readonly failed: number;
  /** Nobody sees the page. */
  readonly isHidden: boolean;
  /** Nothing more can happen to it. */
  readonly hasEnded: boolean;
  /** Changes are told as they come: a look is only for a stream that says nothing more without anybody noticing. */
  readonly isListening?: boolean | undefined;
  /** What the system asked to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
}

const MINUTE = 60_000;
/** From this on, twice as long after each look that brought nothing: offices work in hours and days. */
const FIRST = MINUTE;
const LONGEST = 30 * MINUTE;
/** After a failure it is tried sooner, and by everybody at another time. */
const FIRST_AFTER_FAILURE = 15_000;
const LONGEST_AFTER_FAILURE = 10 * MINUTE;
/** After an outage everybody would come back in the same moment: over this time they come one by one. */
const SPREAD = 30_000;

/**
 * How long until a dossier is looked at by itself again, in milliseconds; undefined where it is not: then only somebody who
 * presses a button, or comes back to the page, asks.
 * @param random 0 to 1
 */
export function nextLook(
  { unchanged, failed, isHidden, hasEnded, isListening, retryAfterMs }: LookFacts,
  random: number,
): number | undefined {
  if (isHidden || hasEnded) return undefined;
  if (failed > 0) {
    const most = Math.min(LONGEST_AFTER_FAILURE, FIRST_AFTER_FAILURE * 2 ** Math.min(failed - 1, 10));
    return Math.round((retryAfterMs ?? 0) + random * (most + SPREAD));
  }
  const wait = isListening ? LONGEST : Math.min(LONGEST, FIRST * 2 ** Math.min(unchanged, 10));
  // A fifth sooner or later, so that a full waiting room does not ask in step.
  return Math.round(Math.max(retryAfterMs ?? 0, wait * (0.8 + 0.4 * random)));
}

/**
 * Whether somebody who comes back to the page is told anew at once.
 * @param sinceMs milliseconds since the last answer
 */
export const isStale = (sinceMs: number): boolean => sinceMs < 0 || sinceMs >= FIRST;

/** Over this time those are spread who only come back to the page: they look at it, and wait. */
const SPREAD_OF_RETURN = 3000;

/**
 * How long until a dossier is looked at that somebody comes back to, in milliseconds.
 * @param hadOutage nothing got through before, for a whole village or from a gateway that was down
 * @param random 0 to 1
 */
export const lookOnReturn = (hadOutage: boolean, random: number): number =>
  Math.round(random * (hadOutage ? SPREAD : SPREAD_OF_RETURN));
