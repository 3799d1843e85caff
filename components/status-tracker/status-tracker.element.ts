import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Catalog } from '../../src/catalog/catalog.js';
import type { WorkCalendar } from '../../src/dossiers/deadline.js';
import { codeInFragment } from '../../src/dossiers/code-shape.js';
import { isOver, type StageMap } from '../../src/dossiers/stages.js';
import type { Network } from '../../src/gateway/fetch-text.js';
import { tracker } from '../../src/i18n/namespaces/tracker.js';
import type { Clock } from '../../src/shared/clock.js';
import { DataDeletionController } from '../../src/ui/data-deletion.js';
import type { Device } from '../../src/ui/draft-store.js';
import type { FollowedDossier } from '../../src/ui/followed-dossiers.js';
import { pageNetwork } from '../../src/ui/page-network.js';
import { IdleController } from '../../src/ui/idle-controller.js';
import { linkTo } from '../../src/ui/link-template.js';
import { LocalizeController } from '../../src/ui/localize-controller.js';
import { PortalElement } from '../../src/ui/portal-element.js';
import { reportProblems } from '../../src/ui/report-problems.js';
import { base } from '../../src/ui/styles/base.styles.js';
import { DossierActedEvent, DossierFoundEvent } from '../../src/ui/tracker-events.js';
import { Tracking } from '../../src/ui/tracking.js';
import type { Gaps } from '../../src/ui/typed-knock.js';
import { renderAskForm, workingWords } from './ask-form.js';
import { renderDossier } from './dossier.js';
import { isLinked, renderFollowed } from './followed-list.js';
import { headStyles } from './head.styles.js';
import { isAt } from './is-at.js';
import { keepCode } from './kept-code.js';
import { LateLoader } from './late-loader.js';
import type { TrackerHost } from './late-host.js';
import type { LateParts } from './late.js';
import { renderIdle } from './notices.js';
import { OwnProcedure } from './own-procedure.js';
import { OwnTables } from './own-tables.js';
import { papersStyles } from './papers.styles.js';
import { pathStyles } from './path.styles.js';
import { styles } from './status-tracker.styles.js';
import {
  momentOf,
  situationOf,
  stageWords,
  type Panel,
  type TrackerView,
  type TrackerWords,
} from './view.js';

export type { DossierActedEvent, DossierFoundEvent } from '../../src/ui/tracker-events.js';

/**
 * Follows a dossier to its result: where it is and who has it, what the person has to do now, and until when; then the
 * steps, the history, and what can be done. Asks a receiving system by the code and by what only the person knows; neither
 * is written into an address that a server sees.
 *
 * @tag dvc-status-tracker
 * @slot - Content that stands in where no receiving system is set: a link to the national portal, say.
 * @csspart base - The outer box.
 * @csspart form - The two boxes by which a dossier is asked for.
 * @csspart summary - Where it is, who has it, until when, and what to do.
 * @csspart now - The one thing to do now.
 * @csspart steps - The steps done, current and expected.
 * @csspart reckoning - How the date came about.
 * @csspart history - What was done with it.
 * @csspart more - What can be done besides.
 * @csspart followed - The dossiers that are followed on this computer.
 * @fires {DossierFoundEvent} dvc-dossier-found - when somebody asked for a dossier and it was found
 * @fires {DossierActedEvent} dvc-dossier-acted - when the receiving system has done what the person asked for
 * @example
 * <dvc-status-tracker gateway="https://example.gov.vn/gateway">
 *   <a href="https://dichvucong.gov.vn">Tra cứu trên Cổng Dịch vụ công quốc gia</a>
 * </dvc-status-tracker>
 */
export class StatusTracker extends PortalElement {
  static override styles = [base, styles, headStyles, papersStyles, pathStyles];

  /** Code of a dossier to begin with; a link to this page may carry one as `#ma=…`, which goes before. */
  @property() code: string | undefined;

  /**
   * Keeps the code that was typed in the fragment of the page's address, so that a reload, the page in another language
   * and the Back button begin with it; on a shared computer never.
   */
  @property({ type: Boolean, attribute: 'sync-address' }) syncAddress = false;

