import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Catalog } from '../../src/catalog/catalog.js';
import { SYLLABLES_PER_SECOND } from '../../src/catalog/loudspeaker.js';
import type { Procedure } from '../../src/catalog/procedure.js';
import { standingOn } from '../../src/catalog/standing.js';
import { common } from '../../src/i18n/namespaces/common.js';
import { detail } from '../../src/i18n/namespaces/detail.js';
import { levels } from '../../src/i18n/namespaces/levels.js';
import { outreach } from '../../src/i18n/namespaces/outreach.js';
import type { LevelList } from '../../src/levels/level-list.js';
import { dayInVietnam, type Clock } from '../../src/shared/clock.js';
import { CatalogController } from '../../src/ui/catalog-controller.js';
import type { PlaceCatalog } from '../../src/ui/catalog-state.js';
import { codeInAddress, shareable } from '../../src/ui/code-address.js';
import { copyText } from '../../src/ui/copy-text.js';
import { renderHeading } from '../../src/ui/heading.js';
import { levelFaceOf, levelMeaning } from '../../src/ui/level-face.js';
import { linkTo } from '../../src/ui/link-template.js';
import { LocalizeController } from '../../src/ui/localize-controller.js';
import { PageController } from '../../src/ui/page-controller.js';
import { placeNotices } from '../../src/ui/place-notices.js';
import { PortalElement } from '../../src/ui/portal-element.js';
import { reportProblems } from '../../src/ui/report-problems.js';
import { base } from '../../src/ui/styles/base.styles.js';
import { levelFace } from '../../src/ui/styles/level-face.styles.js';
import { tagOf } from '../../src/ui/tag-names.js';
import type * as Late from './late.js';
import { styles } from './outreach.styles.js';
import { paperStyles } from './paper.styles.js';
import { spoken, type OutreachRecord } from './record.js';
import { fitSheet, renderSheet, type Paper } from './sheet.js';

/**
 * What an office hangs up, hands out, sends round and has read out of one procedure: a poster on A4, a leaflet on A5, a
 * square picture for messages, a QR code, and words for the commune's loudspeaker that take forty seconds. All of it from
 * the same record; what the record does not tell is said to be unknown. For officers, not for citizens.
 *
 * @tag dvc-outreach
 * @slot - Shown until there is something to print: a link to the list of procedures, say.
 * @csspart base - The outer box.
 * @csspart paper - Each sheet of paper, as it is printed.
 * @csspart trouble - What is shown when there is nothing to print.
 * @example
 * <dvc-outreach code-param="ma" catalog="catalog.json" detail-url="/chi-tiet.html?ma={code}"
 *   office="Bộ phận một cửa xã Mẫu" help-phone="0000 000 000"></dvc-outreach>
 */
export class Outreach extends PortalElement {
  static override styles = [base, levelFace, styles, paperStyles];

  /** Code of the procedure: as published, with or without an agency's suffix, or a former one. */
  @property() code: string | undefined;

  /** Name of the address parameter that holds the code, e.g. `ma`, so that the sheet of a procedure can lead here. */
  @property({ attribute: 'code-param' }) codeParam: string | undefined;

  /** Address of a catalogue file, or a catalogue; without it the portal's. */
  @property() catalog: string | Catalog | undefined;

  /** Addresses of level lists, separated by spaces, or the lists; without them the portal's. */
  @property() levels: string | readonly LevelList[] | undefined;

  /** Scheme to show the level in, e.g. `vn-2022`; without it the portal's, else as announced. */
  @property() scheme: string | undefined;

  /** Address of the page that the QR code opens, with `{code}` for the code; without it the portal's. */
  @property({ attribute: 'detail-url' }) detailUrl: string | undefined;

  /** Name of the desk that answers questions, as people know it. */
  @property() office: string | undefined;

  /** Telephone of that desk; without it the portal's. */
  @property({ attribute: 'help-phone' }) helpPhone: string | undefined;

  /** When that desk is open, e.g. `Thứ Hai – Thứ Sáu, 7:30 – 11:30`. */
  @property() hours: string | undefined;

  /** Level of the element's own heading in the page's outline, 2 to 5. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** Tells the time that decides whether the procedure is in force, and that stands on the sheets. */
  @property({ attribute: false }) clock: Clock = () => new Date();

  @state() private fromAddress: string | undefined;
  /** The sheet that the browser prints. */
  @state() private paper: Paper = 'A4';
  @state() private copied: 'copied' | 'by-hand' | undefined;
  /** What draws the code and the picture. */
  @state() private late: typeof Late | 'missing' | undefined;
  @state() private isDrawn = true;

