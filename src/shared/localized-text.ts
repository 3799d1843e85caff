/** A text in several languages, keyed by language code; Vietnamese is always there. */
export interface LocalizedText {
  readonly vi: string;
  readonly [language: string]: string;
}

/** The text in the wanted language, in Vietnamese when it has none. `ownText('en')` never reads a prototype. */
export function textIn(language: string, text: LocalizedText): string {
  return Object.hasOwn(text, language) ? (text[language] ?? text.vi) : text.vi;
}
