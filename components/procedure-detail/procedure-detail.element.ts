import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Catalog } from '../../src/catalog/catalog.js';
import { effectiveFilings } from '../../src/catalog/filing.js';
import type { ChecklistGroup } from '../../src/catalog/paper-checklist.js';
import type { Procedure } from '../../src/catalog/procedure.js';
import { standingOn } from '../../src/catalog/standing.js';
import type { LevelList } from '../../src/levels/level-list.js';
import { dayInVietnam, type Clock } from '../../src/shared/clock.js';
import { common } from '../../src/i18n/namespaces/common.js';
import type { detailRest } from '../../src/i18n/namespaces/detail-rest.js';
import type { detailShare } from '../../src/i18n/namespaces/detail-share.js';
import { detail } from '../../src/i18n/namespaces/detail.js';
import { levels } from '../../src/i18n/namespaces/levels.js';
import { papers } from '../../src/i18n/namespaces/papers.js';
import type { readAloud } from '../../src/i18n/namespaces/read-aloud.js';
import { CatalogController } from '../../src/ui/catalog-controller.js';
import type { PlaceCatalog } from '../../src/ui/catalog-state.js';
import { linkTo } from '../../src/ui/link-template.js';
import { LocalizeController } from '../../src/ui/localize-controller.js';
import { PortalElement } from '../../src/ui/portal-element.js';
import { stepFrom } from '../../src/ui/procedure-step.js';
import { ProcedureApplyEvent, ProcedureOpenEvent } from '../../src/ui/procedure-events.js';
import { reportProblems } from '../../src/ui/report-problems.js';
import { base } from '../../src/ui/styles/base.styles.js';
import { tagOf } from '../../src/ui/tag-names.js';
import { renderActions } from './actions.js';
import { addressWithCode, asksForNewTab, codeInAddress, shareable } from '../../src/ui/code-address.js';
import { renderLoading, renderRefused } from './faces.js';
import { renderHead } from './head.js';
import { renderNotices } from './notices.js';
import type { RelatedLinks } from './open-link.js';
import { progressWords, renderPapers } from './papers.js';
import type { PrintController } from './print-controller.js';
import type * as Rest from './rest.js';
import type { Sheet } from './sheet.js';
import type { ServiceView, StructuredData } from './structured-data.js';
import { renderSummary } from './summary.js';
import { styles } from './procedure-detail.styles.js';

export type { ProcedureApplyEvent, ProcedureOpenEvent } from '../../src/ui/procedure-events.js';

/**
 * The whole service sheet of one procedure for the citizen: first what to bring, what it costs, how long it takes,
 * where to go and what can be done online; then the papers to tick off, the details, and where every word comes
 * from. What the data do not tell is shown as unknown. Prints on A4 with a QR code back to the page.
 *
 * @tag dvc-procedure-detail
 * @slot - Content that stands in until the sheet can be shown: a link to the catalogue, say. A
 *   `<script type="application/json">` in it may hold the catalogue.
 * @csspart base - The sheet's outer box.
 * @csspart heading - The head of the sheet: code, name, everyday names.
 * @csspart summary - Papers, fee, time, place and level at a glance.
 * @csspart actions - Where to go next, and the print button.
 * @csspart apply - The link to apply.
 * @csspart section - Each section below the summary.
 * @csspart provenance - Where the information comes from.
 * @csspart trouble - What is shown when the sheet cannot be.
 * @fires {ProcedureApplyEvent} dvc-procedure-apply - when the person follows the link to apply; cancelable
 * @fires {ProcedureOpenEvent} dvc-procedure-open - when the person opens a related procedure; cancelable
 * @example
 * <dvc-procedure-detail code="1.001193" catalog="catalog.json" levels="levels.json">
 *   <a href="https://dichvucong.gov.vn">Cổng Dịch vụ công quốc gia</a>
 * </dvc-procedure-detail>
 */
export class ProcedureDetail extends PortalElement {
  static override styles = [base, styles];

  /** Code of the procedure: as published, with or without an agency's suffix, or a former one. */
  @property() code: string | undefined;

  /** Name of the address parameter that holds the code, e.g. `ma`, so that each sheet can be linked to. */
  @property({ attribute: 'code-param' }) codeParam: string | undefined;

  /** Address of a catalogue file, or a catalogue; without it the portal's. */
  @property() catalog: string | Catalog | undefined;

  /** Addresses of level lists, separated by spaces, or the lists; without them the portal's. */
  @property() levels: string | readonly LevelList[] | undefined;

  /** A catalogue with its levels that another element has already; goes before `catalog` and `levels`. */
  @property({ attribute: false }) place: PlaceCatalog | undefined;

  /** Scheme to show the level in, e.g. `vn-2022`; without it the portal's, else as announced. */
  @property() scheme: string | undefined;

  /** Address where an application starts, with `{code}` for the code; a record's own address comes first. */
  @property({ attribute: 'apply-url' }) applyUrl: string | undefined;

