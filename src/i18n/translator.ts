import { createInstance } from 'i18next';
import { BASE_LANGUAGE, type Language } from './language.js';

export type Messages = Readonly<Record<string, string>>;
export type MessageParams = Readonly<Record<string, string | number>>;

/*
 * An instance of our own: the page may use i18next too. Keys are never split, so that no key can reach into
 * an object, and nothing is escaped because texts only ever become text nodes and attributes.
 */
const i18n = createInstance();
void i18n.init({
  lng: BASE_LANGUAGE,
  fallbackLng: BASE_LANGUAGE,
  resources: {},
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  returnNull: false,
  returnEmptyString: false,
  interpolation: { escapeValue: false, skipOnVariables: true },
});

/** Adds words; the later wins where a key is there already. What is no text is left out: a page may have written it. */
export function addMessages(language: Language, namespace: string, messages: Messages): void {
  const texts = Object.entries(Object(messages) as Messages).filter(([, text]) => typeof text === 'string');
  i18n.addResourceBundle(language, namespace, Object.fromEntries(texts), true, true);
}

/** All words that were added, where any were. */
export const messagesOf = (language: Language, namespace: string): Messages =>
  i18n.getResourceBundle(language, namespace) as Messages;

export const hasMessages = (language: Language, namespace: string): boolean =>
  i18n.getResourceBundle(language, namespace) !== undefined;

/** The sentence for a key, asking the namespaces in order; the base language answers where a language is silent. */
export function translate(
  language: Language,
  namespaces: readonly string[],
  key: string,
  params: MessageParams = {},
): string {
  return i18n.t(key, { ...params, lng: language, ns: [...namespaces], defaultValue: '' });
}
