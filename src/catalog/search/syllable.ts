const SYLLABLE =
  /^(?:ngh?|[nptck]h|tr|g[hi]|qu|[bcdđghklmnpqrstvx])?[aăâeêioôơuưy]{1,3}(?:ng|nh|ch|[cmnpt])?$/u;

/** Whether a word can be Vietnamese: an abbreviation cannot. */
export function isSyllable(word: string): boolean {
  return SYLLABLE.test(word);
}
