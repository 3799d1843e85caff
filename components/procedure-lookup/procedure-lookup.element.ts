import { adoptStyles, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Catalog } from '../../src/catalog/catalog.js';
import type {
  CatalogSearch,
  SearchHit,
  SearchResult,
  ThesaurusData,
} from '../../src/catalog/catalog-search.js';
import { normaliseCode } from '../../src/catalog/procedure-code.js';
import type { CatalogQuery } from '../../src/catalog/query.js';
import type { Procedure } from '../../src/catalog/procedure.js';
import type { LevelList } from '../../src/levels/level-list.js';
import { dayInVietnam, type Clock, type IsoDate } from '../../src/shared/clock.js';
import { common } from '../../src/i18n/namespaces/common.js';
import { levels } from '../../src/i18n/namespaces/levels.js';
import type { lookupFilters } from '../../src/i18n/namespaces/lookup-filters.js';
import { lookup } from '../../src/i18n/namespaces/lookup.js';
import { CatalogController } from '../../src/ui/catalog-controller.js';
import type { PlaceCatalog } from '../../src/ui/catalog-state.js';
import { renderHeading } from '../../src/ui/heading.js';
import { chevronIcon, infoIcon } from '../../src/ui/icons.js';
import { levelChoiceOf } from '../../src/ui/level-filter.js';
import { linkTo } from '../../src/ui/link-template.js';
import { RememberingLocalizer } from '../../src/ui/remembering-localizer.js';
import { PortalElement } from '../../src/ui/portal-element.js';
import { ProcedureApplyEvent, ProcedureOpenEvent, type OpenedFrom } from '../../src/ui/procedure-events.js';
import { pause } from '../../src/ui/pause.js';
import { nested } from '../../src/ui/nested.js';
import { loadNotices } from '../../src/ui/place-notices.js';
import { renderRefusal } from '../../src/ui/refusal.js';
import { SearchController } from '../../src/ui/search-controller.js';
import { base } from '../../src/ui/styles/base.styles.js';
import { levelFace } from '../../src/ui/styles/level-face.styles.js';
import type { ProcedureDetail } from '../procedure-detail/procedure-detail.js';
import { cardOf } from './card-of.js';
import type * as DossierParts from './dossier-way.js';
import { FILTERS } from './filter-names.js';
import type * as FilterParts from './filters.js';
import { isNumber, keepRow, readListAddress, writeListAddress } from './list-address.js';
import { styles } from './procedure-lookup.styles.js';
import { renderCard, type CardWords } from './result-card.js';
import { renderSearchBox } from './search-box.js';
import { SpokenStatus } from './spoken-status.js';
import { renderWhereToAsk } from './where-to-ask.js';

/** Rows shown at first and added by "show more": few enough to stay fast on a cheap phone. */
const PAGE = 8;

/**
 * Rows drawn in one turn, the first time, after one alone: code that runs for the first time, and pictures and letters
 * that are drawn for the first time, take a cheap phone so long that a key press would wait.
 */
const TURN = 2;

const NO_QUERY: CatalogQuery = { words: '' };

/** Perhaps nothing that was found is right. */
const isUnsure = ({ confidence }: SearchResult): boolean => confidence === 'low' || confidence === 'none';

/** With a capital in front, as a choice is written. */
const capitalised = (words: string): string => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);

/**
 * One box in which a citizen finds a procedure in their own words, narrows the answer and opens it.
 *
 * @tag dvc-procedure-lookup
 * @slot - Content for when scripts do not run or the catalogue cannot be had: a link to a list.
 * @slot not-found - More help where nothing was found.
 * @csspart search - The box and its label.
 * @csspart filters - The filters.
 * @csspart result - One row.
 * @cssprop [--dvc-accent] - Colour of links, buttons and the edge of rows.
 * @cssprop [--dvc-mark] - Ground of matched words.
 * @cssprop [--dvc-radius] - Roundness of boxes.
 * @fires {ProcedureOpenEvent} dvc-procedure-open - when the person opens a procedure; cancel it to show it yourself.
 * @fires {ProcedureApplyEvent} dvc-procedure-apply - when the person goes on to apply; cancel it to start yourself.
 * @example
 * <dvc-procedure-lookup catalog="/data/catalog.json" detail-url="/chi-tiet.html?ma={code}">
 *   <a href="/thu-tuc">Danh sách thủ tục</a>
 * </dvc-procedure-lookup>
 */
