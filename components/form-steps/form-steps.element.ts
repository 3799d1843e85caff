import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Catalog } from '../../src/catalog/catalog.js';
import { paperChecklist } from '../../src/catalog/paper-checklist.js';
import type { Procedure } from '../../src/catalog/procedure.js';
import { entriesOf, isFilled, type Answer, type Answers } from '../../src/forms/answers.js';
import type { AnswerProblem } from '../../src/forms/check-answers.js';
import { OWN_DEVICE_DAYS } from '../../src/forms/draft.js';
import type { FormAction, FormState, Screen } from '../../src/forms/form-state.js';
import { shownAnswers } from '../../src/forms/shown-answers.js';
import { DESTINATIONS, type Destination } from '../../src/forms/step-flow.js';
import { tidyTyped, type TypedKind } from '../../src/forms/tidy-typed.js';
import type { Network } from '../../src/gateway/fetch-text.js';
import type { LevelList } from '../../src/levels/level-list.js';
import type { Ability } from '../../src/levels/level-scheme.js';
import { findLevel } from '../../src/levels/schemes.js';
import type { Clock } from '../../src/shared/clock.js';
import { form as formWords } from '../../src/i18n/namespaces/form.js';
import type { formLate } from '../../src/i18n/namespaces/form-late.js';
import { Application, type ApplicationSource, type Line, type Place } from '../../src/ui/application.js';
import { CatalogController } from '../../src/ui/catalog-controller.js';
import { addressWithCode, codeInAddress } from '../../src/ui/code-address.js';
import { deliveryGaps } from '../../src/ui/delivery-draft.js';
import type { KeepState } from '../../src/ui/draft-keeper.js';
import { DEVICES, type Device } from '../../src/ui/draft-store.js';
import { FormSubmittedEvent, StepChangeEvent } from '../../src/ui/form-events.js';
import { warningIcon } from '../../src/ui/form-icons.js';
import { pageNetwork } from '../../src/ui/form-source.js';
import { renderHeading } from '../../src/ui/heading.js';
import { chevronIcon, printerIcon } from '../../src/ui/icons.js';
import { IDLE_ANSWER_SECONDS, IdleController } from '../../src/ui/idle-controller.js';
import { linkTo } from '../../src/ui/link-template.js';
import { LocalizeController } from '../../src/ui/localize-controller.js';
import { NATIONAL_PORTAL } from '../../src/ui/national-portal.js';
import { Outbox } from '../../src/ui/outbox.js';
import { PortalElement } from '../../src/ui/portal-element.js';
import { reportOnce } from '../../src/ui/report.js';
import { base } from '../../src/ui/styles/base.styles.js';
import type { AddressHelp } from './address-help.js';
import { renderDelivery } from './delivery.js';
import { controlId, pathOf, summaryWords, type FieldsView, type KnownAnswer } from './fields-view.js';
import { renderFormStep } from './fields.js';
import { renderGo } from './go.js';
import { renderHandOff } from './hand-off.js';
import { helperGaps, helperLabel, renderHelper } from './helper.js';
import { labelOf, screenOf } from './labels.js';
import type { LateParts } from './late.js';
import { renderNotice, renderQuestion } from './notices.js';
import { renderPaper } from './paper.js';
import { renderPrepare } from './prepare.js';
import { renderReview } from './review.js';
import { renderSend } from './send.js';
import { receivedWords, renderOutbox, renderStateStrip } from './state-strip.js';
import { styles } from './form-steps.styles.js';
import { ToldProblems, type Problems } from './told-problems.js';
import { screenTitle } from './view.js';

/** What the catalogue and the level lists say of the procedure. */
interface Facts {
  readonly procedure: Procedure | undefined;
  readonly abilities: readonly Ability[] | undefined;
  /** Names of the papers that are asked for. */
  readonly papers: readonly string[];
}

/** A trouble of the summary, and what its link does. */
interface SummaryLine {
  readonly words: string;
  readonly onPress: () => void;
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
 * <dvc-form-steps code="1.004194" catalog="catalog.json" levels="levels.json" forms="forms/{code}.json">
 *   <a href="https://dichvucong.gov.vn">Cổng Dịch vụ công quốc gia</a>
 * </dvc-form-steps>
 */
export class FormSteps extends PortalElement {
  static override styles = [base, styles];

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