  protected readonly i18n = new LocalizeController(this, outreach, detail, levels, common);
  readonly #catalog = new CatalogController(this);
  readonly #page = new PageController(this);
  #record: OutreachRecord | undefined;
  /** Sheets keep to their one page at any width. */
  readonly #sizes = new ResizeObserver(() => this.#fit());

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('popstate', this.#readAddress);
    this.#readAddress();
    this.#sizes.observe(this);
    if (this.#drawing) return;
    import('./late.js').then(
      (late) => (this.late = late),
      () => (this.late = 'missing'),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.#readAddress);
    this.#sizes.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('codeParam')) this.#readAddress();
    // Of an address and a code set later by the page, the later one counts.
    if (changed.has('code') && this.hasUpdated) this.fromAddress = undefined;
    const record = this.#readRecord();
    if (record?.procedure !== this.#record?.procedure) this.copied = undefined;
    this.#record = record;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#catalog.state.status === 'empty' || this.#wantedCode() === undefined) this.#reportEmpty();
    this.#fit();
    const canvas = this.renderRoot.querySelector('canvas');
    if (canvas && this.#record && this.#drawing)
      this.isDrawn = this.#drawing.drawSquare(canvas, this.#record);
  }

  get #drawing(): typeof Late | undefined {
    return this.late === 'missing' ? undefined : this.late;
  }

  #fit(): void {
    for (const sheet of this.renderRoot.querySelectorAll<HTMLElement>('.sheet')) fitSheet(sheet);
  }

  #reportEmpty(): void {
    // Content of the page's own, or a portal whose code is on its way, is no mistake.
    if (this.childElementCount > 0 || this.codeParam || this.closest(`${tagOf('dvc-portal')}:not(:defined)`))
      return;
    void reportProblems('<dvc-outreach>', [{ code: 'nothing-to-show' }]);
  }

  readonly #readAddress = (): void => {
    if (this.codeParam) this.fromAddress = codeInAddress(this.codeParam);
  };

