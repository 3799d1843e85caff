import { adoptStyles, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import type { PortalSettings } from './configure.js';
import { pause } from './pause.js';
import { PortalSettingsController } from './portal-settings.js';
import { reportProblems } from './report-problems.js';
import { copyTextSpacing, watchPageStyles } from './reader-spacing.js';

/**
 * Base of every element: waits for its words before the first render, knows the settings of its portal, and
 * wraps what it shows in the shell that keeps the page's styles out.
 */
export abstract class PortalElement extends LitElement {
  readonly #settings = new PortalSettingsController(this);
  readonly #waits: (() => Promise<void>)[] = [];
  #goOn: (() => void) | undefined;
  #stopSpacing: (() => void) | undefined;

  /** Words of the element; made with `new LocalizeController(this, …)`. */
  protected abstract readonly i18n: { readonly language: string };

  /** Settings that hold for this element: its portal's, then the page's. */
  get settings(): PortalSettings {
    return this.#settings.current;
  }

  /** Adds something that must be there before the first render. It must end, even without a network. */
  waitBeforeFirstRender(wait: () => Promise<void>): void {
    this.#waits.push(wait);
  }

  /** Its styles come in a turn of their own, before anything is drawn. */
  protected override createRenderRoot(): ShadowRoot {
    const root = this.attachShadow({ mode: 'open' });
    // Until the words are there, what the page put inside stays in sight.
    root.append(document.createElement('slot'));
    // Pages of ASP.NET press a button of theirs at Enter anywhere in their form, and would send the whole page.
    root.addEventListener('keypress', (event) => event.stopPropagation());
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopSpacing = watchPageStyles(() => this.#copySpacing());
    this.#copySpacing();
    this.#goOn?.();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopSpacing?.();
  }

  protected override async scheduleUpdate(): Promise<void> {
    try {
      if (!this.hasUpdated) {
        // Code that has just arrived was read in this turn; what a person sees of it gets turns of its own.
        await pause();
        const { elementStyles } = this.constructor as typeof PortalElement;
        adoptStyles(this.renderRoot as ShadowRoot, elementStyles);
        await Promise.all([pause(), ...this.#waits.map((wait) => wait())]);
      }
      // Whoever was taken out draws nothing, asks for nothing and listens to nothing until they are put in again.
      while (!this.isConnected) await new Promise<void>((resolve) => (this.#goOn = resolve));
      if (!this.hasUpdated) this.shadowRoot?.replaceChildren();
      await super.scheduleUpdate();
    } catch (error) {
      // Nothing was drawn: what the page put inside for that case comes into sight.
      if (!this.hasUpdated) this.shadowRoot?.replaceChildren(document.createElement('slot'));
      // By each engine's words: there is no other way to tell that the page let this copy have no Trusted Types policy.
      const isRefused = /Trusted|Sink/u.test(String(error));
      void reportProblems(isRefused ? '<script>' : `<${this.localName}>`, [{ code: 'not-drawn' }]);
      await this.notDrawn?.();
      // What the page refuses is no fault of ours for its own handlers to catch.
      if (!isRefused) throw error;
    }
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    this.#copySpacing();
  }

  #copySpacing(): void {
    const root = this.shadowRoot?.querySelector<HTMLElement>('.root');
    if (root) copyTextSpacing(this, root);
  }

  /** What is left to do where nothing could be drawn. */
  protected notDrawn?(): Promise<void>;

  /** What the element shows, inside the shell. */
  protected abstract renderContent(): unknown;

  protected override render(): TemplateResult {
    return html`<div class="root" part="base" lang=${this.i18n.language}>${this.renderContent()}</div>`;
  }
}