  /** Address of form definitions, with `{code}` for the code; without it the portal's. */
  @property() forms: string | undefined;

  /** A form definition, as JSON.parse gives it; comes before `forms`. */
  @property({ attribute: false }) form: unknown;

  /** Where it goes: `hand-off` to the national portal, to a `gateway`, or nowhere (`practice`). */
  @property() destination: Destination | undefined;

  /** Address of the receiving system, where the destination is `gateway`. */
  @property() gateway: string | undefined;

  /** Whose computer it is: `own`, or one that the next person uses too (`shared`). */
  @property() device: Device | undefined;

  /** Address of the procedure on the national portal, with `{code}` for the code; without it the portal's front page. */
  @property({ attribute: 'portal-url' }) portalUrl: string | undefined;

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
  @state() private hasTriedDelivery = false;
  @state() private hasTriedHelper = false;
  @state() private asksToDelete = false;
  @state() private isCarrying = false;
  @state() private isEnded = false;
  @state() private isPrinting = false;
  @state() private addressHelp: AddressHelp | undefined;
  @state() private late: LateParts | 'missing' | undefined;
  @state() private scanning: Place | undefined;

  protected readonly i18n = new LocalizeController<readonly [typeof formWords], typeof formLate>(
    this,
    formWords,
  );
  readonly #catalog = new CatalogController(this);
  readonly #application = new Application({
    clock: () => this.clock(),
    network: () => this.network,
    offer: () => this.#facts,
    line: () => this.#line(),
    onChange: () => this.#applicationChanged(),
    onReceived: (receipt) => {
      this.announcement = receivedWords(this.i18n, receipt);
      this.dispatchEvent(new FormSubmittedEvent(receipt.dossier));
      void this.#focusStep();
    },
  });
  readonly #idle = new IdleController(this, {
    isWatched: () => this.#device() === 'shared' && this.#hasContent(),
    afterMs: () => this.idleMinutes * 60_000,
    onAsk: () => void this.#focus('.ask button'),
    onGone: () => void this.#end('ended'),
  });
  #facts: Facts = { procedure: undefined, abilities: undefined, papers: [] };
  readonly #told = new ToldProblems();
  #addressLoad: Promise<void> | undefined;
  #lateLoad: Promise<void> | undefined;
  #outbox: Outbox | undefined;
  #practice: Line | undefined;
  #keepState: KeepState = 'empty';

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#flush);
    window.addEventListener('pagehide', this.#flush);
    window.addEventListener('popstate', this.#readAddress);
    void this.#application.reopen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#flush);
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
      papers: procedure
        ? paperChecklist(procedure).groups.flatMap(({ papers }) => papers.map(({ name }) => name))
        : [],
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
      const network = practiceNetwork(this.#application.app?.form, this.clock);
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
    const { app } = this.#application;
    return app !== undefined && (app.done.length > 0 || isFilled(app.answers));
  }

  // ---- Opening ----

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const code = this.#code();
    if (this.#catalog.state.status === 'loading' || code === undefined) return;
    this.#readFacts(code);
    const form = this.form ?? linkTo(this.forms ?? this.settings.forms, code);
    const source = { code, form, device: this.#device(), destination: this.#destination() };
    if (sameSource(source, this.#application.source)) this.#application.settle();
    else this.#open(source);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#code() === undefined && this.childElementCount === 0 && !this.codeParam) {
      reportOnce(
        '<dvc-form-steps>: chưa có gì để hiện. Đặt code="…" hoặc code-param="…". / Nothing to show: set code or code-param.',
      );
    }
  }

  #open(source: ApplicationSource): void {
    this.#practice = undefined;
    this.#startAnew();
    void this.#application.open(source);
    if (source.device === 'own' && source.destination === 'gateway' && !this.#outbox) {
      this.#outbox = new Outbox(this.network, this.clock, () => this.requestUpdate());
      void this.#outbox.start(source.code);
    }
  }

  #startAnew(): void {
    this.#told.clear();
    this.hasTriedDelivery = false;
    this.hasTriedHelper = false;
    this.asksToDelete = false;
    this.isEnded = false;
    this.scanning = undefined;
  }

  #applicationChanged(): void {
    const { state: next } = this.#application.keeper;
    if (next !== this.#keepState && (next === 'memory' || next === 'elsewhere'))
      this.announcement = this.i18n.t(`state.${next}`);
    this.#keepState = next;
    this.requestUpdate();
  }

  #retry(): void {
    const { state: catalog } = this.#catalog;
    const { source } = this.#application;
    if (catalog.status === 'refused') catalog.retry();
    else if (source) this.#open(source);
  }

  /** Deletes everything of this application, and begins anew. */
  async #end(notice: 'ended' | undefined): Promise<void> {
    this.#startAnew();
    await this.#application.end();
    this.isEnded = notice === 'ended';
    if (this.isEnded) this.announcement = this.i18n.t('ended');
    await this.#focusStep();
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
    const { screen, delivery, helper, today } = this.#application;
    if (screen?.kind === 'prepare' && this.assisted) {
      this.hasTriedHelper = true;
      if (helperGaps(helper).length > 0) return void this.#focus('.summary');
    }
    if (screen?.kind === 'delivery') {
      this.hasTriedDelivery = true;
      if (deliveryGaps(delivery).length > 0) return void this.#focus('.summary');
    }
    void this.#do({ type: 'next', today });
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

  /** Persons and addresses that were filled in so far, as typed. */
  #known(): KnownAnswer[] {
    const groups = this.#application.app?.form?.steps.flatMap((step) => step.groups) ?? [];
    const fields = groups.flatMap((group) => (group.repeat ? [] : group.fields));
    return fields.flatMap((field) => {
      if (field.kind !== 'person' && field.kind !== 'address') return [];
      const value = this.#application.typedAt({ field: field.name });
      if (!isFilled(value) || typeof value !== 'object' || Array.isArray(value)) return [];
      const label = this.i18n.text(field.label);
      return [{ kind: field.kind, field: field.name, label, value: value as Answers }];
    });
  }

  async #addEntry(group: string): Promise<void> {
    await this.#do({ type: 'add-entry', group });
    const last = entriesOf(this.#application.app?.answers ?? {}, group).length;
    await this.#focus(
      `#${CSS.escape(controlId(group))} .entry:nth-of-type(${String(last)}) :is(input, select, textarea)`,
    );
  }

  async #fillPractice(form: FormState['form']): Promise<void> {
    if (!form) return;
    const { inventedAnswers } = await import('./practice.js');
    this.#application.fill(inventedAnswers(form));
    await this.#do({ type: 'next', today: this.#application.today });
  }

  // ---- Parts that come later ----

  /** Fetches the names of places where a form asks for an address. */
  #needAddressHelp({ form }: FormState): AddressHelp | undefined {
    const asks = form?.steps.some(({ groups }) =>
      groups.some(({ fields }) => fields.some(({ kind }) => kind === 'address')),
    );
    if (asks && !this.#addressLoad)
      this.#addressLoad = import('./address-help.js').then(
        ({ AddressHelp: Help }) => {
          this.addressHelp = new Help(
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
    this.late = new Parts({
      i18n: this.i18n,
      application: this.#application,
      requestUpdate: () => this.requestUpdate(),
      announce: (text) => (this.announcement = text),
      headingLevel: () => this.headingLevel + 2,
      now: () => this.clock(),
      papers: () => this.#facts.papers,
      fillPerson: (place, person) => {
        for (const [part, value] of Object.entries(person)) this.#answer({ ...place, part }, value);
        void this.#focusControl(pathOf({ ...place, part: 'name' }));
      },
    });
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

  async #copy(label: string, text: string): Promise<void> {
    // Where the page may not copy, the words stand beside the button and can be marked by hand.
    const isCopied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    this.announcement = isCopied ? this.i18n.t('hand-off.copied', { label }) : '';
  }

  async #print(): Promise<void> {
    this.isPrinting = true;
    await this.updateComplete;
    window.print();
    this.isPrinting = false;
  }

  // ---- What is shown ----

  #summaryOf(screen: Screen, errors: readonly AnswerProblem[]): readonly SummaryLine[] {
    const { i18n } = this;
    const { app, delivery, helper } = this.#application;
    const required = (label: string, id: string): SummaryLine => ({
      words: i18n.t('problem.required', { label }),
      onPress: () => void this.#focus(`#${id}`),
    });
    if (screen.kind === 'delivery' && this.hasTriedDelivery)
      return deliveryGaps(delivery).map((gap) =>
        required(i18n.t(gap === 'way' ? 'delivery.how' : `delivery.${gap}`), `d-${gap}`),
      );
    if (screen.kind === 'prepare' && this.hasTriedHelper)
      return helperGaps(helper).map((gap) => required(helperLabel(i18n, gap, this.#title()), `h-${gap}`));
    if (!app || app.errors.length === 0) return [];
    return errors.map((problem) => ({
      words: summaryWords(i18n, problem, labelOf(i18n, app, problem.path)),
      onPress: () => {
        const other = screen.kind === 'review' ? screenOf(app, problem.path) : undefined;
        void (other ? this.#change(other, problem.path) : this.#focusControl(problem.path));
      },
    }));
  }

  #renderSummary(lines: readonly SummaryLine[]): TemplateResult | typeof nothing {
    if (lines.length === 0) return nothing;
    return html`<div class="summary" role="group" tabindex="-1" aria-labelledby="summary-title">
      <p id="summary-title"><b>${warningIcon()} ${this.i18n.t('errors', { count: lines.length })}</b></p>
      <ul>
        ${lines.map(
          ({ words, onPress }) =>
            html`<li><button type="button" class="quiet" @click=${onPress}>${words}</button></li>`,
        )}
      </ul>
    </div>`;
  }

  #renderScreen(screen: Screen, app: FormState, problems: Problems): unknown {
    const { i18n } = this;
    const { source, screens, delivery } = this.#application;
    const { form } = app;
    const code = source?.code ?? '';
    const steps = form ? shownAnswers(form, app.answers) : [];
    const inner = this.headingLevel + 2;
    switch (screen.kind) {
      case 'prepare':
        return this.#renderPrepare(app);
      case 'fill':
        return html`${screen.step ? renderFormStep(this.#fieldsView(app, problems), screen.step) : nothing}
        ${
          this.scanning
            ? this.#renderLate((late) => late.renderScan(this.scanning, () => (this.scanning = undefined)))
            : nothing
        }`;
      case 'attach':
        return this.#renderLate((late) => late.renderAttach());
      case 'delivery':
        return renderDelivery(
          i18n,
          delivery,
          this.hasTriedDelivery ? deliveryGaps(delivery) : [],
          (part, value) => this.#application.setDelivery({ ...delivery, [part]: value }),
        );
      case 'review': {
        const kinds = screens.map(({ kind }) => kind);
        const { way } = delivery;
        return html`${renderReview({
          i18n,
          headingLevel: inner,
          steps,
          files: kinds.includes('attach') ? this.#application.files : undefined,
          delivery: kinds.includes('delivery') && way ? i18n.t(`delivery.${way as 'online'}`) : undefined,
          fee: this.#application.fee,
          sends: kinds.includes('send'),
          onChange: (id, path) => void this.#change(id, path),
        })}
        ${this.assisted && form ? this.#renderLate((late) => late.renderReadBack()) : nothing}`;
      }
      case 'print':
        return html`<p class="no-print">${i18n.t('print.intro')}</p>
          <p class="actions no-print">
            <button type="button" class="button primary" @click=${() => void this.#print()}>
              ${printerIcon()}${i18n.t('print.now')}
            </button>
          </p>
          ${form ? renderPaper(i18n, form, steps) : nothing}`;
      case 'hand-off':
        return html`${renderHandOff({
          i18n,
          headingLevel: inner,
          code,
          portal: this.#procedure()?.applyUrl ?? linkTo(this.portalUrl, code) ?? NATIONAL_PORTAL,
          steps,
          files: this.#application.files.length > 0 ? this.#renderLate((late) => late.renderPack()) : nothing,
          noted: this.#application.noted,
          onCopy: (label, text) => void this.#copy(label, text),
          onPrint: () => void this.#print(),
          onNote: (noted) => this.#application.note(noted),
        })}`;
      case 'send':
        return renderSend({
          i18n,
          state: isSecureContext ? this.#application.sendState : undefined,
          couldNotCancel: this.#application.couldNotCancel,
          labelOf: (path) => labelOf(i18n, app, path),
          onRetry: () => this.#application.retrySending(),
          onCancel: () => void this.#cancelSending(),
          onMend: () => {
            this.#application.mend();
            void this.#focusStep();
          },
        });
      case 'pay':
        return this.#renderLate((late) => late.renderPay());
      case 'receipt':
        return this.#renderLate((late) => late.renderReceipt());
      case 'go':
        return renderGo(i18n, {
          agency: this.#procedure()?.receivingAgency ?? this.#procedure()?.competentAgency,
          phone: this.settings.helpPhone,
        });
    }
  }

  async #cancelSending(): Promise<void> {
    if (await this.#application.cancelSending()) await this.#focusStep();
  }

  #renderPrepare({ form, situation }: FormState): TemplateResult {
    const { i18n } = this;
    const { helper, screens, source } = this.#application;
    const isOwn = this.#device() === 'own';
    const isPractice = situation.destination === 'practice';
    return html`${renderPrepare({
      i18n,
      screens,
      destination: situation.destination,
      kept: isOwn ? i18n.t('kept.own', { days: OWN_DEVICE_DAYS }) : i18n.t('kept.shared'),
      hasForm: form !== undefined,
      levelUnknown: situation.abilities === undefined,
      paperCount: this.#facts.papers.length,
      papersLink: linkTo(this.settings.detailUrl, source?.code ?? ''),
    })}
    ${
      this.assisted
        ? renderHelper(i18n, helper, this.#title(), this.hasTriedHelper ? helperGaps(helper) : [], (next) =>
            this.#application.setHelper(next),
          )
        : nothing
    }
    ${
      isPractice && form
        ? html`<button type="button" class="button" @click=${() => void this.#fillPractice(form)}>
            ${i18n.t('practice.fill')}
          </button>`
        : nothing
    }
    ${form && isOwn && !isPractice ? this.#renderCarry() : nothing}`;
  }

  /** Its code comes once somebody opens it: most people finish where they began. */
  #renderCarry(): TemplateResult {
    return html`<details
      class="carry"
      @toggle=${(event: Event) => (this.isCarrying ||= (event.target as HTMLDetailsElement).open)}
    >
      <summary>${this.i18n.t('carry.title')}${chevronIcon()}</summary>
      ${this.isCarrying ? this.#renderLate((late) => late.renderCarry()) : nothing}
    </details>`;
  }

  #fieldsView(app: FormState, problems: Problems): FieldsView {
    return {
      i18n: this.i18n,
      headingLevel: this.headingLevel + 2,
      typed: app.answers,
      kept: this.#application.kept,
      errors: problems.errors,
      warnings: problems.warnings,
      onAnswer: this.#answer,
      onLeave: this.#leave,
      known: this.#known(),
      onAdd: (group) => void this.#addEntry(group),
      onRemove: (group, at) => void this.#do({ type: 'remove-entry', group, at }),
      onScan: (place) => {
        this.scanning = place;
        void this.#focus('.scan');
      },
      addressHelp: this.#needAddressHelp(app),
      renderFiles: (place, label) => this.#renderLate((late) => late.renderFiles(place, label)),
    };
  }

  #renderQuestion(): TemplateResult | typeof nothing {
    const { i18n } = this;
    if (this.asksToDelete)
      return renderQuestion(i18n.t('delete.sure'), undefined, [
        { words: i18n.t('delete.no'), look: '', onPress: () => (this.asksToDelete = false) },
        { words: i18n.t('delete.yes'), look: 'danger', onPress: () => void this.#end('ended') },
      ]);
    if (this.#idle.isAsking)
      return renderQuestion(i18n.t('idle'), i18n.t('idle.why', { seconds: IDLE_ANSWER_SECONDS }), [
        { words: i18n.t('idle.stay'), look: 'primary', onPress: () => this.#idle.stay() },
      ]);
    return nothing;
  }

  #nextWords(screen: Screen, next: Screen | undefined): string {
    const { i18n } = this;
    if (this.#application.app?.returnTo !== undefined) return i18n.t('to-review');
    if (screen.kind === 'prepare') return i18n.t('start');
    return i18n.t(next?.kind === 'send' ? 'send-now' : 'next');
  }

  #renderActions(screen: Screen): TemplateResult {
    const { i18n } = this;
    const { screens, sendState, keeper } = this.#application;
    const at = screens.findIndex(({ id }) => id === screen.id);
    const isSent = sendState?.stage === 'received';
    const next = screens[at + 1];
    const isHeld = keeper.state === 'elsewhere' && this.#destination() !== 'practice';
    const act = (words: string, look: string, onPress: () => void) =>
      html`<button type="button" class=${look} @click=${onPress}>${words}</button>`;
    const askToDelete = () => {
      this.asksToDelete = true;
      void this.#focus('.ask button');
    };
    return html`<p class="actions no-print" part="actions">
      ${
        next && screen.kind !== 'send'
          ? html`<button class="button primary" ?disabled=${isHeld}>${this.#nextWords(screen, next)}</button>`
          : nothing
      }
      ${
        at > 0 && !isSent && screen.kind !== 'send'
          ? act(i18n.t('back'), 'button', () => void this.#do({ type: 'back' }))
          : nothing
      }
      ${isSent && screen.kind === 'receipt' && screens.some(({ kind }) => kind === 'pay') ? act(i18n.t('step.pay'), 'button', () => void this.#change('pay')) : nothing}
      ${isSent ? act(i18n.t('new'), 'button', () => void this.#end(undefined)) : nothing}
      ${
        this.#device() === 'shared'
          ? act(i18n.t('end'), 'quiet end', () => void this.#end('ended'))
          : keeper.savedAt !== undefined && !isSent
            ? act(i18n.t('delete'), 'quiet end', askToDelete)
            : nothing
      }
    </p>`;
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
    return this.#renderSteps(app, screen);
  }

  #renderSteps(app: FormState, screen: Screen): TemplateResult {
    const { i18n } = this;
    const { screens, today } = this.#application;
    const problems = this.#told.on(app, screen, today);
    const at = screens.findIndex(({ id }) => id === screen.id) + 1;
    const look = `${app.situation.destination} ${this.isPrinting ? 'printing' : ''}`;
    return html`<div class="frame ${look}">
      <header class="no-print">
        <div part="heading">
          ${renderHeading(this.headingLevel, html`<span lang="vi">${this.#title()}</span>`, 'title')}
        </div>
        <p class="progress" part="progress">${i18n.t('progress', { at, of: screens.length })}</p>
        <progress max=${screens.length} value=${at} aria-hidden="true"></progress>
        ${renderStateStrip(i18n, this.#application, () => void this.#application.takeOver())}
        ${renderOutbox(
          i18n,
          this.#outbox?.items ?? [],
          (code) => this.#nameOf(code),
          (code) => (this.codeParam ? addressWithCode(this.codeParam, code) : undefined),
        )}
      </header>
      ${this.#renderQuestion()}
      <form novalidate @submit=${this.#handleNext} part="step" ?inert=${this.#idle.isAsking}>
        ${keyed(
          screen.id,
          html`${renderHeading(
            this.headingLevel + 1,
            html`<span class="step-title" tabindex="-1">${screenTitle(i18n, screen)}</span>`,
            'step-heading',
          )}
          ${renderNotice(i18n, this.#application, this.isEnded)}
          ${this.#renderSummary(this.#summaryOf(screen, problems.errors))}
          ${this.#renderScreen(screen, app, problems)}`,
        )}
        ${this.#renderActions(screen)}
      </form>
    </div>`;
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
