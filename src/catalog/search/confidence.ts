import type { Ranked } from './ranking.js';
import type { ReadQuery } from './read-query.js';

/** How sure an answer is. */
export type Confidence = 'high' | 'several' | 'low' | 'none';

/** Of the query's meaning, what the best answer must have to be an answer at all, and to be sure. */
const POSSIBLE = 0.18;
const SURE = 0.85;
/** How nearly one text of a sure answer must say the query and nothing else. */
const FOCUSED = 0.6;
/** What is likely answers much of the query, and is about little else: the sum of both. */
const LIKELY = 1;
/** Another one that covers this share of what the best covers may be meant just as well. */
const EVEN = 0.93;
/** How far the best must be ahead of the second, as a share of its score. */
const AHEAD = 0.08;

/**
 * A sure answer has the query's own words, and one of its texts says hardly anything else: a long name has some word of
 * every question. A special case is never sure to be meant by who did not name it, nor the plain one
 * by who did. What the official name does not say,
 * only what people call it, is asked of whatever else has as much of it: a lost certificate of marriage may be copied
 * from the register as well as registered again.
 * @param ranked best first
 */
export function confidenceOf(ranked: readonly Ranked[], query: ReadQuery): Confidence {
  const [best, second] = ranked;
  if (!best || query.total === 0 || best.coverage < POSSIBLE) return 'none';
  if (query.isVague || query.isGuessed || best.coverage + best.focus < LIKELY) return 'low';
  const isAhead = !second || best.score - second.score >= AHEAD * best.score;
  const isSure = best.coverage >= SURE && isSaid(best.certain, best.focus) && !best.isUnasked;
  if (!isAhead || !isSure) return 'several';
  const isEven = ({ coverage, isUnasked }: Ranked) => coverage >= EVEN * best.coverage && !isUnasked;
  return isSaid(best.nameCertain, best.nameFocus) || ranked.filter(isEven).length < 2 ? 'high' : 'several';
}

/** Whether texts say it in the words of the query, and hardly anything else. */
const isSaid = (certain: number, focus: number): boolean => certain >= SURE && focus >= FOCUSED;
