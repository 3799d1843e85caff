/** The language of the interface when nothing else is said; its words are part of the code. */
export const BASE_LANGUAGE = 'vi';

/** Languages with words of their own. A code from a page is only ever used after matching this list. */
export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * The language of ours that a BCP 47 tag asks for: `en-US` gives `en`.
 * Anything unknown, malformed or absent gives undefined, so that the next source can be asked.
 */
export function matchLanguage(tag: string | null | undefined): Language | undefined {
  const primary = tag?.trim().toLowerCase().split('-')[0];
  return LANGUAGES.find((language) => language === primary);
}
