import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Catalog } from '../../src/catalog/catalog.js';
import { paperChecklist } from '../../src/catalog/paper-checklist.js';
import type { Paper, Procedure } from '../../src/catalog/procedure.js';
import { entriesOf, isFilled, type Answer } from '../../src/forms/answers.js';
import type { FormDefinition } from '../../src/forms/form-definition.js';
import type { FormAction, FormState } from '../../src/forms/form-state.js';
import { DESTINATIONS, type Destination } from '../../src/forms/step-flow.js';
import { tidyTyped, type TypedKind } from '../../src/forms/tidy-typed.js';
import type { Network } from '../../src/gateway/fetch-text.js';
import type { LevelList } from '../../src/levels/level-list.js';
import type { Ability } from '../../src/levels/level-scheme.js';
import { findLevel } from '../../src/levels/schemes.js';
import type { Clock } from '../../src/shared/clock.js';
import { form as formWords } from '../../src/i18n/namespaces/form.js';
import type { formAddress } from '../../src/i18n/namespaces/form-address.js';
import type { formLate } from '../../src/i18n/namespaces/form-late.js';
import type { receiving } from '../../src/i18n/namespaces/receiving.js';
import { Application } from '../../src/ui/application.js';
import type { ApplicationSource, Line } from '../../src/ui/application-surroundings.js';
import type { Place } from '../../src/ui/place.js';
import { CatalogController } from '../../src/ui/catalog-controller.js';
import { addressWithCode, codeInAddress } from '../../src/ui/code-address.js';
import type { KeepState } from '../../src/ui/draft-keeper.js';
import { DEVICES, type Device } from '../../src/ui/draft-store.js';
import { FormSubmittedEvent, StepChangeEvent } from '../../src/ui/form-events.js';
import { warningIcon } from '../../src/ui/form-icons.js';
import { formSource } from '../../src/ui/form-source.js';
import { pageNetwork } from '../../src/ui/page-network.js';
import { IdleController } from '../../src/ui/idle-controller.js';
import { linkTo } from '../../src/ui/link-template.js';
import { LocalizeController } from '../../src/ui/localize-controller.js';
import { Outbox } from '../../src/ui/outbox.js';
import { PageController } from '../../src/ui/page-controller.js';
import { PortalElement } from '../../src/ui/portal-element.js';
import { PressController } from '../../src/ui/press-controller.js';
import { reportProblems } from '../../src/ui/report-problems.js';
import { base } from '../../src/ui/styles/base.styles.js';
import type { AddressPart } from './fields-view.js';
import { controlId, pathOf } from '../../src/ui/field-words.js';
import { renderFrame } from './frame.js';
import type { LateParts } from './late.js';
import { receivedWords } from './state-strip.js';
import type { Outcome, StepsView } from './steps-view.js';
import { styles } from './form-steps.styles.js';
import { besideForm, ToldProblems } from './told-problems.js';

