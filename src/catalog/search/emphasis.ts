import type { SpokenWord } from './search-index.js';

/** Share of the weight of what is only said to tell what for. */
const PURPOSE = 0.5;
/** The same, of what is told before the wish. */
const BEFORE = 0.75;
/** A word that weighs no more hardly says anything. */
const LITTLE = 0.2;
const WISH = /^(?:muon|mun|xin)$/;

/** What each word is worth by where it stands: before the wish, in it, or behind it, where it is told what for. */
export function emphasisOf(words: readonly SpokenWord[], weights: readonly number[]): (at: number) => number {
  const purpose = purposeOf(words, weights);
  const wish = wishOf(words, weights);
  return (at) => (at > purpose ? PURPOSE : at < wish ? BEFORE : 1);
}

/** The `để` behind which it is said what for: `xác nhận độc thân để vay ngân hàng` asks for no loan. */
function purposeOf(words: readonly SpokenWord[], weights: readonly number[]): number {
  const at = words.findIndex((word, place) => word.noise && word.folded === 'de' && weights[place] === 0);
  return saysMuch(weights.slice(0, Math.max(0, at))) ? at : words.length;
}

/** The last `muốn` behind which much is said; what stands before it tells how it came to that. */
function wishOf(words: readonly SpokenWord[], weights: readonly number[]): number {
  const isWish = ({ noise, talk, folded }: SpokenWord, place: number) =>
    noise && !talk && WISH.test(folded) && weights[place] === 0;
  const at = words.map(isWish).lastIndexOf(true);
  return saysMuch(weights.slice(at + 1)) ? at : 0;
}

const saysMuch = (weights: readonly number[]): boolean =>
  weights.filter((weight) => weight > LITTLE).length > 1;
