import type { MessageKey } from '../i18n/namespace.js';
import type { KnownNamespace } from '../i18n/page-words.js';
import type { MessageParams } from '../i18n/translator.js';
import { LocalizeController } from './localize-controller.js';

/** Sentences with numbers and names in them would otherwise pile up for as long as a page is open. */
const MOST_KNOWN = 400;

/** Keeps sentences as they were translated, for elements that say the same few things again at every key press. */
export class RememberingLocalizer<
  const Used extends readonly KnownNamespace[],
  Later extends KnownNamespace = never,
> extends LocalizeController<Used, Later> {
  readonly #known = new Map<string, string>();
  #overrides: unknown;

  override t(
    key: MessageKey<Used[number] | Later>,
    params?: MessageParams,
    language = this.language,
  ): string {
    const { messages } = this.host.settings;
    if (this.#overrides !== messages || this.#known.size > MOST_KNOWN) this.#known.clear();
    this.#overrides = messages;
    const said = `${language} ${key} ${params ? JSON.stringify(params) : ''}`;
    let words = this.#known.get(said);
    if (words === undefined) this.#known.set(said, (words = super.t(key, params, language)));
    return words;
  }

  protected override speakAnew(): void {
    this.#known.clear();
    super.speakAnew();
  }
}
