import { adoptStyles, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Catalog } from '../../src/catalog/catalog.js';
import type { CatalogSearch, SearchResult, ThesaurusData } from '../../src/catalog/catalog-search.js';
import type { CatalogQuery } from '../../src/catalog/query.js';
import type { Procedure } from '../../src/catalog/procedure.js';
import type { LevelList } from '../../src/levels/level-list.js';
import { dayInVietnam, type Clock, type IsoDate } from '../../src/shared/clock.js';
import { common } from '../../src/i18n/namespaces/common.js';
import { levels } from '../../src/i18n/namespaces/levels.js';
import type { lookupDossier } from '../../src/i18n/namespaces/lookup-dossier.js';
import type { lookupEnd } from '../../src/i18n/namespaces/lookup-end.js';
import type { lookupFilters } from '../../src/i18n/namespaces/lookup-filters.js';
import { lookup } from '../../src/i18n/namespaces/lookup.js';
import { CatalogController } from '../../src/ui/catalog-controller.js';
import type { PlaceCatalog } from '../../src/ui/catalog-state.js';
import { levelChoiceOf } from '../../src/ui/level-filter.js';
import { linkTo } from '../../src/ui/link-template.js';
import { RememberingLocalizer } from '../../src/ui/remembering-localizer.js';
import { PortalElement } from '../../src/ui/portal-element.js';
import { ProcedureApplyEvent, ProcedureOpenEvent, type OpenedFrom } from '../../src/ui/procedure-events.js';
import { pause } from '../../src/ui/pause.js';
import { nested } from '../../src/ui/nested.js';
import { renderRefusal } from '../../src/ui/refusal.js';
import { SearchController } from '../../src/ui/search-controller.js';
import { base } from '../../src/ui/styles/base.styles.js';
import { levelFace } from '../../src/ui/styles/level-face.styles.js';
import type { ProcedureDetail } from '../procedure-detail/procedure-detail.js';
import { AskedList } from './asked-list.js';
import type * as DossierParts from './dossier-way.js';
import type * as EndParts from './end.js';
import type * as FilterParts from './filters.js';
import { hasWords, renderFound } from './found.js';
import { LateCode } from './late-code.js';
import { isNumber } from './list-address.js';
import { styles } from './procedure-lookup.styles.js';
import { renderSearchBox } from './search-box.js';
import { SpokenStatus } from './spoken-status.js';
import { walkRows } from './walk-rows.js';

export type { ProcedureApplyEvent, ProcedureOpenEvent } from '../../src/ui/procedure-events.js';

/**
 * Rows drawn in one turn, the first time, after one alone: code that runs for the first time, and pictures and letters
 * that are drawn for the first time, take a cheap phone so long that a key press would wait.
 */
const TURN = 2;

