import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Catalog } from '../../src/catalog/catalog.js';
import type {
  CatalogSearch,
  SearchHit,
  SearchResult,
  ThesaurusData,
} from '../../src/catalog/catalog-search.js';
import { normaliseCode } from '../../src/catalog/procedure-code.js';
import { readQuery, writeQuery, type CatalogQuery } from '../../src/catalog/query.js';
import type { Procedure } from '../../src/catalog/procedure.js';
import type { LevelList } from '../../src/levels/level-list.js';
import { isUsable, standingOn, tiersOn, type Standing } from '../../src/catalog/standing.js';
import { builtInSchemes } from '../../src/levels/schemes.js';
import { inVietnameseOrder } from '../../src/shared/alphabet.js';
import { dayInVietnam, type Clock, type IsoDate } from '../../src/shared/clock.js';
import { common } from '../../src/i18n/namespaces/common.js';
import { levels } from '../../src/i18n/namespaces/levels.js';
import { lookup } from '../../src/i18n/namespaces/lookup.js';
import { CatalogController } from '../../src/ui/catalog-controller.js';
import type { PlaceCatalog } from '../../src/ui/catalog-state.js';
import { renderHeading } from '../../src/ui/heading.js';
import { closeIcon, externalIcon, infoIcon, phoneIcon, searchIcon } from '../../src/ui/icons.js';
import { levelFaceOf } from '../../src/ui/level-face.js';
import { levelChoiceOf, levelChoices } from '../../src/ui/level-filter.js';
import { dialLink, linkTo } from '../../src/ui/link-template.js';
import { NATIONAL_PORTAL } from '../../src/ui/national-portal.js';
import { RememberingLocalizer } from '../../src/ui/remembering-localizer.js';
import { PortalElement } from '../../src/ui/portal-element.js';
import { stepFrom } from '../../src/ui/procedure-step.js';
import { ProcedureApplyEvent, ProcedureOpenEvent, type OpenedFrom } from '../../src/ui/procedure-events.js';
import { loadNotices } from '../../src/ui/place-notices.js';
import { renderRefusal } from '../../src/ui/refusal.js';
import { SearchController } from '../../src/ui/search-controller.js';
import { base } from '../../src/ui/styles/base.styles.js';
import { levelFace } from '../../src/ui/styles/level-face.styles.js';
import {
  FILTERS,
  renderFilterButton,
  renderFilters,
  showChosen,
  type Choice,
  type Filter,
} from './filters.js';
import { readPlace, withPlace } from './kept-place.js';
import { styles } from './procedure-lookup.styles.js';
import { isAlias, renderCard, type CardWords } from './result-card.js';

/** Rows shown at first and added by "show more": few enough to stay fast on a cheap phone. */
const PAGE = 8;

/** Name of the code in the address of a sheet that is open in place. */
const CODE_PARAM = 'ma';

