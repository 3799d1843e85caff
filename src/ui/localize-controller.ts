import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { formatDay, formatInstant, formatMoney, formatNumber } from '../i18n/format.js';
import { BASE_LANGUAGE, matchLanguage, type Language } from '../i18n/language.js';
import type { MessageKey, Namespace } from '../i18n/namespace.js';
import { addMessages, translate, type MessageOverrides, type MessageParams } from '../i18n/translator.js';
import type { PartDate } from '../shared/clock.js';
import { textIn, type LocalizedText } from '../shared/localized-text.js';
import { nearestLanguageTag, observeLanguage } from './language-observer.js';
import type { PortalSettings } from './configure.js';

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
  const Used extends readonly Namespace[],
  Later extends Namespace = never,
> implements ReactiveController {
  #language: Language = BASE_LANGUAGE;
  #request = 0;
  #stop: (() => void) | undefined;
  #namespaces: readonly Namespace[];

  constructor(
    private readonly host: LocalizedHost,
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

  /** Adds words that were loaded later; resolves once they are there in the language in use. */
  use(namespace: Later): Promise<void> {
    if (!this.#namespaces.includes(namespace)) this.#namespaces = [...this.#namespaces, namespace];
    return this.#follow();
  }

  t(key: MessageKey<Used[number] | Later>, params?: MessageParams): string {
    const names = this.#namespaces.map((namespace) => namespace.name);
    const overrides = this.host.settings.messages;
    return translate(this.#language, overrides ? [overrideName(overrides), ...names] : names, key, params);
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

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  async #follow(): Promise<void> {
    const wanted = matchLanguage(nearestLanguageTag(this.host)) ?? BASE_LANGUAGE;
    const request = ++this.#request;
    const loads = this.#namespaces
      .map((namespace) => namespace.load(wanted))
      .filter((load) => load !== undefined);
    if (loads.length > 0) await Promise.all(loads);
    // Of two overlapping changes the later one wins, whichever file arrives first.
    if (request !== this.#request || wanted === this.#language) return;
    this.#language = wanted;
    this.host.requestUpdate();
  }
}

/** A page's own words become a namespace of their own, asked first. */
function overrideName(overrides: MessageOverrides): string {
  let name = overrideNames.get(overrides);
  if (!name) {
    name = `page-${String(++overrideCount)}`;
    overrideNames.set(overrides, name);
    for (const [language, messages] of Object.entries(overrides)) {
      const known = matchLanguage(language);
      if (known) addMessages(known, name, messages);
    }
  }
  return name;
}
