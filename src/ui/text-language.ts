import { nothing } from 'lit';
import { BASE_LANGUAGE, type Language } from '../i18n/language.js';
import type { LocalizedText } from '../shared/localized-text.js';

/** What `lang` is for a text of the data: nothing where it is in the language of the element. */
export const langOf = (text: LocalizedText, language: Language): string | typeof nothing =>
  Object.hasOwn(text, language) ? nothing : BASE_LANGUAGE;