export class ProcedureLookup extends PortalElement {
  static override styles = [base, levelFace, styles];

  /** Address of the catalogue file, or a catalogue. */
  @property() catalog: string | Catalog | undefined;

  /** Addresses of level lists, separated by spaces, or the lists. */
  @property() levels: string | readonly LevelList[] | undefined;

  /** Address of a file of everyday words and what they mean, or the words; added to the built-in ones. */
  @property() thesaurus: string | ThesaurusData | undefined;

  /** Scheme to show levels in, e.g. `vn-2022`. */
  @property() scheme: string | undefined;

  /** Address of the page that shows one procedure, with `{code}`; without it the sheet opens in place. */
  @property({ attribute: 'detail-url' }) detailUrl: string | undefined;

  /** Address where an application starts, with `{code}`. */
  @property({ attribute: 'apply-url' }) applyUrl: string | undefined;

  /**
   * Address of the page where a dossier is followed, with `{code}` behind a `#`. With it the box takes codes of dossiers
   * as well, and leads there.
   */
  @property({ attribute: 'track-url' }) trackUrl: string | undefined;

  /** Telephone of the desk that helps where nothing is found. */
  @property({ attribute: 'help-phone' }) helpPhone: string | undefined;

  /** Words to search for at the start. */
  @property() query = '';

  /** Keeps the search in the page's address, so that it can be shared and the Back button returns to it. */
  @property({ type: Boolean, attribute: 'sync-address' }) syncAddress = false;

  /** Level of the headings of the results, 2 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** Tells the time that decides which procedures are in force. */
  @property({ attribute: false }) clock: Clock = () => new Date();

  @state() private asked: CatalogQuery = NO_QUERY;
  @state() private shown = PAGE;
  /** Rows drawn so far. */
  @state() private drawn = 0;
  @state() private filtersOpen = false;
  @state() private opened: string | undefined;
  /** The code of the filters, once somebody opened them. */
  @state() private filters: typeof FilterParts | undefined;
  /** The code that knows codes of dossiers, once something like one was typed. */
  @state() private dossiers: typeof DossierParts | undefined;
  /** Fetches code again that could not be had. */
  @state() private tryAgain: (() => void) | undefined;

  @query('#words') private box!: HTMLInputElement | null;