  /** Address of the page with poster and leaflet, with `{code}` for the code; without it none is offered. */
  @property({ attribute: 'outreach-url' }) outreachUrl: string | undefined;

  /** Level of the sheet's heading in the outline of the page, 2 to 5. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** Adds schema.org data about the procedure to the head of the document, for search engines. */
  @property({ type: Boolean, attribute: 'structured-data' }) structuredData = false;

  /** Title for the document while a procedure is shown, with `{name}` for its name; else the page's own stays. */
  @property({ attribute: 'page-title' }) pageTitle: string | undefined;

  /** Tells the time that decides whether the procedure is in force. */
  @property({ attribute: false }) clock: Clock = () => new Date();

  /** Code from the address, or of the related procedure that the person opened; comes before `code`. */
  @state() private chosen: string | undefined;
  @state() private ticked: ReadonlySet<string> = new Set();
  @state() private progress: { readonly of: Procedure; readonly words: string } | undefined;

  protected readonly i18n = new LocalizeController<
    readonly [typeof detail, typeof papers, typeof levels, typeof common],
    typeof detailRest | typeof detailShare | typeof readAloud
  >(this, detail, papers, levels, common);
  @state() private rest: typeof Rest | 'missing' | undefined;
  readonly #catalog = new CatalogController(this);
  #print: PrintController | undefined;
  #data: StructuredData | undefined;
  #shown: Procedure | undefined;
  /** That of the document before it was named after a procedure, and the one that it was given. */
  #titles: readonly [before: string, given: string] | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('popstate', this.#readAddress);
    this.#readAddress();
    import('./rest.js')
      .then(async (rest) => {
        await this.i18n.use(rest.detailRest);
        // The first turn puts on the styles of the element, in the place of all others.
        await this.updateComplete;
        this.#print ??= rest.begin(this, this.i18n);
        this.rest = rest;
      })
      .catch(() => (this.rest = 'missing'));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.#readAddress);
    this.#data?.show(undefined);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Of an address and a code set later by the page, the later one counts.
    if (changed.has('code') && this.hasUpdated) this.chosen = undefined;
    if (changed.has('codeParam')) this.#readAddress();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const catalog = this.#catalog.state;
    if (catalog.status === 'empty' || this.#wantedCode() === undefined) this.#reportEmpty();
    if (this.#shown) this.#print?.prepareWhenIdle();
    if (this.structuredData || this.#data) void this.#describe();
    this.#nameDocument();
  }

  /** Whoever goes back to no procedure gets the page's own title, unless the page has given another since. */
  #nameDocument(): void {
    const { name } = this.#shown ?? {};
    const [before, given] = this.#titles ?? [document.title];
    if (this.pageTitle && name !== undefined) {
      document.title = this.pageTitle.replace('{name}', () => name);
      this.#titles = [before, document.title];
    } else {
      if (document.title === given) document.title = before;
      this.#titles = undefined;
    }
  }

  /** Moves the focus to the name of the procedure. */
  override focus(options?: FocusOptions): void {
    const heading = this.renderRoot.querySelector<HTMLElement>('.heading');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus(options);
  }

  readonly #readAddress = (): void => {
    if (this.codeParam) this.chosen = codeInAddress(this.codeParam);
  };