  /** Address of the receiving system; without it the portal's. */
  @property() gateway: string | undefined;

  /** Whose computer it is: `own`, or one that the next person uses too (`shared`); without it the portal's. */
  @property() device: Device | undefined;

  /** Address of a catalogue file, or a catalogue, for the procedure's name; without it the portal's. */
  @property() catalog: string | Catalog | undefined;

  /** Address of the page that shows one procedure, with `{code}` for its code; without it the portal's. */
  @property({ attribute: 'detail-url' }) detailUrl: string | undefined;

  /** Address of a table of what states mean, or the table, instead of the built-in one. */
  @property() stages: string | StageMap | undefined;

  /** Address of a work calendar, or the calendar, instead of the built-in one. */
  @property() calendar: string | WorkCalendar | undefined;

  /** Minutes without a key after which a shared computer asks whether somebody is there. */
  @property({ type: Number, attribute: 'idle-minutes' }) idleMinutes = 10;

  /** Level of the element's own heading in the page's outline, 2 to 5. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** Tells the time, until the receiving system tells its own. */
  @property({ attribute: false }) clock: Clock = () => new Date();

  /** Carries requests; for tests and stories. */
  @property({ attribute: false }) network: Network = pageNetwork;

  @state() private announcement = '';
  @state() private typedCode = '';
  @state() private typedFactor = '';
  @state() private gaps: Gaps = {};
  @state() private isScanning = false;
  @state() private isEnded = false;
  /** The code that the address came with, by a link or a reload. */
  @state() private linked: string | undefined;
  @state() private panel: Panel | undefined;