/** What the catalogue and the level lists say of the procedure. */
interface Facts {
  readonly procedure: Procedure | undefined;
  readonly abilities: readonly Ability[] | undefined;
  /** The papers that are asked for. */
  readonly papers: readonly Paper[];
}

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
 * @cssprop [--dvc-accent] - Colour of buttons and links.
 * @cssprop [--dvc-radius] - Roundness of boxes.
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
  @state() private asksToDelete = false;
  @state() private isCarrying = false;
  @state() private isEnded = false;
  /** Nobody is there any more: what is under way goes on out of sight, and then everything goes. */
  @state() private left: 'sending' | 'ending' | undefined;
  @state() private addressHelp: AddressPart | undefined;
  @state() private hasReasons = false;
  @state() private late: LateParts | 'missing' | undefined;
  @state() private scanning: Place | undefined;

  protected readonly i18n = new LocalizeController<
    readonly [typeof formWords],
    typeof formAddress | typeof formLate | typeof receiving
  >(this, formWords);
  readonly #catalog = new CatalogController(this);
  readonly #application = new Application({
    clock: () => this.clock(),
    network: () => this.network,
    offer: () => this.#facts,
    line: () => this.#line(),
    onChange: () => this.#applicationChanged(),
    onReceived: (receipt) => {
      this.asksToDelete = false;
      this.announcement = receivedWords(this.i18n, receipt);
      this.dispatchEvent(new FormSubmittedEvent(receipt.dossier));
      void this.#focusStep();
    },
  });
  readonly #idle = new IdleController(this, {
    isWatched: () => this.#device() === 'shared' && !this.left && this.#hasContent(),
    afterMs: () => this.idleMinutes * 60_000,
    onAsk: () => void this.#focus('.ask button'),
    onGone: () => this.#hide(),
  });
  readonly #press = new PressController(this);
  protected readonly page = new PageController(this);
  #facts: Facts = { procedure: undefined, abilities: undefined, papers: [] };
  readonly #told = new ToldProblems();
  #addressLoad: Promise<void> | undefined;
  #lateLoad: Promise<void> | undefined;
  #reasonsLoad: Promise<void> | undefined;
  #outbox: Outbox | undefined;
  #practice: Line | undefined;
  #keepState: KeepState = 'empty';
  #outcome: Outcome | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#leaveOrComeBack);
    window.addEventListener('pagehide', this.#flush);
    window.addEventListener('popstate', this.#readAddress);
    void this.#application.reopen();
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
      this.#outbox?.stop();
      this.#outbox = undefined;
    });
  }

  readonly #readAddress = (): void => this.requestUpdate();
  readonly #flush = (): void => void this.#application.keeper.flush();
  readonly #leaveOrComeBack = (): void => {
    if (document.hidden) this.#flush();
    else if (this.late !== 'missing') this.late?.comeBack();
  };

  // ---- What it is about ----

  #code(): string | undefined {
    const code = (this.codeParam ? codeInAddress(this.codeParam) : undefined) ?? this.code?.trim();
    return code === '' ? undefined : code;
  }

  #destination(): Destination {
    const wanted = this.destination ?? this.settings.destination;
    if (wanted === 'gateway' && !this.#gatewayAddress()) return 'hand-off';
    return DESTINATIONS.find((one) => one === wanted) ?? 'hand-off';
  }

  #gatewayAddress(): string | undefined {
    return linkTo(this.gateway ?? this.settings.gateway, '');
  }

  #device(): Device {
    // Who helps others works at a computer that others use.
    if (this.assisted) return 'shared';
    return DEVICES.find((one) => one === (this.device ?? this.settings.device)) ?? 'own';
  }

  #procedure(): Procedure | undefined {
    return this.#facts.procedure;
  }

  /** Reads the catalogue anew; while it is being read again, what was known holds. */
  #readFacts(code: string): void {
    const { state: catalog } = this.#catalog;
    const procedure = catalog.status === 'ready' ? catalog.place.catalog.byCode(code) : undefined;
    const given = this.level ? findLevel(this.level, undefined, this.settings.schemes) : undefined;
    const announced = procedure && catalog.status === 'ready' ? catalog.place.levelOf(procedure) : undefined;
    this.#facts = {
      procedure,
      abilities: (given ?? announced)?.level.abilities,
      papers: procedure ? paperChecklist(procedure).groups.flatMap(({ papers }) => papers) : [],
    };
  }

  async #line(): Promise<Line> {
    if (this.#destination() !== 'practice')
      return {
        url: new URL(this.#gatewayAddress() ?? '', document.baseURI).href,
        network: this.network,
      };
    if (!this.#practice) {
      const { practiceNetwork } = await import('./practice.js');
      const network = practiceNetwork(this.#application.app?.form, this.clock, this.#procedure());
      this.#practice = { url: 'https://practice.invalid', network };
    }
    return this.#practice;
  }

  #title(): string {
    const form = this.#application.app?.form;
    return this.#procedure()?.name ?? (form ? this.i18n.text(form.title) : this.i18n.t('title'));
  }

  #nameOf(code: string): string {
    const { state: catalog } = this.#catalog;
    return (catalog.status === 'ready' ? catalog.place.catalog.byCode(code)?.name : undefined) ?? code;
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
    this.#readFacts(code);
    // A code that the catalogue does not hold has no form either.
    if (this.#catalog.state.status === 'ready' && !this.#procedure()) return;
    const form = this.form ?? formSource(this.forms ?? this.settings.forms, code);
    const source = { code, form, device: this.#device(), destination: this.#destination() };
    if (sameSource(source, this.#application.source)) this.#application.settle();
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
    this.left = undefined;
    this.#startAnew();
    void this.#application.open(source);
    if (source.device === 'own' && source.destination === 'gateway' && !this.#outbox) {
      this.#outbox = new Outbox(this.network, this.clock, () => this.requestUpdate());
      void this.#outbox.start(source.code);
    }
  }

  #startAnew(): void {
    this.#told.clear();
    this.asksToDelete = false;
    this.isEnded = false;
    this.scanning = undefined;
    this.#dropLate();
  }

  /** What they show is of one application, and of nobody who comes after it. */
  #dropLate(): void {
    if (this.late !== 'missing') this.late?.close();
    this.late = undefined;
    this.#lateLoad = undefined;
  }

  #applicationChanged(): void {
    const { state: next } = this.#application.keeper;
    if (next !== this.#keepState && (next === 'memory' || next === 'elsewhere'))
      this.announcement = this.i18n.t(`state.${next}`);
    this.#keepState = next;
    this.requestUpdate();
    if (this.left !== 'sending' || this.#application.isUnderWay) return;
    this.left = 'ending';
    const { sending, sendState } = this.#application;
    // Only what the other side said is a no of theirs; papers may be lost here, too.
    const isRefused = sendState?.stage === 'refused' && sendState.code !== 'file-missing';
    void this.#end('ended', sending?.receipt ?? (isRefused ? 'refused' : 'unsent'));
  }

  /** Nobody answered. What is being sent is still known only here, and only what it came to is shown any more. */
  #hide(): void {
    if (!this.#application.isUnderWay) return void this.#end('ended');
    this.left = 'sending';
    // A window for the citizen shows answers as well.
    this.#dropLate();
    this.#application.keeper.store?.shut();
    void this.#focus('.ask button');
  }

  #retry(): void {
    const { state: catalog } = this.#catalog;
    const { source } = this.#application;
    if (catalog.status === 'refused') catalog.retry();
    else if (source) this.#open(source);
  }

  /**
   * Deletes everything of this application, and begins anew. What may have arrived stays on one's own computer; where
   * others come it goes once the person was told.
   * @param outcome what it came to, where nobody was there to see it
   */
  async #end(notice: 'ended' | undefined, outcome?: Outcome): Promise<void> {
    const application = this.#application;
    const { source, couldNotCancel } = application;
    const isTold = couldNotCancel && this.#device() === 'shared';
    this.asksToDelete = false;
    const taken = application.takeBack();
    if (!isTold) {
      const isTaken = await taken;
      if (source !== application.source) return;
      if (!isTaken) {
        // The receipt may have come in the meantime.
        this.asksToDelete = application.couldNotCancel;
        return this.#focus('.ask button');
      }
    }
    this.#startAnew();
    // From here on nothing that changes is an outcome of what was being sent.
    if (this.left) this.left = 'ending';
    await application.end();
    this.left = undefined;
    this.#outcome = outcome;
    this.isEnded = notice === 'ended';
    if (this.isEnded) this.announcement = this.i18n.t('ended');
    await this.#focusStep();
    const isTaken = await taken;
    if (!this.isEnded) return;
    // Said beside the notice that it is gone here.
    application.couldNotCancel = !isTaken;
    this.requestUpdate();
  }

  // ---- Going on ----

  async #do(action: FormAction): Promise<void> {
    const screen = this.#application.do(action);
    if (!screen) {
      if (this.#application.app?.errors.length) await this.#focus('.summary');
      return;
    }
    this.#told.clear();
    this.isEnded = false;
    this.dispatchEvent(new StepChangeEvent(screen.id, screen.kind));
    await this.#focusStep();
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #focusStep(): Promise<void> {
    return this.#focus('.step-title');
  }

  async #focusControl(path: string): Promise<void> {
    await this.#focus(`#${CSS.escape(controlId(path))}`);
    // With its question in view, not only its box.
    const control = this.renderRoot.querySelector(`#${CSS.escape(controlId(path))}`);
    control?.closest('.field')?.scrollIntoView({ block: 'nearest' });
  }

  readonly #handleNext = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.late !== 'missing' && this.late?.holds()) return;
    const { screen, today } = this.#application;
    const { errors = [] } = screen ? besideForm(this.#application, screen, this.assisted) : {};
    this.#told.hold(errors);
    if (errors.length === 0) return void this.#do({ type: 'next', today });
    this.requestUpdate();
    void this.#focus('.summary');
  };

  async #change(screen: string, path?: string): Promise<void> {
    await this.#do({ type: 'change', screen });
    if (path) await this.#focusControl(path);
  }

  // ---- Answers ----

  readonly #answer = (place: Place, value: Answer | undefined): void => {
    // What is chosen is done; what is typed is done when the person leaves it.
    if (typeof value === 'string') this.#told.enter(pathOf(place));
    else this.#told.leave(pathOf(place));
    this.#application.answer(place, value);
  };

  readonly #leave = (place: Place, kind: TypedKind): void => {
    const value = this.#application.typedAt(place);
    if (typeof value === 'string') {
      const tidied = tidyTyped(kind, value);
      if (tidied !== value) this.#answer(place, tidied);
    }
    this.#told.leave(pathOf(place));
    this.requestUpdate();
  };

  async #addEntry(group: string): Promise<void> {
    await this.#do({ type: 'add-entry', group });
    const last = entriesOf(this.#application.app?.answers ?? {}, group).length;
    await this.#focus(
      `#${CSS.escape(controlId(group))} .entry:nth-of-type(${String(last)}) :is(input, select, textarea)`,
    );
  }

  async #fillPractice(form: FormDefinition): Promise<void> {
    const { fillInvented } = await import('./practice.js');
    fillInvented(this.#application, form);
    await this.#do({ type: 'next', today: this.#application.today });
  }

  // ---- Parts that come later ----

  /** Fetches the names of places where a form asks for an address. */
  #needAddressHelp({ form }: FormState): AddressPart | undefined {
    const asks = form?.steps.some(({ groups }) =>
      groups.some(({ fields }) => fields.some(({ kind }) => kind === 'address')),
    );
    if (asks && !this.#addressLoad)
      this.#addressLoad = import('./address-late.js').then(
        async ({ AddressLate, formAddress: words }) => {
          await this.i18n.use(words);
          this.addressHelp = new AddressLate(
            () => this.#application.today,
            () => this.requestUpdate(),
          );
        },
        // Free text is always possible.
        () => undefined,
      );
    return this.addressHelp;
  }

  /** Fetches the code of what only some need: papers, card, receipt, payment. */
  #needLate(): LateParts | 'missing' | undefined {
    if (!this.#lateLoad)
      this.#lateLoad = this.#loadLate().catch(() => {
        this.late = 'missing';
        this.#lateLoad = undefined;
      });
    return this.late;
  }

  async #loadLate(): Promise<void> {
    const { LateParts: Parts, formLate: words } = await import('./late.js');
    await this.i18n.use(words);
    this.late = new Parts(
      {
        i18n: this.i18n,
        application: this.#application,
        requestUpdate: () => this.requestUpdate(),
        announce: (text) => (this.announcement = text),
        headingLevel: () => this.headingLevel + 2,
        now: () => this.clock(),
        stay: () => this.#idle.stay(),
        papers: () => this.#facts.papers,
        nameOf: (code) => this.#nameOf(code),
        procedure: () => this.#procedure(),
        portalTemplate: () => this.portalUrl,
        trackLink: (dossier) => linkTo(this.trackUrl, dossier),
        change: (screen, path) => void this.#change(screen, path),
        fillPerson: (place, person) => {
          for (const [part, value] of Object.entries(person)) this.#answer({ ...place, part }, value);
          void this.#focusControl(pathOf({ ...place, part: 'name' }));
        },
      },
      this.renderRoot as ShadowRoot,
    );
  }

  /** Fetches the words for what goes wrong on the way: mostly nothing does. */
  #needReasons(): boolean {
    if (!this.#reasonsLoad)
      this.#reasonsLoad = import('../../src/i18n/namespaces/receiving.js').then(
        async ({ receiving: words }) => {
          await this.i18n.use(words);
          this.hasReasons = true;
        },
        // Without a network the words that are here must do; with one they are asked for again.
        () => (this.#reasonsLoad = undefined),
      );
    return this.hasReasons;
  }

  #renderLate(render: (parts: LateParts) => unknown): unknown {
    const late = this.late === 'missing' ? this.late : this.#needLate();
    if (late === 'missing')
      return html`<p class="error">${warningIcon()}<span>${this.i18n.t('late-missing')}</span></p>
        <button type="button" class="button" @click=${() => (this.late = undefined)}>
          ${this.i18n.t('send.retry')}
        </button>`;
    return late ? render(late) : nothing;
  }

  async #cancelSending(): Promise<void> {
    // Only where it is sure that no copy of it is taken any more.
    if (await this.#application.takeBack()) this.#mend();
  }

  #mend(): void {
    this.#application.mend();
    void this.#focusStep();
  }

  // ---- What is shown ----

  #view(app: FormState): StepsView {
    const procedure = this.#procedure();
    const code = this.#application.source?.code ?? '';
    return {
      i18n: this.i18n,
      headingLevel: this.headingLevel,
      application: this.#application,
      title: this.#title(),
      device: this.#device(),
      assisted: this.assisted,
      papers: this.#facts.papers.map(({ name }) => name),
      agency: procedure?.receivingAgency ?? procedure?.competentAgency,
      phone: this.settings.helpPhone,
      papersLink: linkTo(this.settings.detailUrl, code),
      addressHelp: this.#needAddressHelp(app),
      scanning: this.scanning,
      isCarrying: this.isCarrying,
      isEnded: this.isEnded,
      outcome: this.#outcome,
      isIdle: this.#idle.isAsking,
      isLeft: this.left !== undefined,
      asksToDelete: this.asksToDelete,
      outbox: this.#outbox?.items ?? [],
      nameOf: (one) => this.#nameOf(one),
      linkOf: (one) => (this.codeParam ? addressWithCode(this.codeParam, one) : undefined),
      late: (render) => this.#renderLate(render),
      reasonOf: (code) => (this.#needReasons() ? this.i18n.t(`receiving.${code}`) : undefined),
      onDo: (action) => void this.#do(action),
      onNext: this.#handleNext,
      onChange: (screen, path) => void this.#change(screen, path),
      onFocus: (selector) => void this.#focus(selector),
      onFocusAnswer: (path) => void this.#focusControl(path),
      onAnswer: this.#answer,
      onLeave: this.#leave,
      onAddEntry: (group) => void this.#addEntry(group),
      onScan: (place) => {
        this.scanning = place;
        if (place) void this.#focus('.scan');
      },
      onPractice: (form) => void this.#fillPractice(form),
      onCarry: () => (this.isCarrying = true),
      onCancelSending: () => void this.#cancelSending(),
      onMend: () => this.#mend(),
      onTakeOver: () => {
        this.#dropLate();
        void this.#application.takeOver();
      },
      onAskToDelete: (asks) => {
        this.asksToDelete = asks;
        if (asks) void this.#focus('.ask button');
      },
      onEnd: (notice) => void this.#end(notice),
      onStay: () => this.#idle.stay(),
    };
  }

  #renderFace(): unknown {
    const { i18n } = this;
    const { state: catalog } = this.#catalog;
    const { app, refusal, screen } = this.#application;
    const code = this.#code();
    if (code === undefined) return html`<slot></slot>`;
    const trouble = catalog.status === 'refused' ? catalog.problem : refusal;
    if (trouble) {
      const isLine = trouble.code === 'offline' || trouble.code === 'timeout';
      return html`<div class="refusal">
          <p>${i18n.t('refused')} ${i18n.t(isLine ? 'refused.connection' : 'refused.site')}</p>
          <button type="button" class="button" @click=${() => this.#retry()}>${i18n.t('send.retry')}</button>
        </div>
        <slot></slot>`;
    }
    if (catalog.status === 'ready' && !this.#procedure())
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

function sameSource(one: ApplicationSource, other: ApplicationSource | undefined): boolean {
  return (
    one.code === other?.code &&
    one.form === other.form &&
    one.device === other.device &&
    one.destination === other.destination
  );
}
