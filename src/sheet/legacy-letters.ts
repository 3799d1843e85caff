/*
 * Before Unicode, offices wrote Vietnamese with fonts that draw other letters: TCVN3 (fonts `.VnTime`) draws “thñ tôc”
 * as “thủ tục”, VNI (`VNI-Times`) draws “thuû tuïc”. Without the font nobody can read it, a search finds nothing in it,
 * and no page has the font.
 */

/** Letters that TCVN3 draws others with and that Vietnamese in Unicode never has inside a word. */
const TCVN3 =
  /[\u00b5-\u00b9\u00bb-\u00be\u00c6-\u00c9\u00cb-\u00d0\u00d1-\u00d8\u00dc\u00de\u00a8\u00a9\u00aa\u00ac\u00ae\u00d6\u00ee\u00ef\u00f1\u00f6\u00f7\u00fb\u00fc\u00fe\u00df\u00e6\u00e7\u00eb]/u;
/** A vowel and the letter that VNI draws its tone or its hat with. */
const VNI =
  /[aeouyAEOUY][\u00f9\u00f8\u00fb\u00f5\u00ef\u00e4\u00e5\u00eb\u00fc\u00fa\u00d9\u00d8\u00db\u00d5\u00cf]|[\u00f1\u00d1][a-zA-Z\u00f6\u00f4]|[\u00f6\u00f4][\u00f9\u00f8\u00fb\u00f5\u00ef]/u;
/** Letters that only Vietnamese in Unicode has. */
const UNICODE = /[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/u;
/** Share of the words with letters of their own kind that makes it sure. */
const SURE = 0.3;

/** Fewer words in old letters tell nothing: one foreign name is no old writing. */
const FEWEST = 3;

/** Whether a text has letters of an old writing, whatever the rest of its file is. */
export const hasOldLetters = (text: string): boolean =>
  text.split(/\s+/u).some((word) => !UNICODE.test(word) && (VNI.test(word) || TCVN3.test(word)));

/** In which old writing most of the texts are; undefined for none, or where there is too little text to tell. */
export function legacyLetters(texts: Iterable<string>): 'tcvn3' | 'vni' | undefined {
  const found = { tcvn3: 0, vni: 0, unicode: 0 };
  for (const text of texts) {
    for (const word of text.split(/\s+/u)) {
      if (UNICODE.test(word)) found.unicode += 1;
      else if (VNI.test(word)) found.vni += 1;
      else if (TCVN3.test(word) && /[a-z]/iu.test(word)) found.tcvn3 += 1;
    }
  }
  const { tcvn3, vni, unicode } = found;
  const old = tcvn3 + vni;
  if (old < FEWEST || old < (old + unicode) * SURE) return undefined;
  return vni >= tcvn3 ? 'vni' : 'tcvn3';
}
