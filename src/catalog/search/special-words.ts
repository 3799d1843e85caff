import { foldText } from '../../shared/fold-text.js';
import type { SpokenWord } from './search-index.js';

/** Which words ask for a special case, also of who leaves the accents out: `lại`, `dinh chinh`. */
export function specialAmong(words: readonly SpokenWord[], special: ReadonlySet<string>): readonly boolean[] {
  const bare = new Set([...special].map(foldText));
  return words.map(({ folded }) => bare.has(folded));
}
