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
/** Others that cover this share of what the best covers are as good an answer to who used everyday words. */
const EVEN = 0.94;
const MOST_EVEN = 1;
/** How far the best must be ahead of the second, as a share of its score. */
const AHEAD = 0.08;

/**
 * A sure answer has the query's own words, and one of its texts says hardly anything else: a long name has some word of
 * every question. A special case is never sure to be meant by who did not name it.
 * @param ranked best first
 */
export function confidenceOf(ranked: readonly Ranked[], query: ReadQuery): Confidence {
  const { total, isVague, isGuessed } = query;
  const [best, second] = ranked;
  if (!best || total === 0 || best.coverage < POSSIBLE) return 'none';
  if (isVague || isGuessed || best.coverage + best.focus < LIKELY) return 'low';
  const isAhead = !second || best.score - second.score >= AHEAD * best.score;
  const isSure = Math.min(best.coverage, best.certain) >= SURE && best.focus >= FOCUSED;
  if (!isAhead || !isSure || best.isUnasked) return 'several';
  const even = ranked.filter(({ coverage }) => coverage >= EVEN * best.coverage).length - 1;
  return even > MOST_EVEN && isEveryday(query) ? 'several' : 'high';
}

/** Whether all that was said are everyday words for something official: `con lai` is said of much that is foreign. */
function isEveryday({ words, expansions }: ReadQuery): boolean {
  const meant = new Set(expansions.flatMap((expansion) => expansion.meant));
  return words.every((word) => word.weight === 0 || meant.has(word));
}
