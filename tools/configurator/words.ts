import { matchLanguage, type Language } from '../../src/i18n/language.js';
import type { MessageKey } from '../../src/i18n/namespace.js';
import { configurator as namespace } from '../../src/i18n/namespaces/configurator.js';
import { translate, type MessageParams } from '../../src/i18n/translator.js';

/** The language of the page. */
export const language: Language = matchLanguage(document.documentElement.lang) ?? 'vi';

await namespace.load(language);

/** Words that depend on what was chosen; the others stand in the page itself. */
export const say = (key: MessageKey<typeof namespace>, params?: MessageParams): string =>
  translate(language, [namespace.name], key, params);
