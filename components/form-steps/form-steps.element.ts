import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Catalog } from '../../src/catalog/catalog.js';
import { isFilled } from '../../src/forms/answers.js';
import type { FormState } from '../../src/forms/form-state.js';
import type { Destination } from '../../src/forms/step-flow.js';
import type { Network } from '../../src/gateway/fetch-text.js';
import type { LevelList } from '../../src/levels/level-list.js';
import type { Clock } from '../../src/shared/clock.js';
import { form as formWords } from '../../src/i18n/namespaces/form.js';
import { Application } from '../../src/ui/application.js';
import { isSameSource, type ApplicationSource, type Line } from '../../src/ui/application-surroundings.js';
import type { Place } from '../../src/ui/place.js';
import { CatalogController } from '../../src/ui/catalog-controller.js';
import { DataDeletionController } from '../../src/ui/data-deletion.js';
import { addressWithCode, codeInAddress } from '../../src/ui/code-address.js';
import { SIGN_MS } from '../../src/ui/draft-keeper.js';
import type { Device } from '../../src/ui/draft-store.js';
import { FormSubmittedEvent } from '../../src/ui/form-events.js';
import { formSource } from '../../src/ui/form-source.js';
import { pageNetwork } from '../../src/ui/page-network.js';
import { IDLE_ANSWER_SECONDS, IdleController } from '../../src/ui/idle-controller.js';
import { linkTo } from '../../src/ui/link-template.js';
import { LocalizeController } from '../../src/ui/localize-controller.js';
import { PageController } from '../../src/ui/page-controller.js';
import { PortalElement } from '../../src/ui/portal-element.js';
import { PressController } from '../../src/ui/press-controller.js';
import { reportProblems } from '../../src/ui/report-problems.js';
import { base } from '../../src/ui/styles/base.styles.js';
import { destinationOf, deviceOf, factsOf, nameOf, NO_FACTS, type Facts } from './about.js';
import { Doing } from './doing.js';
import { Ending } from './ending.js';
import { renderFrame } from './frame.js';
import { LateLoader, type FormWords, paperListCode } from './late-loader.js';
import { renderTrouble } from './notices.js';
import { receivedWords } from './state-strip.js';
import type { StepsView } from './steps-view.js';
import { styles } from './form-steps.styles.js';
import { ToldProblems } from './told-problems.js';
import { ToldStates } from './told-states.js';

export type { FormSubmittedEvent, StepChangeEvent } from '../../src/ui/form-events.js';

/**
 * The application of one procedure in steps, for the citizen or whoever helps them: the announced level and where it
 * goes decide which steps there are. What is typed is kept, encrypted, while it is typed; it is called received only
 * once the other side has answered and its receipt was compared with what was sent.
 *
 * @tag dvc-form-steps
 * @slot - Content that stands in until the steps can be shown: a link to the national portal, say. A
 *   `<script type="application/json">` in it may hold the catalogue.
 * @csspart base - The outer box.
 * @csspart heading - The name of what is applied for.
 * @csspart progress - Which step of how many.
 * @csspart state - Whether what was typed is kept, waits for the network, or was received.
 * @csspart step - The step in view.
 * @csspart actions - The buttons that go on and back.
 * @fires {StepChangeEvent} dvc-step-change - when the person goes to another step
 * @fires {FormSubmittedEvent} dvc-form-submitted - when the receiving system has answered with a receipt
 * @example
 * <dvc-form-steps code="1.004194" catalog="catalog.json" levels="levels.json" forms="forms.json">
 *   <a href="https://dichvucong.gov.vn">Cổng Dịch vụ công quốc gia</a>
 * </dvc-form-steps>
 */
export class FormSteps extends PortalElement {
  static override styles = [base, ...styles];

  /** Code of the procedure, as published. */
  @property() code: string | undefined;

  /** Name of the address parameter that holds the code, e.g. `ma`. */
  @property({ attribute: 'code-param' }) codeParam: string | undefined;

  /** Address of a catalogue file, or a catalogue; without it the portal's. */
  @property() catalog: string | Catalog | undefined;

  /** Addresses of level lists, separated by spaces, or the lists; without them the portal's. */
  @property() levels: string | readonly LevelList[] | undefined;

  /** Code of the level, e.g. `3` or `full`, where no list announces it. */
  @property() level: string | undefined;

