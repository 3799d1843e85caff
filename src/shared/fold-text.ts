/** Huyền, sắc, ngã, hỏi, nặng. The other marks (â, ă, ơ, ư) belong to the letter. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/**
 * Text without case and accents, for search and sorting: `Đường` and `duong` are the same. Idempotent, and the same
 * for composed and decomposed text. Đ is a letter of its own, so Unicode does not take its stroke away.
 */
export function foldText(text: string): string {
  return text.normalize('NFD').toLowerCase().replace(/\p{M}/gu, '').replace(/đ/gu, 'd');
}

/**
 * A syllable with its accents in one spelling: the tone stands behind it, because both `hoà` and `hòa` are written.
 * @returns not for people to read
 */
export function accentKey(syllable: string): string {
  const letters = syllable.normalize('NFD').toLowerCase();
  return letters.replace(TONES, '').normalize('NFC') + (letters.match(TONES)?.join('') ?? '');
}