  #wantedCode(): string | undefined {
    const code = this.chosen ?? this.code?.trim();
    return code === '' ? undefined : code;
  }

  #addressOf(code: string): string | undefined {
    return this.codeParam ? addressWithCode(this.codeParam, code) : linkTo(this.settings.detailUrl, code);
  }

  /** What search engines are told comes with code of its own, which only pages that ask for it load. */
  async #describe(): Promise<void> {
    try {
      const { StructuredData } = await import('./structured-data.js');
      this.#data ??= new StructuredData();
      this.#data.show(this.isConnected && this.structuredData ? this.#serviceView() : undefined);
    } catch {
      // Without a network the sheet is whole for the person; search engines come again.
    }
  }

  #serviceView(): ServiceView | undefined {
    const { state } = this.#catalog;
    const procedure = this.#shown;
    if (!procedure || state.status !== 'ready') return undefined;
    return [
      procedure,
      state.place.catalog,
      shareable(this.#addressOf(procedure.code) ?? location.href),
      {
        counter: this.i18n.t('channel.counter'),
        online: this.i18n.t('channel.online'),
        post: this.i18n.t('channel.post'),
      },
    ];
  }

  #reportEmpty(): void {
    // Content of the page's own, or a portal whose code is on its way, makes an empty sheet no mistake.
    if (this.childElementCount > 0 || this.codeParam || this.closest(`${tagOf('dvc-portal')}:not(:defined)`))
      return;
    void reportProblems('<dvc-procedure-detail>', [{ code: 'nothing-to-show' }]);
  }

  readonly #handleTick = (key: string, group: ChecklistGroup, ticked: boolean): void => {
    const next = new Set(this.ticked);
    if (ticked) next.add(key);
    else next.delete(key);
    this.ticked = next;
    const of = this.#shown;
    if (of) this.progress = { of, words: progressWords(this.i18n, of, group, (each) => next.has(each)) };
  };

  #handleApply(event: Event, code: string): void {
    if (!this.dispatchEvent(new ProcedureApplyEvent(code))) event.preventDefault();
  }

  async #handleOpen(event: MouseEvent, code: string): Promise<void> {
    if (asksForNewTab(event)) return;
    const goesOn = this.dispatchEvent(new ProcedureOpenEvent(code, 'related'));
    const staysHere = this.codeParam !== undefined || this.#addressOf(code) === undefined;
    if (!goesOn || staysHere) event.preventDefault();
    if (!goesOn || !staysHere) return;
    if (this.codeParam) history.pushState(history.state, '', addressWithCode(this.codeParam, code));
    this.chosen = code;
    await this.updateComplete;
    this.focus();
  }

  #handleJump(id: string): void {
    this.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus();
  }

  #renderSheet(place: PlaceCatalog, procedure: Procedure): TemplateResult {
    const today = dayInVietnam(this.clock());
    const standing = standingOn(procedure, today);
    const level = place.levelOf(procedure);
    const sheet: Sheet = {
      i18n: this.i18n,
      place,
      procedure,
      filings: effectiveFilings(procedure),
      headingLevel: this.headingLevel + 1,
      today,
    };
    const links: RelatedLinks = {
      address: (code) => this.#addressOf(code),
      onOpen: (event, code) => void this.#handleOpen(event, code),
    };
    const address = shareable(this.#addressOf(procedure.code) ?? location.href);
    const rest = this.rest === 'missing' ? undefined : this.rest;
    return html`<article class="sheet">
      ${renderHead(sheet, { headingLevel: this.headingLevel, onPaper: address && rest?.renderWayBack(this.i18n, address, this.#print?.codeFor(address)) })}
      ${renderNotices(sheet, standing, links)}
      ${renderSummary(sheet, {
        level,
        scheme: this.scheme ?? this.settings.scheme,
        onJump: (id) => this.#handleJump(id),
      })}
      ${renderActions(sheet, {
        next: stepFrom(procedure, level, today, this.applyUrl ?? this.settings.applyUrl),
        publisher: level?.list.publisher ?? '',
        onApply: (event) => this.#handleApply(event, procedure.code),
        onPrint: () => void (this.#print ? this.#print.print() : window.print()),
        onPrintIntent: () => void this.#print?.prepare(),
      })}
      ${renderPapers(sheet, { has: (key) => this.ticked.has(key), onTick: this.#handleTick })}
      ${this.#print?.share.render(sheet, address)} ${this.#renderRest(sheet, links)}
    </article>`;
  }

  /** What stands below the papers, once its code is there; without it the sheet says so and names the source. */
  #renderRest(sheet: Sheet, links: RelatedLinks): unknown {
    if (this.rest === 'missing') return html`<p class="trouble">${this.i18n.t('rest-missing')}</p>`;
    if (!this.rest) return nothing;
    const { renderFiling, renderProvenance, renderSections } = this.rest;
    return html`${renderFiling(sheet)} ${renderSections(sheet, links)} ${renderProvenance(sheet)}`;
  }

  #renderFace(): unknown {
    const { state } = this.#catalog;
    const code = this.#wantedCode();
    this.#shown = undefined;
    if (code === undefined || state.status === 'empty') return html`<slot></slot>`;
    if (state.status === 'loading') return renderLoading();
    if (state.status === 'refused') {
      return html`${renderRefused(this.i18n, this.headingLevel, state)}<slot></slot>`;
    }
    const procedure = state.place.catalog.byCode(code);
    if (procedure) {
      this.#shown = procedure;
      return this.#renderSheet(state.place, procedure);
    }
    if (!this.rest) return renderLoading();
    if (this.rest === 'missing')
      return html`<p class="trouble">${this.i18n.t('rest-missing')}</p>
        <slot></slot>`;
    const { helpPhone } = this.settings;
    return html`${this.rest.renderMissing(this.i18n, this.headingLevel, code, state.place.catalog, helpPhone)}<slot
      ></slot>`;
  }

  #announcement(): string {
    const { state } = this.#catalog;
    if (this.#wantedCode() === undefined) return '';
    if (state.status === 'loading') return this.i18n.t('loading');
    if (state.status === 'refused') return this.i18n.t('refused');
    return this.progress && this.progress.of === this.#shown ? this.progress.words : '';
  }

  protected override renderContent(): TemplateResult {
    const busy = this.#catalog.state.status === 'loading' && this.#wantedCode() !== undefined;
    const face = this.#renderFace();
    return html`<p class="visually-hidden" role="status">${this.#announcement()}</p>
      <div aria-busy=${busy ? 'true' : 'false'}>${face}</div>`;
  }
}