const NO_QUERY: CatalogQuery = { words: '' };

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
  @state() private filtersOpen = false;
  @state() private opened: string | undefined;
  /** The code that shows a sheet could not be had. */
  @state() private sheetFailed = false;

  @query('#words') private box!: HTMLInputElement | null;

  protected readonly i18n = new RememberingLocalizer(this, lookup, levels, common);
  readonly #catalog = new CatalogController(this);
  readonly #search = new SearchController(this, this.#catalog, () => ({
    day: this.#today,
    scheme: this.#scheme,
    levelOf: (place, procedure) => levelChoiceOf(place, procedure, this.#scheme, this.settings.schemes),
  }));
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

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query') && this.query !== this.asked.words)
      this.#ask({ ...this.asked, words: this.query });
    if (changed.has('syncAddress') && this.syncAddress) this.#readAddress();
  }

  protected override updated(): void {
    if (this.filtersOpen) showChosen(this.renderRoot, this.asked);
    this.#returnToRow();
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
    const { searchParams } = new URL(location.href);
    const asked = readQuery(searchParams);
    // Words that the page gave stand until the address has words of its own.
    this.#ask(this.hasUpdated || asked.words ? asked : { ...asked, words: this.query });
    const place = readPlace();
    this.shown = place?.shown ?? PAGE;
    this.#returnTo = place?.code;
    this.#isWayBack = false;
    if (this.#opensHere) this.#show(searchParams.get(CODE_PARAM) ?? undefined);
  };

  #ask(asked: CatalogQuery): void {
    this.asked = asked;
    this.shown = PAGE;
  }

  /** What the person asks for by their own act; an address that is kept follows it. */
  #askByPerson(asked: CatalogQuery): void {
    this.#ask(asked);
    if (this.syncAddress) this.#writeAddress('replaceState');
  }

  #writeAddress(how: 'replaceState' | 'pushState'): void {
    const url = new URL(location.href);
    const parameters = writeQuery(this.asked, url.searchParams);
    // Where sheets have a page of their own, a code in the address is that page's.
    if (this.opened) parameters.set(CODE_PARAM, this.opened);
    else if (this.#opensHere) parameters.delete(CODE_PARAM);
    url.search = parameters.toString();
    history[how](withPlace({ shown: this.shown }), '', url);
  }

  /** So that Back returns to the row that is left now. */
  #keepPlace(code: string): void {
    if (this.syncAddress) history.replaceState(withPlace({ shown: this.shown, code }), '');
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
  #handleSubmit(event: Event): void {
    event.preventDefault();
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
    if (url !== undefined) this.#keepPlace(procedure.code);
    // A link goes there by itself, with all that a browser offers: a new tab, a copied address.
    if (event.type === 'click' && url !== undefined && event.currentTarget instanceof HTMLAnchorElement)
      return;
    event.preventDefault();
    if (url === undefined) this.#openHere(procedure.code);
    else location.assign(url);
  }

  #show(code: string | undefined): void {
    this.opened = code;
    if (code !== undefined) void this.#loadSheet();
  }

  #openHere(code: string): void {
    this.#keepPlace(code);
    this.#show(code);
    this.#isWayBack = this.syncAddress;
    if (this.syncAddress) this.#writeAddress('pushState');
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
    if (this.syncAddress) this.#writeAddress('pushState');
    void this.updateComplete.then(() => (this.#rowOf(code ?? '') ?? this.box)?.focus());
  }

  async #handleMore(): Promise<void> {
    const first = this.shown;
    this.shown += PAGE;
    if (this.syncAddress) this.#writeAddress('replaceState');
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

  /** Sheets come with code of their own, once one is opened. */
  async #loadSheet(): Promise<void> {
    this.sheetFailed = false;
    try {
      await import('../procedure-detail/procedure-detail.js');
    } catch {
      this.sheetFailed = true;
    }
  }

  #answer(search: CatalogSearch): SearchResult {
    const { words, ...filters } = this.asked;
    // One letter asks for nothing yet.
    return search.search(this.#hasWords ? words : '', { ...filters, limit: this.shown });
  }

  get #detailTemplate(): string | undefined {
    return this.detailUrl ?? this.settings.detailUrl;
  }

  #choices(result: SearchResult): Record<Filter, Choice[]> {
    const named = (filter: Filter, name: (value: string) => string): Choice[] => {
      const counts = result.facets[filter];
      const chosen = this.asked[filter];
      // What is chosen stays in sight, even where it leaves nothing.
      return [...counts, ...(chosen && !counts.has(chosen) ? ([[chosen, 0]] as const) : [])].map(
        ([value, count]) => ({ value, count, name: name(value) }),
      );
    };
    const levelCounts = named('level', (value) => value);
    return {
      tier: named('tier', (value) => this.i18n.t(`tier.${value as 'commune'}`)),
      field: inVietnameseOrder(
        named('field', (value) => value),
        ({ name }) => name,
      ),
      level: levelChoices(
        this.i18n,
        this.settings.schemes ?? builtInSchemes,
        levelCounts.map(({ value }) => value),
      ).map(({ value, name }) => ({ value, name, count: result.facets.level.get(value) ?? 0 })),
      audience: named('audience', (value) => this.i18n.t(`audience.${value as 'citizen'}`)),
    };
  }

  #renderBox(): TemplateResult {
    // Once somebody types, they know how, and the results need the room; it is still read out.
    const hint = this.asked.words ? 'visually-hidden' : 'hint';
    return html`<form class="search" part="search" role="search" @submit=${this.#handleSubmit}>
      <label for="words">${this.i18n.t('label')}</label>
      <div class="box">
        <div class="field">
          <input
            id="words"
            type="search"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            enterkeyhint="search"
            aria-describedby="hint"
            .value=${this.asked.words}
            @input=${this.#handleInput}
          />
          ${
            this.asked.words
              ? html`<button
                  type="button"
                  class="clear"
                  aria-label=${this.i18n.t('clear')}
                  @click=${this.#handleClear}
                >
                  ${closeIcon()}
                </button>`
              : nothing
          }
        </div>
        <button type="submit" class="button primary">
          ${searchIcon()}<span class="submit">${this.i18n.t('submit')}</span>
        </button>
      </div>
      <p id="hint" class=${hint}>${this.i18n.t('hint')}</p>
    </form>`;
  }

  /** How many there are, and the button for the filters, in one row. */
  #renderBar(result: SearchResult): TemplateResult {
    const active = FILTERS.filter((filter) => this.asked[filter]).length;
    const words = active ? this.i18n.t('filters-active', { count: active }) : this.i18n.t('filters');
    return html`<div class="bar">
        <p class="status" role="status" tabindex="-1">${this.#statusWords(result)}</p>
        ${renderFilterButton(words, this.filtersOpen, () => (this.filtersOpen = !this.filtersOpen))}
      </div>
      ${this.filtersOpen ? this.#renderFilters(result) : nothing}`;
  }

  #renderFilters(result: SearchResult): TemplateResult {
    return renderFilters({
      query: this.asked,
      choices: this.#choices(result),
      words: {
        any: this.i18n.t('filter.any'),
        reset: this.i18n.t('filters-reset'),
        label: (filter) => this.i18n.t(`filter.${filter}`),
        choice: ({ name, count }) => this.i18n.t('filter.choice', { name, count: this.i18n.number(count) }),
      },
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
    if (total === 0)
      return words && !this.#isFiltered ? this.i18n.t('none', { words }) : this.i18n.t('none-filtered');
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

  #renderHit({ procedure, matches }: SearchHit, place: PlaceCatalog, words: CardWords): TemplateResult {
    const { code, field } = procedure;
    const today = this.#today;
    const standing = standingOn(procedure, today);
    const step = stepFrom(
      procedure,
      place.levelOf(procedure),
      today,
      this.applyUrl ?? this.settings.applyUrl,
    );
    const inName = matches.find((match) => match.in === 'name');
    const alias = matches.find(isAlias);
    return renderCard({
      procedure,
      level: levelFaceOf(this.i18n, this.settings, place, procedure, this.#scheme),
      standing: standing.kind === 'in-force' ? undefined : this.#standingWords(standing),
      isOver: !isUsable(standing),
      headingLevel: this.headingLevel,
      nameRanges: inName?.ranges ?? [],
      alias: alias && !inName ? alias : undefined,
      facts: [
        this.i18n.t('code', { code }),
        ...(field ? [html`<span lang="vi">${field}</span>`] : []),
        ...tiersOn(procedure, today).map(({ tier }) => this.i18n.t(`tier.${tier}`)),
      ],
      detailUrl: linkTo(this.#detailTemplate, code),
      // Where the sources disagree the sheet says so; a card has no room to.
      applyUrl: step.kind === 'apply' && step.online.answer !== 'disputed' ? step.address : undefined,
      words,
      onOpen: (event) => this.#open(procedure, 'result', event),
      onApply: (event) => {
        if (!this.dispatchEvent(new ProcedureApplyEvent(code))) event.preventDefault();
      },
    });
  }

  #standingWords(standing: Exclude<Standing, { kind: 'in-force' }>): string {
    return standing.kind === 'replaced'
      ? this.i18n.t('replaced')
      : this.i18n.t(`standing.${standing.kind}`, { day: this.i18n.day(standing.day) });
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
      ${this.#renderWhereToAsk()}
      <slot name="not-found"></slot>
    </div>`;
  }

  /** Nothing here understands a sentence: however good an answer looks, it may be about something else. */
  #renderWhereToAsk(): TemplateResult {
    const phone = this.helpPhone ?? this.settings.helpPhone;
    const dial = phone && dialLink(phone);
    return html`<p>${this.i18n.t('none-ask')}</p>
      <p>
        <a href=${NATIONAL_PORTAL} rel="noopener noreferrer"
          >${this.i18n.t('national-portal')} ${externalIcon()}</a
        >
      </p>
      ${
        dial
          ? html`<p><a href=${dial}>${phoneIcon()} ${this.i18n.t('none-phone', { phone })}</a></p>`
          : nothing
      }`;
  }

  #renderEnd(result: SearchResult): TemplateResult | typeof nothing {
    if (result.confidence === 'low' || result.confidence === 'none') return this.#renderNone(result);
    return this.#hasWords ? html`<div class="none">${this.#renderWhereToAsk()}</div>` : nothing;
  }

  #renderResults(place: PlaceCatalog, result: SearchResult): TemplateResult {
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
          ? html`<p class="read-as">${this.i18n.t('read-as', { words: result.readAs })}</p>`
          : nothing
      }
      ${this.#renderSiblings(result)}
      <ol class="results">
        ${result.hits.map((hit) => this.#renderHit(hit, place, words))}
      </ol>
      ${
        rest > 0
          ? html`<button type="button" class="button more" @click=${this.#handleMore}>
              ${this.i18n.t('more', { count: rest })}
            </button>`
          : nothing
      }
      ${this.#renderEnd(result)}`;
  }

  protected override renderContent(): TemplateResult {
    const found = this.#search.state;
    if (this.opened) {
      return html`<button type="button" class="button back" @click=${this.#handleBack}>
          ${this.i18n.t('back')}
        </button>
        ${
          this.sheetFailed
            ? renderRefusal(this.i18n, {
                status: 'refused',
                problem: { code: navigator.onLine ? 'timeout' : 'offline' },
                retry: () => void this.#loadSheet(),
              })
            : html`<dvc-procedure-detail
                code=${this.opened}
                .place=${found.status === 'ready' ? found.place : undefined}
                .clock=${this.clock}
                scheme=${this.scheme ?? nothing}
                apply-url=${this.applyUrl ?? nothing}
                heading-level=${this.headingLevel}
              ></dvc-procedure-detail>`
        }`;
    }
    if (found.status === 'empty') return html`<slot></slot>`;
    if (found.status === 'refused') return html`${renderRefusal(this.i18n, found)}<slot></slot>`;
    // One template for both, so that the box a person is typing in stays the same one when the catalogue arrives.
    return html`<div class="frame" @keydown=${this.#handleKeys}>
      ${this.#renderBox()}
      ${
        found.status === 'loading'
          ? html`<p class="status" role="status">${this.i18n.t('preparing')}</p>`
          : this.#renderResults(found.place, this.#answer(found.search))
      }
    </div>`;
  }
}