  /** Address of an index of form definitions, or of the definitions with `{code}` for the code; else the portal's. */
  @property() forms: string | undefined;

  /** A form definition, as JSON.parse gives it; comes before `forms`. */
  @property({ attribute: false }) form: unknown;

  /** Where it goes: `hand-off` to the national portal, to a `gateway`, or nowhere (`practice`). */
  @property() destination: Destination | undefined;

  /** Address of the receiving system, where the destination is `gateway`. */
  @property() gateway: string | undefined;

  /** Whose computer it is: `own`, or one that the next person uses too (`shared`). */
  @property() device: Device | undefined;

  /** Address of the procedure on the national portal, with `{code}` for the code; else the page that the catalogue names. */
  @property({ attribute: 'portal-url' }) portalUrl: string | undefined;

  /** Longest file that the national portal takes, in megabytes, where the page knows; no source of ours does. */
  @property({ type: Number, attribute: 'portal-file-mb' }) portalFileMb: number | undefined;

  /**
   * Address of the page that follows a dossier, with `{code}` for its code; best after the `#`, which is sent to nobody:
   * `theo-doi.html#ma={code}`. Without it no such link is shown.
   */
  @property({ attribute: 'track-url' }) trackUrl: string | undefined;

  /** Somebody fills it in for the citizen, and says so; nothing stays on their computer. */
  @property({ type: Boolean }) assisted = false;

  /** Minutes without a key after which a shared computer asks whether somebody is there. */
  @property({ type: Number, attribute: 'idle-minutes' }) idleMinutes = 10;

  /** Level of the element's own heading in the page's outline, 2 to 5. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** Tells the time. */
  @property({ attribute: false }) clock: Clock = () => new Date();

  /** Carries requests; for tests and stories. */
  @property({ attribute: false }) network: Network = pageNetwork;

  @state() private announcement = '';
  @state() private isCarrying = false;
  @state() private scanning: Place | undefined;