/**
 * One box in which a citizen finds a procedure in their own words, narrows the answer and opens it.
 *
 * @tag dvc-procedure-lookup
 * @slot - Content for when scripts do not run or the catalogue cannot be had: a link to a list.
 * @slot not-found - More help where nothing was found.
 * @csspart base - The outer box.
 * @csspart search - The box and its label.
 * @csspart filters - The filters.
 * @csspart result - One row.
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

  /**
   * Keeps the search in the page's address, so that it can be shared and the Back button returns to it. For one lookup of a
   * page: two would share the address, and each show what the other was asked.
   */
  @property({ type: Boolean, attribute: 'sync-address' }) syncAddress = false;

  /** Level of the headings of the results, 2 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** Tells the time that decides which procedures are in force. */
  @property({ attribute: false }) clock: Clock = () => new Date();

  /** Rows drawn so far. */
  @state() private drawn = 0;
  @state() private filtersOpen = false;
  /** The code of the filters, once somebody opened them. */
  @state() private filters: typeof FilterParts | undefined;
  /** The code that knows codes of dossiers, once something like one was typed. */
  @state() private dossiers: typeof DossierParts | undefined;

  /** The code of what stands below the last row. */
  @state() private end: typeof EndParts | undefined;
  #endComes = false;

  @query('#words') private box!: HTMLInputElement | null;

  protected readonly i18n = new RememberingLocalizer<
    readonly [typeof lookup, typeof levels, typeof common],
    typeof lookupFilters | typeof lookupEnd | typeof lookupDossier
  >(this, lookup, levels, common);
  readonly #catalog = new CatalogController(this);
  readonly #search = new SearchController(this, this.#catalog, () => ({
    day: this.#today,
    scheme: this.#scheme,
    mappings: this.settings.mappings,
    levelOf: (place, procedure) => levelChoiceOf(place, procedure, this.#scheme, this.settings),
  }));
  readonly #spoken = new SpokenStatus(this);
  readonly #late = new LateCode(this);
  readonly #list = new AskedList(
    this,
    () => this.#detailTemplate === undefined,
    () => void this.#late.need(() => import('../procedure-detail/procedure-detail.js')),
  );
  /** The last answer, and what it is the answer to. */
  #answered: readonly [CatalogSearch, CatalogQuery, number, SearchResult] | undefined;

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
    if (changed.has('query') && this.query !== this.#list.asked.words)
      this.#list.ask({ ...this.#list.asked, words: this.query });
    if (changed.has('syncAddress')) this.#list.read();
    if (isNumber(this.#list.asked.words)) void this.#knowDossiers();
  }

  protected override updated(): void {
    if (this.filtersOpen) this.filters?.showChosen(this.renderRoot, this.#list.asked);
    if (this.#isDrawing) void pause().then(() => (this.drawn += this.drawn > 0 ? TURN : 1));
    else {
      this.#list.returnToRow();
      if (this.drawn > 0 && !this.end && !this.#endComes) void this.#fetchEnd();
    }
  }

  /** Over once all rows are there. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isOver = await super.getUpdateComplete();
    if (!this.#isDrawing) return isOver;
    await pause();
    return this.getUpdateComplete();
  }

  /** Where it does not come, the next answer asks for it again. */
  async #fetchEnd(): Promise<void> {
    this.#endComes = true;
    try {
      const end = await import('./end.js');
      await this.i18n.use(end.lookupEnd);
      this.end = end;
    } catch {
      this.#endComes = false;
    }
  }

  get #isDrawing(): boolean {
    return this.drawn < this.#list.shown && !!this.shadowRoot?.querySelector('.results');
  }

  /** Moves the focus to the box. */
  override focus(options?: FocusOptions): void {
    this.box?.focus(options);
  }

  /** Empties the box and the filters. */
  reset(): void {
    this.#list.reset();
  }

  #handleClear(): void {
    this.#list.change({ words: '' });
    this.focus();
  }

  /** A code typed in full opens its procedure; words are answered while they are typed, so they only move on. */
  async #handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    if (isNumber(this.#list.asked.words)) await this.#knowDossiers();
    const way = this.#dossierWay;
    if (way) location.assign(way.url);
    else this.#goOn(event);
  }

  #goOn(event: Event): void {
    const { state } = this.#search;
    const procedure =
      state.status === 'ready' ? state.place.catalog.byCode(this.#list.asked.words) : undefined;
    if (procedure) this.#open(procedure, 'code', event);
    else this.renderRoot.querySelector<HTMLElement>('.status')?.focus();
  }

  #handleKeys(event: KeyboardEvent): void {
    const root = this.shadowRoot;
    if (event.key === 'Escape' && this.#list.asked.words !== '' && root?.activeElement === this.box) {
      event.preventDefault();
      this.#handleClear();
    } else if (root) walkRows(event, root, this.box);
  }

  #open(procedure: Procedure, from: OpenedFrom, event: Event): void {
    if (!this.dispatchEvent(new ProcedureOpenEvent(procedure.code, from))) {
      event.preventDefault();
      return;
    }
    const url = linkTo(this.#detailTemplate, procedure.code);
    this.#list.leaveBy(procedure.code);
    // A link goes there by itself, with all that a browser offers: a new tab, a copied address.
    if (url !== undefined && event.currentTarget instanceof HTMLAnchorElement) return;
    event.preventDefault();
    if (url === undefined) this.#list.open(procedure.code);
    else location.assign(url);
  }

  async #handleMore(): Promise<void> {
    const first = this.#list.shown;
    this.#list.showMore();
    await this.updateComplete;
    this.renderRoot.querySelectorAll<HTMLElement>('.card .open')[first]?.focus();
  }

  get #today(): IsoDate {
    return dayInVietnam(this.clock());
  }

  get #scheme(): string | undefined {
    return this.scheme ?? this.settings.scheme;
  }

  /** Where it cannot be had, a code finds nothing, as any other number. */
  async #knowDossiers(): Promise<void> {
    if (!this.#trackTemplate || this.dossiers) return;
    const dossiers = await import('./dossier-way.js').catch(() => undefined);
    if (dossiers) await this.i18n.use(dossiers.lookupDossier);
    this.dossiers = dossiers;
  }

  get #trackTemplate(): string | undefined {
    return this.trackUrl ?? this.settings.trackUrl;
  }

  get #dossierWay(): DossierParts.DossierWay | undefined {
    return this.dossiers?.wayTo(this.#list.asked.words, this.#trackTemplate);
  }

  #toggleFilters(): void {
    this.filtersOpen = !this.filtersOpen;
    if (!this.filtersOpen) return;
    void this.#late.need(async () => {
      const filters = await import('./filters.js');
      await this.i18n.use(filters.lookupFilters);
      adoptStyles(this.renderRoot as ShadowRoot, [...ProcedureLookup.elementStyles, filters.styles]);
      this.filters = filters;
    });
  }

  #answer(search: CatalogSearch): SearchResult {
    const { asked, shown } = this.#list;
    const [inSearch, to, of, known] = this.#answered ?? [];
    if (known && inSearch === search && to === asked && of === shown) return known;
    const { words, ...filters } = asked;
    // One letter asks for nothing yet.
    const result = search.search(hasWords(asked) ? words : '', { ...filters, limit: shown });
    this.#answered = [search, asked, shown, result];
    return result;
  }

  get #detailTemplate(): string | undefined {
    return this.detailUrl ?? this.settings.detailUrl;
  }

  #renderFilters(result: SearchResult): TemplateResult | undefined {
    return this.filters?.renderFilters({
      i18n: this.i18n,
      result,
      query: this.#list.asked,
      schemes: this.settings.schemes,
      onChoose: (filter, value) => this.#list.change({ [filter]: value || undefined }),
      onReset: () => this.#list.widen(),
    });
  }

  #renderFound(place: PlaceCatalog, result: SearchResult): TemplateResult {
    const way = this.#dossierWay;
    if (way && this.dossiers) return this.dossiers.renderDossierWay(way, this.i18n);
    return renderFound({
      i18n: this.i18n,
      settings: this.settings,
      today: this.#today,
      scheme: this.#scheme,
      applyUrl: this.applyUrl,
      detailUrl: this.#detailTemplate,
      helpPhone: this.helpPhone ?? this.settings.helpPhone,
      headingLevel: this.headingLevel,
      place,
      result,
      list: this.#list,
      drawn: this.drawn,
      filters: this.filtersOpen && { shown: this.#late.render(this.i18n) ?? this.#renderFilters(result) },
      renderEnd: this.end && ((view) => this.end?.renderEnd(view, this.i18n) ?? nothing),
      onFilters: () => this.#toggleFilters(),
      onMore: () => void this.#handleMore(),
      onOpen: (procedure, from, event) => this.#open(procedure, from, event),
      onApply: (procedure, event) => {
        if (!this.dispatchEvent(new ProcedureApplyEvent(procedure.code))) event.preventDefault();
      },
    });
  }

  protected override renderContent(): TemplateResult {
    const found = this.#search.state;
    const { opened, asked } = this.#list;
    if (opened) {
      return html`<button type="button" class="button back" @click=${() => this.#list.close()}>
          ${this.i18n.t('back')}
        </button>
        ${
          this.#late.render(this.i18n) ??
          nested<ProcedureDetail>('dvc-procedure-detail', {
            code: opened,
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
        words: asked.words,
        i18n: this.i18n,
        onInput: (event) => this.#list.change({ words: (event.currentTarget as HTMLInputElement).value }),
        onClear: () => this.#handleClear(),
        onSubmit: (event) => void this.#handleSubmit(event),
      })}
      ${
        found.status === 'loading'
          ? html`<p class="status">${this.i18n.t('preparing')}</p>`
          : this.#renderFound(found.place, this.#answer(found.search))
      }
      ${this.#spoken.render()}
    </div>`;
  }
}
