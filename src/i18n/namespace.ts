import { BASE_LANGUAGE, type Language } from './language.js';
import { addMessages, hasMessages, type Messages } from './translator.js';

/** A file of words: the base language is there at once, the others are fetched when wanted. */
export interface Namespace<Words extends Messages = Messages, Name extends string = string> {
  readonly name: Name;
  /** Only for its type: the keys that may be asked for. */
  readonly words: Words;
  /** Resolves to whether the words came; undefined where they are there already. */
  load(language: Language): Promise<boolean> | undefined;
}

/** `t('results', { count })` picks `results_one` or `results_other`: the suffix is not part of the key. */
type WithoutPlural<Key> = Key extends `${infer Stem}_${'one' | 'other'}` ? Stem : Key;
export type MessageKey<N> = N extends Namespace<infer Words> ? WithoutPlural<keyof Words & string> : never;

type Loaders = Readonly<Record<Exclude<Language, 'vi'>, () => Promise<{ readonly default: Messages }>>>;

export function defineNamespace<const Name extends string, const Words extends Messages>(
  name: Name,
  words: Words,
  loaders: Loaders,
): Namespace<Words, Name> {
  addMessages(BASE_LANGUAGE, name, words);
  return {
    name,
    words,
    load(language) {
      if (language === BASE_LANGUAGE || hasMessages(language, name)) return undefined;
      return loaders[language]().then(
        (file) => {
          addMessages(language, name, file.default);
          return true;
        },
        // A lost chunk is no reason to show nothing: the base language answers instead.
        () => false,
      );
    },
  };
}
