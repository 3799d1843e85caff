import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Tells the browser the paper of what is in view to be printed (`data-paper`), and that nothing else of the page is.
 * In place as long as that is in view: people press Ctrl+P as well as our buttons.
 */
export class PageController implements ReactiveController {
  #sheet: CSSStyleSheet | undefined;
  #paper: string | undefined;
  /** Done once the paper is told for what is in view. */
  fitted: Promise<void> | undefined;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.hostUpdated();
  }

  hostUpdated(): void {
    // What was taken out of the page may still be on its way to another state.
    if (!this.host.isConnected) return;
    this.#fit(this.host.shadowRoot?.querySelector<HTMLElement>('[data-paper]') ?? undefined);
  }

  hostDisconnected(): void {
    this.#paper = undefined;
    this.#use(undefined);
  }

  #fit(article: HTMLElement | undefined): void {
    // Also what stands on it: a roll is as long as that.
    const paper = article && `${article.dataset.paper ?? ''} ${article.textContent}`;
    if (paper === this.#paper) return;
    this.#paper = paper;
    if (article) this.fitted = this.#tell(article, paper);
    else this.#use(undefined);
  }

  async #tell(article: HTMLElement, paper: string | undefined): Promise<void> {
    // Without a network it is printed as the browser does it by itself.
    const made = await import('./page-sheet.js').catch(() => undefined);
    // Another one may have come into view meanwhile.
    if (paper === this.#paper) this.#use(made?.pageSheet(this.host, article));
  }

  #use(sheet: CSSStyleSheet | undefined): void {
    const others = document.adoptedStyleSheets.filter((one) => one !== this.#sheet);
    this.#sheet = sheet;
    document.adoptedStyleSheets = sheet ? [...others, sheet] : others;
  }
}