  #wantedCode(): string | undefined {
    const code = this.fromAddress ?? this.code?.trim();
    return code === '' ? undefined : code;
  }

  #readRecord(): OutreachRecord | undefined {
    const { state } = this.#catalog;
    const code = this.#wantedCode();
    if (state.status !== 'ready' || code === undefined) return undefined;
    const procedure = state.place.catalog.byCode(code);
    return procedure && this.#recordOf(state.place, procedure);
  }

  #recordOf(place: PlaceCatalog, procedure: Procedure): OutreachRecord {
    const today = dayInVietnam(this.clock());
    const announced = place.levelOf(procedure);
    const address = shareable(linkTo(this.detailUrl ?? this.settings.detailUrl, procedure.code));
    return {
      i18n: this.i18n,
      place,
      procedure,
      today,
      standing: standingOn(procedure, today),
      level: levelFaceOf(this.i18n, this.settings, place, procedure, this.scheme ?? this.settings.scheme),
      meaning: levelMeaning(this.i18n, announced, {
        code: place.levelCodeOf(procedure),
        isUnread: place.unreadLists.length > 0,
      }),
      address,
      code: address && this.#drawing ? this.#drawing.printCode(address) : undefined,
      office: this.office,
      phone: this.helpPhone ?? this.settings.helpPhone,
      hours: this.hours,
    };
  }

  async #print(paper: Paper): Promise<void> {
    this.paper = paper;
    await this.updateComplete;
    // Nothing can be changed any more once the browser prints.
    await this.#page.fitted;
    window.print();
  }

  #saveSquare(): void {
    const code = this.#record?.procedure.code ?? '';
    this.#drawing?.savePicture(this.renderRoot.querySelector('canvas'), `anh-${code}.png`);
  }

  #saveCode(): void {
    const { code, procedure } = this.#record ?? {};
    if (code && procedure) this.#drawing?.saveCode(code, `ma-qr-${procedure.code}.png`);
  }

  async #copy(text: string): Promise<void> {
    this.copied = undefined;
    const isCopied = await copyText(text, () => {
      const words = this.renderRoot.querySelector<HTMLElement>('.speech');
      if (words) getSelection()?.selectAllChildren(words);
    });
    this.copied = isCopied ? 'copied' : 'by-hand';
  }

  #renderPart(title: string, className: string, content: unknown): TemplateResult {
    return html`<section class=${className}>
      ${renderHeading(this.headingLevel + 1, title, 'part-title no-print')} ${content}
    </section>`;
  }

  #renderPaper(record: OutreachRecord, paper: Paper): TemplateResult {
    const isPoster = paper === 'A4';
    return this.#renderPart(
      this.i18n.t(isPoster ? 'poster' : 'leaflet'),
      'printable',
      html`<div class="actions no-print">
          <button type="button" class="button primary" @click=${() => this.#print(paper)}>
            ${this.i18n.t(isPoster ? 'poster.print' : 'leaflet.print')}
          </button>
        </div>
        ${renderSheet(record, paper, paper === this.paper)}`,
    );
  }

  #renderSquare({ procedure }: OutreachRecord): TemplateResult {
    const content = this.isDrawn
      ? html`<div class="actions">
            <button type="button" class="button" @click=${this.#saveSquare}>
              ${this.i18n.t('square.save')}
            </button>
          </div>
          <canvas role="img" aria-label=${this.i18n.t('square.label', { words: procedure.name })}></canvas>`
      : html`<p class="note">${this.i18n.t('square.none')}</p>`;
    return this.#renderPart(this.i18n.t('square'), 'no-print', content);
  }

  #renderCode({ address, code }: OutreachRecord): TemplateResult {
    const content =
      address && code && this.#drawing
        ? html`<div class="actions">
              <button type="button" class="button" @click=${this.#saveCode}>${this.i18n.t('qr.save')}</button>
            </div>
            ${this.#drawing.renderCode(code, this.i18n.t('qr.label', { address }))}
            <p class="address" translate="no">${address}</p>`
        : html`<p class="note">${this.i18n.t('qr.none')}</p>`;
    return this.#renderPart(this.i18n.t('qr'), 'no-print', content);
  }

  #renderSpeech(record: OutreachRecord): TemplateResult {
    const { text, seconds, syllables } = spoken(record);
    return this.#renderPart(
      this.i18n.t('speech'),
      'no-print',
      html`<div class="actions">
          <button type="button" class="button" @click=${() => this.#copy(text)}>
            ${this.i18n.t('speech.copy')}
          </button>
        </div>
        <p role="status" class=${this.copied ? 'note' : ''}>
          ${this.copied ? this.i18n.t(`speech.${this.copied}`) : nothing}
        </p>
        <blockquote class="speech" lang="vi">${text}</blockquote>
        <p class="quiet">
          ${this.i18n.t('speech.takes', { seconds, count: syllables, rate: SYLLABLES_PER_SECOND })}
        </p>`,
    );
  }

  #renderRecord(record: OutreachRecord): TemplateResult {
    return html`<p class="intro no-print">${this.i18n.t('intro')}</p>
      ${placeNotices(this.i18n, record.place).map((words) => html`<p class="note no-print">${words}</p>`)}
      ${this.late === 'missing' ? html`<p class="note no-print">${this.i18n.t('late')}</p>` : nothing}
      <div class="parts-list">
        ${this.#renderPaper(record, 'A4')} ${this.#renderPaper(record, 'A5')} ${this.#renderSquare(record)}
        ${this.#renderCode(record)} ${this.#renderSpeech(record)}
      </div>`;
  }

  #renderTrouble(...words: readonly string[]): TemplateResult {
    return html`<div class="note trouble" part="trouble">${words.map((each) => html`<p>${each}</p>`)}</div>
      <slot></slot>`;
  }

  #renderFace(): unknown {
    const { state } = this.#catalog;
    const code = this.#wantedCode();
    if (code === undefined || state.status === 'empty') return html`<slot></slot>`;
    if (state.status === 'loading') return html`<p>${this.i18n.t('loading')}</p>`;
    if (state.status === 'refused')
      return html`${this.#renderTrouble(this.i18n.t('refused'))}
        <button type="button" class="button" @click=${state.retry}>${this.i18n.t('retry')}</button>`;
    const record = this.#record;
    if (!record) return this.#renderTrouble(this.i18n.t('missing', { code }));
    const { standing } = record;
    // Nobody hangs up what nobody may use.
    if (standing.kind === 'replaced')
      return this.#renderTrouble(this.i18n.t('replaced', { code: standing.by }), this.i18n.t('over'));
    if (standing.kind === 'ended')
      return this.#renderTrouble(
        this.i18n.t('standing.ended', { day: this.i18n.day(standing.day) }),
        this.i18n.t('over'),
      );
    return this.#renderRecord(record);
  }

  protected override renderContent(): TemplateResult {
    const isLoading = this.#catalog.state.status === 'loading' && this.#wantedCode() !== undefined;
    return html`${renderHeading(this.headingLevel, this.i18n.t('title'), 'title no-print')}
      <div aria-busy=${isLoading ? 'true' : 'false'}>${this.#renderFace()}</div>`;
  }
}
