import type { Ranked } from './ranking.js';
import type { ReadQuery } from './read-query.js';

/** How sure an answer is. */
export type Confidence = 'high' | 'several' | 'low' | 'none';

/** Of the query's meaning, what the best answer must have to be sure, to be likely, to be an answer at all. */
const SURE = 0.85;
const LIKELY = 0.62;
const POSSIBLE = 0.18;
/** How far the best must be ahead of the second, as a share of its score. */
const AHEAD = 0.08;

/** @param ranked best first */
export function confidenceOf(ranked: readonly Ranked[], { total }: ReadQuery): Confidence {
  const [best, second] = ranked;
  if (!best || total === 0 || best.coverage < POSSIBLE) return 'none';
  if (best.coverage < LIKELY) return 'low';
  const isAhead = !second || best.score - second.score >= AHEAD * best.score;
  return isAhead && best.coverage >= SURE ? 'high' : 'several';
}
