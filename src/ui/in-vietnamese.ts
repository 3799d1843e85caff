import { html, nothing, type TemplateResult } from 'lit';
import { BASE_LANGUAGE, type Language } from '../i18n/language.js';
import type { LocalizedText } from '../shared/localized-text.js';

/** Stands in a sentence for a value that is put there as an element: no words have it. */
const HERE = '\u{e000}';

/** A sentence around a value that is more than text. @param sentence makes it, with the value where it belongs */
export function around(sentence: (value: string) => string, value: unknown): TemplateResult {
  const [before, after] = sentence(HERE).split(HERE);
  return html`${before}${value}${after}`;
}

/**
 * A sentence around a value that is Vietnamese in whatever language the sentence is: what an office wrote, and names. A
 * screen reader is told so.
 */
export const inVietnamese = (sentence: (value: string) => string, value: string): TemplateResult =>
  around(sentence, html`<span lang=${BASE_LANGUAGE}>${value}</span>`);

/** What `lang` is for a text of the data: nothing where it is in the language of the element. */
export const langOf = (text: LocalizedText, language: Language): string | typeof nothing =>
  Object.hasOwn(text, language) ? nothing : BASE_LANGUAGE;
