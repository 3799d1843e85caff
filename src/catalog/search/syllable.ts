const SYLLABLE =
  /^(?:ngh?|[nptck]h|tr|g[hi]|qu|[bcdđghklmnpqrstvx])?[aăâeêioôơuưy]{1,3}(?:ng|nh|ch|[cmnpt])?$/u;

/** Whether a word can be Vietnamese: an abbreviation cannot. */
export function isSyllable(word: string): boolean {
  return SYLLABLE.test(word);
}

const ONSET = /^(?:ngh?|[nptck]h|tr|g[hi]|qu|[bcdghklmnpqrstvx])?/u;
/** Letters that no word has at its beginning before these. */
const UNWRITTEN = /^(?:k[aou]|c[eiy]|n?g[ey]|n?gh[aouy]|ngi|q(?!u)|p(?!h))/u;

/** The consonants that a word without accents begins with. */
export function onsetOf(folded: string): string {
  return ONSET.exec(folded)?.[0] ?? '';
}

/** Whether a word without accents is written as Vietnamese is, so that its beginning was hardly a slip. */
export function isWritten(folded: string): boolean {
  return isSyllable(folded) && !UNWRITTEN.test(folded);
}
