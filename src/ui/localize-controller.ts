import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { formatDay, formatInstant, formatMoney, formatNumber } from '../i18n/format.js';
import { BASE_LANGUAGE, LANGUAGES, matchLanguage, type Language } from '../i18n/language.js';
import type { MessageKey } from '../i18n/namespace.js';
import type { KnownNamespace, MessageOverrides } from '../i18n/page-words.js';
import { addMessages, translate, type MessageParams } from '../i18n/translator.js';
import type { PartDate } from '../shared/clock.js';
import { textIn, type LocalizedText } from '../shared/localized-text.js';
import { nearestLanguageTag, observeLanguage } from './language-observer.js';
import type { PortalSettings } from './configure.js';

let next: Promise<unknown> | undefined;

/**
 * The time to ask again for words that a line lost: all of a page ask together, for a file is fetched once for all who
 * ask at once.
 */
const nextTry = (): Promise<unknown> =>
  (next ??= new Promise((resolve) => {
    setTimeout(resolve, Math.random() * 20_000);
    addEventListener('online', resolve, { once: true });
  }).then(() => (next = undefined)));

const overrideNames = new WeakMap<MessageOverrides, string>();
let overrideCount = 0;

interface LocalizedHost extends ReactiveControllerHost, HTMLElement {
  readonly settings: PortalSettings;
  waitBeforeFirstRender(wait: () => Promise<void>): void;
}

/**
 * Words, dates and money of one element, in the language of the nearest `lang`. Namespaces that are `Later` come
 * with code that is loaded later; their keys may only be asked for from there.
 */
export class LocalizeController<
  const Used extends readonly KnownNamespace[],
  Later extends KnownNamespace = never,
> implements ReactiveController {
  #language: Language = BASE_LANGUAGE;
  #request = 0;
  #stop: (() => void) | undefined;
  #pageLanguage: string | undefined;
  #namespaces: readonly KnownNamespace[];

  constructor(
    protected readonly host: LocalizedHost,
    ...namespaces: Used
  ) {
    this.#namespaces = namespaces;
    host.addController(this);
    host.waitBeforeFirstRender(() => this.#follow());
  }

  /** The language in use; it changes only once its words are there. */
  get language(): Language {
    return this.#language;
  }

  /** Adds words that were loaded later; resolves once they are there in the language in use, or are known to be late. */
  use(namespace: Later): Promise<void> {
    if (!this.#namespaces.includes(namespace)) this.#namespaces = [...this.#namespaces, namespace];
    return this.#follow();
  }

  /** @param language another than the page speaks: for words that an office is to read. It is there, or Vietnamese is. */
  t(key: MessageKey<Used[number] | Later>, params?: MessageParams, language = this.#language): string {
    const overrides = this.host.settings.messages;
    const names = this.#namespaces.flatMap(({ name }) =>
      overrides ? [ownName(overrides, language, name), name] : [name],
    );
    return translate(language, names, key, params);
  }

  /** A text of the data that carries its own languages. */
  text(text: LocalizedText): string {
    return textIn(this.#language, text);
  }

  day(day: PartDate): string {
    return formatDay(this.#language, day);
  }

  instant(instant: Date): string {
    return formatInstant(this.#language, instant);
  }

  money(amount: number, currency: string): string {
    return formatMoney(this.#language, amount, currency);
  }

  number(value: number): string {
    return formatNumber(this.#language, value);
  }

  hostConnected(): void {
    this.#stop = observeLanguage(this.host, () => void this.#follow());
    void this.#follow();
  }

  hostUpdate(): void {
    if (this.host.settings.language !== this.#pageLanguage) void this.#follow();
  }

  hostDisconnected(): void {
    this.#stop?.();
    // Whatever is still on its way is nobody's: who is put in again asks again.
    this.#request += 1;
  }

  /** Draws anew: in another language, or with words that were late. */
  protected speakAnew(): void {
    this.host.requestUpdate();
  }

  async #follow(isAgain = false): Promise<void> {
    this.#pageLanguage = this.host.settings.language;
    const wanted = matchLanguage(nearestLanguageTag(this.host, this.#pageLanguage)) ?? BASE_LANGUAGE;
    const request = ++this.#request;
    const loads = this.#namespaces
      .map((namespace) => namespace.load(wanted))
      .filter((load) => load !== undefined);
    const came = loads.length > 0 ? await Promise.all(loads) : [];
    // Of two overlapping changes the later one wins, whichever file arrives first.
    if (request !== this.#request) return;
    // Words of two languages side by side are worse than all of them in the old one.
    if (came.includes(false))
      void nextTry().then(async () => {
        if (request === this.#request) await this.#follow(true);
      });
    else if (isAgain || came.length > 0 || wanted !== this.#language) {
      this.#language = wanted;
      this.speakAnew();
    }
  }
}

/**
 * A page's own words of a namespace become one of their own, asked before it. Each language has its own, so that words
 * in one never stand in another, where a word in it is there.
 */
function ownName(overrides: MessageOverrides, language: Language, namespace: string): string {
  let page = overrideNames.get(overrides);
  if (!page) {
    page = `page-${String(++overrideCount)}`;
    overrideNames.set(overrides, page);
    for (const known of LANGUAGES)
      for (const [name, words] of Object.entries(overrides[known] ?? {}))
        addMessages(known, `${page}/${known}/${name}`, words);
    void import('./check-messages.js').then(({ checkMessages }) => checkMessages(overrides));
  }
  return `${page}/${language}/${namespace}`;
}