  protected readonly i18n = new RememberingLocalizer<
    readonly [typeof lookup, typeof levels, typeof common],
    typeof lookupFilters
  >(this, lookup, levels, common);
  readonly #catalog = new CatalogController(this);
  readonly #search = new SearchController(this, this.#catalog, () => ({
    day: this.#today,
    scheme: this.#scheme,
    mappings: this.settings.mappings,
    levelOf: (place, procedure) => levelChoiceOf(place, procedure, this.#scheme, this.settings),
  }));
  readonly #spoken = new SpokenStatus(this);
  /** The last answer, and what it is the answer to. */
  #answered: readonly [CatalogSearch, CatalogQuery, number, SearchResult] | undefined;
  #returnTo: string | undefined;
  /** Whether Back leads from the sheet that is open to the list it was opened from. */
  #isWayBack = false;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', this.#readAddress);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('popstate', this.#readAddress);
  }

  /** The first answer, and the drawing of it, are two turns: code that runs for the first time takes long. */
  protected override async scheduleUpdate(): Promise<void> {
    const { state } = this.#search;
    if (this.hasUpdated && state.status === 'ready' && !this.#answered) {
      this.#answer(state.search);
      await pause();
    }
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query') && this.query !== this.asked.words)
      this.#ask({ ...this.asked, words: this.query });
    if (changed.has('syncAddress') && this.syncAddress) this.#readAddress();
    if (isNumber(this.asked.words)) void this.#knowDossiers();
  }

  protected override updated(): void {
    if (this.filtersOpen) this.filters?.showChosen(this.renderRoot, this.asked);
    if (this.#isDrawing) void pause().then(() => (this.drawn += this.drawn > 0 ? TURN : 1));
    else this.#returnToRow();
  }

  /** Over once all rows are there. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isOver = await super.getUpdateComplete();
    if (!this.#isDrawing) return isOver;
    await pause();
    return this.getUpdateComplete();
  }

  get #isDrawing(): boolean {
    return this.drawn < this.shown && !!this.shadowRoot?.querySelector('.results');
  }

  override focus(options?: FocusOptions): void {
    this.box?.focus(options);
  }

  /** Empties the box and the filters. */
  reset(): void {
    this.#ask(NO_QUERY);
    this.opened = undefined;
  }

  readonly #readAddress = (): void => {
    if (!this.syncAddress) return;
    const { asked, opened, place } = readListAddress();
    // Words that the page gave stand until the address has words of its own.
    this.#ask(this.hasUpdated || asked.words ? asked : { ...asked, words: this.query });
    this.shown = place?.shown ?? PAGE;
    this.#returnTo = place?.code;
    this.#isWayBack = false;
    if (this.#opensHere) this.#show(opened);
  };

  #ask(asked: CatalogQuery): void {
    this.asked = asked;
    this.shown = PAGE;
  }

  /** What the person asks for by their own act; an address that is kept follows it. */
  #askByPerson(asked: CatalogQuery): void {
    this.#ask(asked);
    this.#writeAddress('replaceState');
  }

  #writeAddress(how: 'replaceState' | 'pushState'): void {
    if (this.syncAddress)
      writeListAddress({ asked: this.asked, shown: this.shown, opened: this.opened }, this.#opensHere, how);
  }

  /** Back at the list, the row that was opened is where the person was, once the rows are there. */
  #returnToRow(): void {
    const code = this.#returnTo;
    if (code === undefined || this.opened !== undefined || !this.renderRoot.querySelector('.card')) return;
    this.#returnTo = undefined;
    const row = this.#rowOf(code);
    // The row itself: what is in a row that was never in view has no place yet.
    row?.closest('li')?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  }

  #rowOf(code: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`.card[data-code="${CSS.escape(code)}"] .open`);
  }

  #handleInput(event: Event): void {
    this.#askByPerson({ ...this.asked, words: (event.currentTarget as HTMLInputElement).value });
  }

  #handleClear(): void {
    this.#askByPerson({ ...this.asked, words: '' });
    this.focus();
  }

  #handleReset(): void {
    this.#askByPerson({ words: this.asked.words });
  }

  /** A code typed in full opens its procedure; words are answered while they are typed, so they only move on. */
  async #handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    if (isNumber(this.asked.words)) await this.#knowDossiers();
    const way = this.#dossierWay;
    if (way) location.assign(way.url);
    else this.#goOn(event);
  }

  #goOn(event: Event): void {
    const { state } = this.#search;
    const isCode = normaliseCode(this.asked.words) !== undefined;
    const procedure =
      isCode && state.status === 'ready' ? state.place.catalog.byCode(this.asked.words) : undefined;
    if (procedure) this.#open(procedure, 'code', event);
    else this.renderRoot.querySelector<HTMLElement>('.status')?.focus();
  }

  /** Arrow keys walk from the box through the results, as in the lists that people know. */
  #handleKeys(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.asked.words !== '' && this.shadowRoot?.activeElement === this.box) {
      event.preventDefault();
      this.#handleClear();
      return;
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const at = this.shadowRoot?.activeElement;
    if (step === 0 || !at || at instanceof HTMLSelectElement) return;
    const stops = [this.box, ...this.renderRoot.querySelectorAll<HTMLElement>('.way, .card .open')];
    const index = stops.findIndex((stop) => stop === at || stop?.closest('.card')?.contains(at));
    const next = stops[index + step];
    if (index < 0 || !next) return;
    event.preventDefault();
    next.focus();
  }

  #open(procedure: Procedure, from: OpenedFrom, event: Event): void {
    if (!this.dispatchEvent(new ProcedureOpenEvent(procedure.code, from))) {
      event.preventDefault();
      return;
    }
    const url = linkTo(this.#detailTemplate, procedure.code);
    if (this.syncAddress) keepRow(this.shown, procedure.code);
    // A link goes there by itself, with all that a browser offers: a new tab, a copied address.
    if (url !== undefined && event.currentTarget instanceof HTMLAnchorElement) return;
    event.preventDefault();
    if (url === undefined) this.#openHere(procedure.code);
    else location.assign(url);
  }

  #show(code: string | undefined): void {
    this.opened = code;
    if (code === undefined) return;
    void this.#need(async () => {
      await import('../procedure-detail/procedure-detail.js');
    });
  }

  #openHere(code: string): void {
    this.#show(code);
    this.#isWayBack = this.syncAddress;
    this.#writeAddress('pushState');
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.back')?.focus());
  }

  #handleBack(): void {
    // Where the list is behind it in the browser's history, this is the browser's own way back.
    if (this.#isWayBack) {
      history.back();
      return;
    }
    const code = this.opened;
    this.opened = undefined;
    this.#writeAddress('pushState');
    void this.updateComplete.then(() => (this.#rowOf(code ?? '') ?? this.box)?.focus());
  }

  async #handleMore(): Promise<void> {
    const first = this.shown;
    this.shown += PAGE;
    this.#writeAddress('replaceState');
    await this.updateComplete;
    this.renderRoot.querySelectorAll<HTMLElement>('.card .open')[first]?.focus();
  }

  get #today(): IsoDate {
    return dayInVietnam(this.clock());
  }

  get #scheme(): string | undefined {
    return this.scheme ?? this.settings.scheme;
  }

  get #hasWords(): boolean {
    return this.asked.words.trim().length > 1;
  }

  get #isFiltered(): boolean {
    return FILTERS.some((filter) => this.asked[filter]);
  }

  get #opensHere(): boolean {
    return this.#detailTemplate === undefined;
  }

  /** Fetches code that most people never need. */
  async #need(part: () => Promise<void>): Promise<void> {
    this.tryAgain = undefined;
    try {
      await part();
    } catch {
      this.tryAgain = () => void this.#need(part);
    }
  }

  /** Where it cannot be had, a code finds nothing, as any other number. */
  async #knowDossiers(): Promise<void> {
    if (this.#trackTemplate) this.dossiers ??= await import('./dossier-way.js').catch(() => undefined);
  }

  get #trackTemplate(): string | undefined {
    return this.trackUrl ?? this.settings.trackUrl;
  }

  get #dossierWay(): DossierParts.DossierWay | undefined {
    return this.dossiers?.wayTo(this.asked.words, this.#trackTemplate);
  }

  #toggleFilters(): void {
    this.filtersOpen = !this.filtersOpen;
    if (!this.filtersOpen) return;
    void this.#need(async () => {
      const filters = await import('./filters.js');
      await this.i18n.use(filters.lookupFilters);
      adoptStyles(this.renderRoot as ShadowRoot, [...ProcedureLookup.elementStyles, filters.styles]);
      this.filters = filters;
    });
  }

  #renderTryAgain(): TemplateResult | undefined {
    const { tryAgain: retry } = this;
    const problem = { code: navigator.onLine ? 'timeout' : 'offline' };
    return retry && renderRefusal(this.i18n, { status: 'refused', problem, retry });
  }

  #answer(search: CatalogSearch): SearchResult {
    const { asked, shown } = this;
    const [inSearch, to, of, known] = this.#answered ?? [];
    if (known && inSearch === search && to === asked && of === shown) return known;
    const { words, ...filters } = asked;
    // One letter asks for nothing yet.
    const result = search.search(this.#hasWords ? words : '', { ...filters, limit: shown });
    this.#answered = [search, asked, shown, result];
    return result;
  }

  get #detailTemplate(): string | undefined {
    return this.detailUrl ?? this.settings.detailUrl;
  }

  /** How many there are, and the button for the filters, in one row. */
  #renderBar(result: SearchResult): TemplateResult {
    const active = FILTERS.filter((filter) => this.asked[filter]).length;
    const words = active ? this.i18n.t('filters-active', { count: active }) : this.i18n.t('filters');
    return html`<div class="bar">
        <p class="status" tabindex="-1">${this.#statusWords(result)}</p>
        <button
          type="button"
          class="button filter-button"
          aria-expanded=${this.filtersOpen ? 'true' : 'false'}
          aria-controls="filters"
          @click=${this.#toggleFilters}
        >
          ${words}${chevronIcon()}
        </button>
      </div>
      ${this.filtersOpen ? (this.#renderTryAgain() ?? this.#renderFilters(result)) : nothing}`;
  }

  #renderFilters(result: SearchResult): TemplateResult | undefined {
    return this.filters?.renderFilters({
      i18n: this.i18n,
      result,
      query: this.asked,
      schemes: this.settings.schemes,
      onChoose: (filter, value) => this.#askByPerson({ ...this.asked, [filter]: value || undefined }),
      onReset: () => this.#handleReset(),
    });
  }

  #renderNotices(place: PlaceCatalog): TemplateResult {
    return html`${place.catalog.sample ? html`<p class="sample">${this.i18n.t('sample')}</p>` : nothing}
    ${loadNotices(this.i18n, place).map(
      (notice) => html`<p class="notice">${infoIcon()}<span>${notice}</span></p>`,
    )}`;
  }

  #statusWords({ total, confidence }: SearchResult): string {
    const words = this.#hasWords ? this.asked.words.trim() : '';
    if (total === 0 && this.#isFiltered) return this.i18n.t('none-filtered');
    if (total === 0 && words) return this.i18n.t('none', { words });
    if (!words) return this.i18n.t('all', { count: total });
    return this.i18n.t(confidence === 'low' ? 'found-low' : 'found', { count: total });
  }

  /** A way to one procedure: a link where it has a page of its own. */
  #renderWay(procedure: Procedure, from: OpenedFrom, words: string): TemplateResult {
    const url = linkTo(this.#detailTemplate, procedure.code);
    const open = (event: Event) => this.#open(procedure, from, event);
    return html`<li>
      ${
        url
          ? html`<a class="button way" lang="vi" href=${url} @click=${open}>${words}</a>`
          : html`<button type="button" class="button way" lang="vi" @click=${open}>${words}</button>`
      }
    </li>`;
  }

  #renderSiblings({ siblings }: SearchResult): TemplateResult | typeof nothing {
    if (!siblings) return nothing;
    return html`<div class="siblings" role="group" aria-labelledby="siblings">
      <div id="siblings">${renderHeading(this.headingLevel, this.i18n.t('siblings'))}</div>
      <ul>
        ${siblings.options.map(({ procedure, difference }) =>
          this.#renderWay(procedure, 'sibling', capitalised(difference)),
        )}
      </ul>
    </div>`;
  }

  #renderHit(hit: SearchHit, place: PlaceCatalog, words: CardWords): TemplateResult {
    const { code } = hit.procedure;
    return renderCard({
      ...cardOf(hit, place, {
        i18n: this.i18n,
        settings: this.settings,
        today: this.#today,
        scheme: this.#scheme,
        applyUrl: this.applyUrl,
      }),
      headingLevel: this.headingLevel,
      detailUrl: linkTo(this.#detailTemplate, code),
      words,
      onOpen: (event) => this.#open(hit.procedure, 'result', event),
      onApply: (event) => {
        if (!this.dispatchEvent(new ProcedureApplyEvent(code))) event.preventDefault();
      },
    });
  }

  #renderNone({ total, suggestions }: SearchResult): TemplateResult {
    return html`<div class="none">
      ${
        total === 0 && this.#isFiltered
          ? html`<button type="button" class="button" @click=${this.#handleReset}>
              ${this.i18n.t('filters-reset')}
            </button>`
          : nothing
      }
      ${
        suggestions.length > 0
          ? html`<div>
              <p id="nearest">${this.i18n.t('none-nearest')}</p>
              <ul aria-labelledby="nearest">
                ${suggestions.map((procedure) => this.#renderWay(procedure, 'suggestion', procedure.name))}
              </ul>
            </div>`
          : nothing
      }
      <p>${this.i18n.t('none-tips')}</p>
      ${this.#whereToAsk}
      <slot name="not-found"></slot>
    </div>`;
  }

  get #whereToAsk(): TemplateResult {
    return renderWhereToAsk(
      (key, params) => this.i18n.t(key, params),
      this.helpPhone ?? this.settings.helpPhone,
    );
  }

  #renderEnd(result: SearchResult): TemplateResult | typeof nothing {
    if (isUnsure(result)) return this.#renderNone(result);
    return this.#hasWords ? html`<div class="none">${this.#whereToAsk}</div>` : nothing;
  }

  #renderResults(place: PlaceCatalog, result: SearchResult): TemplateResult {
    const way = this.#dossierWay;
    if (way && this.dossiers)
      return this.dossiers.renderDossierWay(way, (key, params) => this.i18n.t(key, params));
    const rest = Math.min(result.total - this.shown, PAGE);
    const words: CardWords = {
      called: {
        plainName: this.i18n.t('also-called', { names: '' }),
        keyword: this.i18n.t('found-by', { words: '' }),
      },
      details: this.i18n.t('details'),
      apply: this.i18n.t('apply'),
      named: (action, name) => this.i18n.t('for', { action, name }),
    };
    return html`${this.#renderBar(result)} ${this.#renderNotices(place)}
      ${
        result.readAs
          ? html`<p class="read-as">
              ${this.i18n.t(isUnsure(result) ? 'tried' : 'read-as', { words: result.readAs })}
            </p>`
          : nothing
      }
      ${this.#renderSiblings(result)}
      <ol class="results">
        ${result.hits.slice(0, this.drawn).map((hit) => this.#renderHit(hit, place, words))}
      </ol>
      ${
        rest > 0
          ? html`<button type="button" class="button more" @click=${this.#handleMore}>
              ${this.i18n.t('more', { count: rest })}
            </button>`
          : nothing
      }
      ${this.drawn < result.hits.length ? nothing : this.#renderEnd(result)}`;
  }

  protected override renderContent(): TemplateResult {
    const found = this.#search.state;
    if (this.opened) {
      return html`<button type="button" class="button back" @click=${this.#handleBack}>
          ${this.i18n.t('back')}
        </button>
        ${
          this.#renderTryAgain() ??
          nested<ProcedureDetail>('dvc-procedure-detail', {
            code: this.opened,
            place: found.status === 'ready' ? found.place : undefined,
            clock: this.clock,
            scheme: this.scheme,
            applyUrl: this.applyUrl,
            headingLevel: this.headingLevel,
          })
        }`;
    }
    if (found.status === 'empty') return html`<slot></slot>`;
    if (found.status === 'refused') return html`${renderRefusal(this.i18n, found)}<slot></slot>`;
    // One template for both, so that the box a person is typing in stays the same one when the catalogue arrives.
    return html`<div class="frame" @keydown=${this.#handleKeys}>
      ${renderSearchBox({
        words: this.asked.words,
        t: (key) => this.i18n.t(key),
        onInput: (event) => this.#handleInput(event),
        onClear: () => this.#handleClear(),
        onSubmit: (event) => void this.#handleSubmit(event),
      })}
      ${
        found.status === 'loading'
          ? html`<p class="status">${this.i18n.t('preparing')}</p>`
          : this.#renderResults(found.place, this.#answer(found.search))
      }
      ${this.#spoken.render()}
    </div>`;
  }
}