  protected readonly i18n: TrackerWords = new LocalizeController(this, tracker);
  readonly #tracking = new Tracking({
    clock: () => this.clock(),
    network: () => this.network,
    gateway: () => this.#gateway(),
    device: () => this.#device(),
    isOver: (standing) => isOver(standing, this.#tables.stages),
    onChange: () => this.#changed(),
  });
  readonly #idle = new IdleController(this, {
    isWatched: () => this.#device() === 'shared' && this.#hasContent(),
    afterMs: () => this.idleMinutes * 60_000,
    onAsk: () => void this.#focus('.ask button'),
    onGone: () => void this.#end(),
  });
  readonly #tables = new OwnTables(() => this.requestUpdate());
  readonly #procedure = new OwnProcedure(() => this.requestUpdate());
  readonly #late = new LateLoader<LateParts>(
    this.i18n,
    async () => {
      const { LateParts: Parts, trackerLate } = await import('./late.js');
      await this.i18n.use(trackerLate);
      return () => new Parts(this.#lateHost());
    },
    () => this.requestUpdate(),
  );
  protected readonly deletion = new DataDeletionController(this, (event) => {
    event.waitFor(this.#close());
    void event.over.then(() => this.#tracking.list());
  });
  /** Code of the dossier that is being let go of. */
  #forgetting: string | undefined;
  #stageTold: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#readFragment);
    window.addEventListener('pagehide', this.#leave);
    this.#tracking.connect();
    this.#readFragment();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#readFragment);
    window.removeEventListener('pagehide', this.#leave);
    this.#tracking.disconnect();
    // Whoever moves it in the page takes it out and puts it in at once; nothing of it stops for that.
    queueMicrotask(() => {
      if (!this.isConnected) void this.#late.close();
    });
  }

  /** A page that is put aside for the Back button shows nothing of anybody who is not at the computer any more. */
  readonly #leave = (): void => {
    if (this.#device() === 'shared') void this.#end();
  };

  readonly #readFragment = (): void => {
    const code = codeInFragment(location.hash);
    if (code === undefined || code === this.#tracking.told?.code) return;
    void this.#close();
    this.typedCode = this.linked = code;
  };

  // ---- What it is about ----

  #gateway(): string | undefined {
    return linkTo(this.gateway ?? this.settings.gateway, '');
  }

  #device(): Device {
    return (this.device ?? this.settings.device) === 'shared' ? 'shared' : 'own';
  }

  #hasContent(): boolean {
    return this.#tracking.knock !== undefined || this.typedFactor !== '' || this.typedCode !== '';
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('code') && this.code && this.typedCode === '') this.typedCode = this.code;
    if (changed.has('stages') || changed.has('calendar')) {
      const { stages, calendar } = this;
      void this.#tables.read({ stages, calendar }, this.network).then(() => this.#tracking.plan());
    }
    if (this.#gateway() !== undefined) void this.#tracking.openStore();
    const { told } = this.#tracking;
    if (told) {
      this.#late.need();
      if (told.level === 1) void this.#procedure.read(told, this.catalog ?? this.settings.catalog);
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.has('typedCode') && this.syncAddress && this.#device() === 'own') keepCode(this.typedCode);
    if (this.#gateway() === undefined && this.childElementCount === 0)
      void reportProblems('<dvc-status-tracker>', [{ code: 'nothing-to-show' }]);
  }

  // ---- What the person does ----

  #changed(): void {
    const { told, isWorking, workMinutes: minutes } = this.#tracking;
    const words = told && stageWords(this.i18n, situationOf(told, this.#reckoned()).stage, told);
    if (isWorking) this.announcement = workingWords(this.i18n, minutes);
    else if (words !== undefined && words !== this.#stageTold) {
      // What moves while somebody looks at it is said, and nothing else of it.
      if (this.#stageTold !== undefined) this.announcement = this.i18n.t('updated', { stage: words });
      this.#stageTold = words;
    }
    this.requestUpdate();
  }

  readonly #ask = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.#tracking.isAsking) return;
    const before = this.gaps;
    this.isEnded = false;
    this.gaps = {};
    this.#stageTold = undefined;
    this.panel = undefined;
    void this.#late.drop();
    const gaps = await this.#tracking.ask(this.typedCode, this.typedFactor, before);
    const [gap] = Object.keys(gaps);
    if (gap) {
      const { trackerRare } = await import('../../src/ui/typed-knock.js');
      await this.i18n.use(trackerRare);
      this.gaps = gaps;
      return this.#focus(`#${gap}`);
    }
    const { told, trouble } = this.#tracking;
    if (!told || trouble) return this.#focus('#trouble');
    // So that a reload begins with it, whatever it was typed among.
    this.typedCode = told.code;
    this.typedFactor = '';
    this.isScanning = false;
    const { stage } = situationOf(told, this.#reckoned()).stage;
    this.dispatchEvent(new DossierFoundEvent(stage, told.level));
    await this.#focus('.stage');
  };

  async #open(dossier: FollowedDossier): Promise<void> {
    void this.#close();
    // So that a reload begins with it, where the address has what was typed.
    this.typedCode = dossier.code;
    await this.#tracking.open(dossier);
    await this.#focus('.stage');
  }

  /** Asks anew how it stands; whoever wanted that is told also that nothing is new, or why nothing is known. */
  async #update(): Promise<void> {
    if (this.#tracking.isAsking) return;
    const before = this.#stageTold;
    this.announcement = '';
    await this.#tracking.look();
    const { at, trouble } = this.#tracking;
    if (trouble) return this.#focus('#trouble');
    if (at && before === this.#stageTold) this.announcement = this.i18n.t('as-of', momentOf(this.i18n, at));
  }

  /** The button that was pressed is gone: what is left of the list has the focus, or else where one begins. */
  async #forget(dossier: FollowedDossier): Promise<void> {
    // A second press for the same one would take the focus again, from where somebody has gone meanwhile.
    if (this.#forgetting === dossier.code) return;
    this.#forgetting = dossier.code;
    await this.#tracking.forget(dossier);
    this.#forgetting = undefined;
    this.announcement = this.i18n.t('forgotten');
    await this.#focus(this.#tracking.followed.length > 0 ? '#followed' : '#code');
  }

  /** Back to the two boxes, with nothing of this dossier left; resolves once nothing of it is written any more. */
  #close(): Promise<void> {
    const closed = this.#late.drop();
    this.#tracking.close();
    this.#procedure.forget();
    this.panel = this.#stageTold = undefined;
    this.typedCode = this.typedFactor = '';
    this.linked = undefined;
    this.gaps = {};
    this.isScanning = this.isEnded = false;
    return closed;
  }

  async #end(): Promise<void> {
    void this.#close();
    // A code in the address would be there for the next person.
    keepCode('');
    this.isEnded = true;
    this.announcement = this.i18n.t('ended');
    await this.#focus('#code');
  }

  /** The same dossier, to be opened with the receipt's secret. */
  async #askForSecret(): Promise<void> {
    const code = this.#tracking.told?.code ?? '';
    void this.#close();
    this.typedCode = code;
    await this.#focus('#factor');
  }

  async #showPanel(panel: Panel | undefined): Promise<void> {
    this.panel = panel;
    if (!panel) return;
    await this.#late.arrived;
    await this.#focus('#panel');
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  // ---- What comes later ----

  #lateHost(): TrackerHost {
    return {
      i18n: this.i18n,
      tracking: this.#tracking,
      requestUpdate: () => this.requestUpdate(),
      announce: (said) => (this.announcement = said),
      now: () => this.#tracking.now(),
      clock: () => this.clock(),
      network: () => this.network,
      gateway: () => this.#tracking.system,
      view: () => this.#view(),
      root: () => this.renderRoot,
      show: (panel) => (this.panel = panel),
      isAt: (selector) => isAt(this.renderRoot as ShadowRoot, selector),
      focus: (selector) => this.#focus(selector),
      stay: async (selector) => {
        const isHeld = () => (this.renderRoot as ShadowRoot).activeElement !== null;
        const wasHere = isHeld();
        this.requestUpdate();
        await this.updateComplete;
        if (wasHere && !isHeld()) await this.#focus(selector);
      },
      onActed: (act) => this.dispatchEvent(new DossierActedEvent(act)),
      onScanned: (code) => {
        this.typedCode = code;
        this.isScanning = false;
        void this.#focus('#factor');
      },
    };
  }

  // ---- What is shown ----

  #reckoned(): Pick<TrackerView, 'stages' | 'calendar' | 'now'> {
    const { stages, calendar } = this.#tables;
    return { stages, calendar, now: this.#tracking.now() };
  }

  #view(): TrackerView {
    const { told } = this.#tracking;
    const reckoned = this.#reckoned();
    const details = told?.level === 1 ? told : undefined;
    return {
      i18n: this.i18n,
      tracking: this.#tracking,
      headingLevel: this.headingLevel,
      ...reckoned,
      device: this.#device(),
      phone: this.settings.helpPhone,
      procedure: details && this.#procedure.facts(details, reckoned),
      procedureLink: details && linkTo(this.detailUrl ?? this.settings.detailUrl, details.procedure),
      typedCode: this.typedCode,
      typedFactor: this.typedFactor,
      linked: this.linked,
      gaps: this.gaps,
      isScanning: this.isScanning,
      isIdle: this.#idle.isAsking,
      isEnded: this.isEnded,
      panel: this.panel,
      late: (render) => this.#late.render(render),
      onType: (what, typed) => {
        if (what === 'code') this.typedCode = typed;
        else this.typedFactor = typed;
      },
      onAsk: (event) => void this.#ask(event),
      onScan: (isScanning) => {
        this.isScanning = isScanning;
        if (!isScanning) void this.#focus('.scan-open');
      },
      onUpdate: () => void this.#update(),
      onOther: () => {
        void this.#close();
        void this.#focus('#code');
      },
      onSecret: () => void this.#askForSecret(),
      onPanel: (panel) => void this.#showPanel(panel),
      onOpen: (dossier) => void this.#open(dossier),
      onForget: (dossier) => void this.#forget(dossier),
      onStop: () => {
        this.#tracking.close();
        void this.#focus('#factor');
      },
      onEnd: () => void this.#end(),
      onStay: () => this.#idle.stay(),
    };
  }

  protected override renderContent(): TemplateResult {
    if (this.#gateway() === undefined) return html`<slot></slot>`;
    const view = this.#view();
    const isOpen = this.#tracking.told !== undefined;
    return html`<p class="visually-hidden" role="status">${this.announcement}</p>
      <div class="frame">
        ${renderIdle(view)} ${isOpen ? renderDossier(view) : renderAskForm(view)}
        ${isOpen || isLinked(view) ? nothing : renderFollowed(view)}
      </div>`;
  }
}
