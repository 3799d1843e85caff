import type { Language } from '../i18n/language.js';
import type { MessageKey } from '../i18n/namespace.js';
import { sheetCommand } from '../i18n/namespaces/sheet-command.js';
import { sheet } from '../i18n/namespaces/sheet.js';
import { translate, type MessageParams } from '../i18n/translator.js';
import { sheetWords, type SheetKey, type SheetWords } from './sheet-words.js';

export { matchLanguage } from '../i18n/language.js';

/** Words about spreadsheets, and those that only somebody at a command line reads: no page brings them. */
export interface CommandWords extends Omit<SheetWords, 'say'> {
  readonly say: (key: SheetKey | MessageKey<typeof sheetCommand>, params?: MessageParams) => string;
}

export async function commandWords(language: Language): Promise<CommandWords> {
  const [words] = await Promise.all([sheetWords(language), sheetCommand.load(language)]);
  return {
    ...words,
    say: (key, params) => translate(language, [sheetCommand.name, sheet.name], key, params),
  };
}