  protected readonly i18n: FormWords = new LocalizeController(this, formWords);
  readonly #catalog = new CatalogController(this);
  readonly #application = new Application({
    clock: () => this.clock(),
    sharedMinutes: () => this.idleMinutes + (IDLE_ANSWER_SECONDS * 1000 + SIGN_MS) / 60_000,
    network: () => this.network,
    offer: () => this.#facts,
    line: () => this.#line(),
    onChange: () => this.#applicationChanged(),
    onReceived: (receipt) => {
      this.#ending.asksToDelete = false;
      const words = receivedWords(this.i18n, receipt);
      this.announcement = this.#practice ? `${this.i18n.t('practice')}. ${words}` : words;
      this.dispatchEvent(new FormSubmittedEvent(receipt.dossier));
      void this.#doing.focusStep();
    },
  });
  readonly #told = new ToldProblems();
  readonly #states = new ToldStates(this.i18n, (words) => (this.announcement = words));
  readonly #doing = new Doing(this, this.#application, this.#told, this.#states, () => this.#ending.goOn());
  readonly #ending: Ending = new Ending({
    application: this.#application,
    isShared: () => this.#device() === 'shared',
    dropLate: () => this.#late.drop(),
    forget: () => {
      this.announcement = '';
      this.#told.clear();
      this.scanning = undefined;
      this.#late.drop();
    },
    focus: this.#doing.focus,
    announceEnd: () => (this.announcement = this.i18n.t('ended')),
    requestUpdate: () => this.requestUpdate(),
  });
  readonly #idle = new IdleController(this, {
    isWatched: () => this.#device() === 'shared' && !this.#ending.left && this.#hasContent(),
    afterMs: () => this.idleMinutes * 60_000,
    onAsk: () => void this.#doing.focus('.ask button'),
    onSign: () => this.#ending.stay(),
    onGone: () => this.#ending.hide(),
  });
  readonly #late: LateLoader = new LateLoader(
    this.i18n,
    {
      application: this.#application,
      requestUpdate: () => this.requestUpdate(),
      announce: (text) => (this.announcement = text),
      headingLevel: () => this.headingLevel + 2,
      now: () => this.clock(),
      focus: (selector) => void this.#doing.focus(selector),
      stay: () => this.#idle.stay(),
      papers: () => this.#facts.papers,
      arePapersUnknown: () => this.#facts.arePapersUnknown,
      nameOf: (code) => nameOf(this.#catalog.state, code),
      procedure: () => this.#facts.procedure,
      portalTemplate: () => this.portalUrl,
      portalFileMb: () => this.portalFileMb ?? this.settings.portalFileMb,
      trackLink: (dossier) => linkTo(this.trackUrl, dossier),
      askToDelete: () => this.#ending.ask(true),
      change: (screen, path) => void this.#doing.change(screen, path),
      fillPerson: (place, person) => this.#doing.fillPerson(place, person),
    },
    () => this.renderRoot as ShadowRoot,
  );
  readonly #press = new PressController(this);
  protected readonly page = new PageController(this);
  protected readonly deletion = new DataDeletionController(this, (event) => {
    this.#late.closeOutbox();
    // Where it was never put away there is nothing to delete.
    if (this.#application.keeper.store && this.#hasContent()) event.waitFor(this.#ending.drop());
  });
  #facts: Facts = NO_FACTS;
  #practice: Line | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#leaveOrComeBack);
    window.addEventListener('pagehide', this.#flush);
    window.addEventListener('popstate', this.#readAddress);
    void this.#application.reopen();
    // Beside the catalogue: what is listed pushes nothing down then.
    void paperListCode().catch(() => undefined);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#leaveOrComeBack);
    window.removeEventListener('pagehide', this.#flush);
    window.removeEventListener('popstate', this.#readAddress);
    // Whoever moves it in the page takes it out and puts it in at once; nothing of it stops for that.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#application.close();
      this.#late.closeOutbox();
    });
  }

  readonly #readAddress = (): void => this.requestUpdate();
  readonly #flush = (): void => void this.#application.keeper.flush();
  readonly #leaveOrComeBack = (): void => {
    if (document.hidden) this.#flush();
    else this.#late.parts?.comeBack();
  };

  // ---- What it is about ----

  #code(): string | undefined {
    const code = (this.codeParam ? codeInAddress(this.codeParam) : undefined) ?? this.code?.trim();
    return code === '' ? undefined : code;
  }

  #gatewayAddress(): string | undefined {
    return linkTo(this.gateway ?? this.settings.gateway, '');
  }

  #destination(): Destination {
    return destinationOf(this.destination ?? this.settings.destination, this.#gatewayAddress());
  }

  #device(): Device {
    return deviceOf(this.device ?? this.settings.device, this.assisted);
  }

  async #line(): Promise<Line> {
    if (this.#destination() !== 'practice')
      return { url: new URL(this.#gatewayAddress() ?? '', document.baseURI).href, network: this.network };
    if (!this.#practice) {
      const { practiceNetwork } = await import('./practice.js');
      const network = practiceNetwork(this.#application.app?.form, this.clock, this.#facts.procedure);
      this.#practice = { url: 'https://practice.invalid', network };
    }
    return this.#practice;
  }

  #title(): string {
    const form = this.#application.app?.form;
    return this.#facts.procedure?.name ?? (form ? this.i18n.text(form.title) : this.i18n.t('title'));
  }

  #hasContent(): boolean {
    const { app, sending } = this.#application;
    // A receipt, too: its secret opens the dossier.
    return app !== undefined && (app.done.length > 0 || isFilled(app.answers) || sending !== undefined);
  }

  // ---- Opening ----

  protected override async scheduleUpdate(): Promise<void> {
    await this.#press.over;
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const code = this.#code();
    if (this.#catalog.state.status === 'loading' || code === undefined) return;
    // While the catalogue is being read again, what was known holds.
    this.#facts = factsOf(this.#catalog.state, code, this.level, this.settings.schemes);
    // A code that the catalogue does not hold has no form either.
    if (this.#catalog.state.status === 'ready' && !this.#facts.procedure) return;
    const form = this.form ?? formSource(this.forms ?? this.settings.forms, code);
    const { assisted } = this;
    const source = { code, form, device: this.#device(), destination: this.#destination(), assisted };
    if (isSameSource(source, this.#application.source)) this.#application.settle();
    else this.#open(source);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#code() === undefined && this.childElementCount === 0 && !this.codeParam) {
      void reportProblems('<dvc-form-steps>', [{ code: 'nothing-to-show' }]);
    }
  }

  #open(source: ApplicationSource): void {
    this.#practice = undefined;
    this.#ending.begin();
    void this.#application.open(source);
    // What reads a step aloud comes with it, whatever step somebody comes back to.
    this.#late.paperList(() => undefined);
    if (source.device === 'own' && source.destination === 'gateway')
      void this.#late.openOutbox(source.code, this.network);
  }

  #applicationChanged(): void {
    this.requestUpdate();
    const isRefused = this.#states.look(this.#application);
    this.#ending.look();
    if (isRefused && !this.#ending.left) this.#doing.tellRefusal();
  }

  #retry(): void {
    const { state: catalog } = this.#catalog;
    const { source } = this.#application;
    if (catalog.status === 'refused') catalog.retry();
    else if (source) this.#open(source);
  }

  // ---- Going on ----

  readonly #handleNext = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!this.#late.parts?.holds()) this.#doing.next();
  };

  // ---- What is shown ----

  #view(app: FormState): StepsView {
    const procedure = this.#facts.procedure;
    const code = this.#application.source?.code ?? '';
    return {
      i18n: this.i18n,
      headingLevel: this.headingLevel,
      application: this.#application,
      title: this.#title(),
      device: this.#device(),
      assisted: this.assisted,
      agency: procedure?.receivingAgency ?? procedure?.competentAgency,
      phone: this.settings.helpPhone,
      sheetLink: linkTo(this.settings.detailUrl, code),
      addressHelp: this.#late.addressHelp(app),
      scanning: this.scanning,
      isCarrying: this.isCarrying,
      isEnded: this.#ending.isEnded,
      outcome: this.#ending.outcome,
      isIdle: this.#idle.isAsking,
      isLeft: this.#ending.left !== undefined,
      asksToDelete: this.#ending.asksToDelete,
      outbox: this.#late.outbox?.items ?? [],
      nameOf: (one) => nameOf(this.#catalog.state, one),
      linkOf: (one) => (this.codeParam ? addressWithCode(this.codeParam, one) : undefined),
      paperList: this.#late.paperList,
      late: this.#late.render,
      reasonOf: this.#late.reasonOf,
      onDo: (action) => void this.#doing.do(action),
      onNext: this.#handleNext,
      onChange: (screen, path) => void this.#doing.change(screen, path),
      onFocus: (selector) => void this.#doing.focus(selector),
      onFocusAnswer: (path) => void this.#doing.focusControl(path),
      onAnswer: this.#doing.answer,
      onLeave: this.#doing.leave,
      onAddEntry: (group) => void this.#doing.addEntry(group),
      onRemoveEntry: (...entry) => void this.#doing.removeEntry(...entry),
      onScan: (place) => {
        this.scanning = place;
        if (place) void this.#doing.focus('.scan');
      },
      onPractice: (form) => void this.#doing.fillPractice(form),
      onCarry: () => (this.isCarrying = true),
      onCancelSending: () => void this.#doing.cancelSending(),
      onMend: () => this.#doing.mend(),
      onRetrySending: () => this.#doing.retrySending(),
      onTakeOver: () => {
        this.#late.drop();
        void this.#application.takeOver().then(() => this.#doing.focusStep());
      },
      onAskToDelete: (asks) => this.#ending.ask(asks),
      onEnd: (notice) => void this.#ending.end(notice),
      onStay: () => {
        this.#idle.stay();
        void this.#doing.focusStep();
      },
    };
  }

  #renderFace(): unknown {
    const { i18n } = this;
    const { state: catalog } = this.#catalog;
    const { app, refusal, screen } = this.#application;
    const code = this.#code();
    if (code === undefined) return html`<slot></slot>`;
    const trouble = catalog.status === 'refused' ? catalog.problem : refusal;
    if (trouble) return html`${renderTrouble(i18n, trouble, () => this.#retry())}<slot></slot>`;
    if (catalog.status === 'ready' && !this.#facts.procedure)
      return html`<p class="refusal">${i18n.t('missing', { code })}</p>
        <slot></slot>`;
    if (!app || !screen) return html`<div class="skeleton" aria-hidden="true"><i></i><i></i><i></i></div>`;
    const problems = this.#told.on(app, this.#application, screen, this.assisted);
    return renderFrame(this.#view(app), app, screen, problems);
  }

  protected override renderContent(): TemplateResult {
    return html`<p class="visually-hidden" role="status">${this.announcement}</p>
      ${this.#renderFace()}`;
  }
}
