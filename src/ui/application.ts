import { isSecurePage } from './secure-page.js';
import type { Answer, Answers } from '../forms/answers.js';
import { keptAnswers } from '../forms/check-answers.js';
import { withFilesOf } from '../forms/attached-files.js';
import { DELIVERY, NO_DELIVERY, type DeliveryDraft } from '../forms/delivery-draft.js';
import { draftOf, isOfOtherForm, receivedDraft, type Draft, type Sending } from '../forms/draft.js';
import { feeInSteps, receivedFee, type ComputedFee } from '../forms/fees.js';
import {
  openForm,
  reduceForm,
  screenAt,
  screensOf,
  type FormAction,
  type FormState,
  type Screen,
} from '../forms/form-state.js';
import { receivedForm, reopenedForm } from '../forms/reopened-form.js';
import { HELPER, NO_HELPER, type HelperDraft } from '../forms/helper-draft.js';
import { situationOf } from '../forms/situation.js';
import { stepsOf, type FlowSituation } from '../forms/step-flow.js';
import type { Receipt, SentFile } from '../forms/submission.js';
import { createFormGateway, type FormGateway } from '../gateway/form-gateway.js';
import { dayInVietnam } from '../shared/clock.js';
import type { Problem } from '../shared/result.js';
import { ApplicationPayment } from './application-payment.js';
import type { ApplicationSource, ApplicationSurroundings } from './application-surroundings.js';
import { DraftKeeper } from './draft-keeper.js';
import { loadForm } from './form-source.js';
import { PaperBytes } from './paper-bytes.js';
import { actionAt, typedIn, type Place } from './place.js';
import { reportProblems } from './report-problems.js';
import { newSending, sendBy } from './send-by.js';
import type { Sender, SendState } from './sender.js';

/**
 * One application from its first answer to its receipt: what was typed, where the person is, what is kept, what is
 * sent. Knows no markup; the element shows it.
 */
export class Application {
  source: ApplicationSource | undefined;
  /** Undefined until it was opened. */
  app: FormState | undefined;
  /** Why it could not be opened. */
  refusal: Problem | undefined;
  delivery: DeliveryDraft = NO_DELIVERY;
  helper: HelperDraft = NO_HELPER;
  readonly payment = new ApplicationPayment({
    sending: () => this.sending,
    gateway: () => this.gateway(),
    onOpened: (sending) => {
      this.sending = sending;
      this.keep();
    },
  });
  files: readonly SentFile[] = [];
  /** Until the papers that were chosen are among the files, or were not taken. */
  preparing: Promise<void> = Promise.resolve();
  sending: Sending | undefined;
  sendState: SendState | undefined;
  /** What was to be taken back last may have arrived. */
  couldNotCancel = false;
  /** Code that the national portal gave, typed here afterwards. */
  noted = '';
  /** What is to be said of the draft that was found. */
  found: 'broken' | { readonly at: Date; readonly formChanged: boolean } | undefined;
  readonly keeper: DraftKeeper;
  #sender: Sender | undefined;
  #isClosed = false;
  readonly bytes = new PaperBytes(() => (this.#isPractice ? undefined : this.keeper.store));

  constructor(readonly around: ApplicationSurroundings) {
    const onKept = () => {
      // Whoever has it now sends it, or has deleted it.
      if (this.keeper.state === 'elsewhere') this.#sender?.stop();
      around.onChange();
    };
    this.keeper = new DraftKeeper(onKept, () => around.clock().getTime(), around.sharedMinutes);
  }

  // ---- What can be asked of it ----

  get today(): string {
    return dayInVietnam(this.around.clock());
  }

  get screen(): Screen | undefined {
    return this.app && screenAt(this.app);
  }

  get screens(): readonly Screen[] {
    return this.app ? screensOf(this.app) : [];
  }

  /** What rules look at. */
  get kept(): Answers {
    return this.app?.form ? keptAnswers(this.app.form, this.app.answers) : {};
  }

  /** By the answers so far; once it was received, by the other side. */
  get fee(): ComputedFee | undefined {
    const { receipt } = this.sending ?? {};
    if (receipt) return receipt.fee && receivedFee(receipt.fee);
    return this.app?.form && feeInSteps(this.app.form, this.kept, stepsOf(this.#situation()));
  }

  /** It is being sent, or what became of that is not known yet. */
  get isUnderWay(): boolean {
    const stage = this.sendState?.stage;
    return stage !== undefined && stage !== 'received' && stage !== 'refused';
  }

  /** Another tab has it: what is changed here would be lost. A receipt stays what it is. */
  get isElsewhere(): boolean {
    return this.keeper.state === 'elsewhere' && this.sendState?.stage !== 'received' && !this.#isPractice;
  }

  /** Everything of it, as it is kept and carried. */
  get draft(): Draft | undefined {
    const { app, source } = this;
    if (!app || !source) return undefined;
    const { noted, delivery, helper, files, sending } = this;
    const savedAt = this.around.clock().getTime();
    return draftOf(app, { procedure: source.code, noted, delivery, helper, files, sending, savedAt });
  }

  get #isPractice(): boolean {
    return this.source?.destination === 'practice';
  }

  // ---- Opening and leaving ----

  /** Begins, or goes on where somebody stopped. */
  async open(source: ApplicationSource): Promise<void> {
    this.#forget();
    this.source = source;
    const loaded = await loadForm(source.form, this.around.network(), this.#isSent());
    if (source !== this.source) return;
    if (loaded.status === 'refused') {
      this.refusal = loaded.problem;
      void reportProblems(typeof source.form === 'string' ? source.form : 'form', loaded.problems);
      this.around.onChange();
      return;
    }
    const draft = await this.keeper.open(source.code, this.#isPractice ? undefined : source.device);
    // Another one may have been asked for while the draft was read.
    if (source !== this.source) return;
    this.#begin(openForm(loaded.form, this.#situation()));
    this.#restore(draft);
    this.around.onChange();
  }

  /** Was taken out of the page and is put back: its place is opened again, what it holds is as it was. */
  async reopen(): Promise<void> {
    if (!this.#isClosed) return;
    this.#isClosed = false;
    if (this.source && !this.#isPractice) await this.keeper.open(this.source.code, this.source.device);
    if (this.sending && this.sendState && this.sendState.stage !== 'received') this.#send(this.sending, true);
  }

  close(): void {
    this.#isClosed = true;
    this.#sender?.stop();
    this.keeper.close();
  }

  /** A level, a fee or a form became known. */
  settle(): void {
    if (!this.app) return;
    const situation = this.#situation();
    // Nothing is sent of which nobody says whose it is; what is on its way already goes on as it was filled in.
    if (this.source && !this.app.form && !this.sending && this.#isSent()) {
      void this.open({ ...this.source });
      return;
    }
    if (JSON.stringify(situation) !== JSON.stringify(this.app.situation))
      this.app = reduceForm(this.app, { type: 'situation', situation });
  }

  /** Deletes everything of it, and begins anew; what may have arrived is taken back before, or that was tried. */
  async end(): Promise<void> {
    const { source } = this;
    this.#sender?.stop();
    await this.keeper.remove(this.files.map(({ id }) => id));
    if (source) await this.open({ ...source });
  }

  /** Goes on here with what another tab has. */
  async takeOver(): Promise<void> {
    const { source } = this;
    const draft = await this.keeper.takeOver();
    if (draft) this.openDraft(draft);
    // It was deleted there: nothing of it is left to go on with here either.
    else if (source) await this.open({ ...source });
  }

  /** Goes on with a draft that came from elsewhere. */
  openDraft(draft: Draft | 'broken' | undefined): void {
    if (this.app) this.#begin(openForm(this.app.form, this.app.situation));
    this.#restore(draft);
    this.around.onChange();
  }

  #begin(opened: FormState): void {
    this.app = opened;
    // What is due follows from the form, which is only known now.
    this.settle();
  }

  #forget(): void {
    this.#sender?.stop();
    this.#sender = undefined;
    this.app = undefined;
    this.refusal = undefined;
    this.delivery = NO_DELIVERY;
    this.helper = NO_HELPER;
    this.files = [];
    this.sending = undefined;
    this.sendState = undefined;
    this.couldNotCancel = false;
    this.noted = '';
    this.found = undefined;
    this.payment.said = undefined;
    this.bytes.forget();
  }

  #restore(draft: Draft | 'broken' | undefined): void {
    const { app } = this;
    if (draft === undefined || !app) return;
    if (draft === 'broken') {
      this.found = 'broken';
      return;
    }
    this.delivery = { ...NO_DELIVERY, ...draft.delivery };
    this.files = draft.files;
    this.noted = draft.portalDossier ?? '';
    this.sending = draft.sending;
    // Consent was given to somebody at a desk: where nobody is shown, nobody is named either.
    if (this.source?.assisted) this.helper = { ...NO_HELPER, ...draft.helper };
    this.app = reopenedForm(app, this.#situation(), draft);
    const receipt = draft.sending?.receipt;
    if (receipt) {
      this.sendState = { stage: 'received', receipt };
      return;
    }
    const formChanged = draft.form?.version !== app.form?.version;
    this.found = { at: new Date(draft.savedAt), formChanged };
    if (draft.sending && this.app.at === 'send') this.#send(draft.sending, true);
  }

  #isSent(): boolean {
    return stepsOf(this.#situation()).includes('send');
  }

  #situation(): FlowSituation {
    const { source, app, kept, sending } = this;
    const destination = source?.destination ?? 'hand-off';
    return situationOf(this.around.offer(), { destination, form: app?.form, kept, sending });
  }

  // ---- What the person does ----

  /**
   * Takes an answer, goes on or back.
   * @returns the screen that is in view now, where it is another one
   */
  do(action: FormAction): Screen | undefined {
    const before = this.app;
    if (!before) return undefined;
    this.app = reduceForm(before, action);
    this.settle();
    this.keep();
    if (this.app.at === before.at) return undefined;
    this.found = undefined;
    void this.keeper.flush();
    const { screen } = this;
    if (screen?.kind === 'send') void this.#beginSending();
    return screen;
  }

  answer(place: Place, value: Answer | undefined): void {
    const { field, part } = place;
    if (!this.app) return;
    const changed = (part === undefined ? value : { [part]: value }) as object;
    if (field === DELIVERY) this.delivery = { ...this.delivery, ...changed };
    else if (field === HELPER) this.helper = { ...this.helper, ...changed };
    else return void this.do(actionAt(place, value, this.app.answers));
    this.keep();
  }

  /** What was typed or chosen there. */
  typedAt(place: Place): Answer | undefined {
    const { field, part } = place;
    if (field === DELIVERY) return this.delivery[part as keyof DeliveryDraft];
    if (field === HELPER) return this.helper[part as keyof HelperDraft];
    return this.app && typedIn(place, this.app.answers);
  }

  setFiles(files: readonly SentFile[]): void {
    this.files = files;
    const ids = files.map(({ id }) => id);
    if (this.app) this.app = { ...this.app, answers: withFilesOf(this.app.answers, ids) };
    this.keep();
  }

  note(code: string): void {
    this.noted = code;
    this.keep();
  }

  /** Answers of somebody invented, for practice. */
  fill(answers: Answers): void {
    if (this.app) this.app = { ...this.app, answers };
  }

  keep(): void {
    const { draft } = this;
    if (draft && !this.#isPractice) this.keeper.put(draft);
    this.around.onChange();
  }

  // ---- Sending ----

  async gateway(): Promise<FormGateway> {
    const { url, network } = await this.around.line();
    return createFormGateway(this.sending?.to ?? url, network);
  }

  retrySending(): void {
    this.#sender?.retry();
  }

  /** @returns whether it is sure that nothing of it is taken there, or can be any more */
  async takeBack(): Promise<boolean> {
    const { sending, sendState } = this;
    if (!sending || sending.receipt || sendState?.stage === 'refused') return true;
    // Its sender comes once the line is known.
    if (!this.#sender) await this.around.line();
    const sender = this.#sender;
    // Without one nobody can say.
    const isTaken = sender !== undefined && (!sender.mayBeThere || (await sender.cancel()));
    // Not another application, nor one whose receipt came in the meantime.
    if (this.sending === sending) {
      if (isTaken) sender.stop();
      this.couldNotCancel = !isTaken;
      this.around.onChange();
    }
    return isTaken;
  }

  /** Back to the review, with another id for what is sent then. */
  mend(): void {
    const formChanged = isOfOtherForm(this.sending, this.app?.form);
    if (formChanged && typeof this.found === 'object') this.found = { ...this.found, formChanged };
    this.#sender?.stop();
    this.sending = undefined;
    this.sendState = undefined;
    this.couldNotCancel = false;
    if (this.app) this.app = { ...this.app, at: 'review' };
    this.keep();
  }

  async #beginSending(): Promise<void> {
    const { source } = this;
    // Without https nothing can be hashed or locked away, and nothing about a person travels in the open.
    if (!source || !isSecurePage()) return;
    if (this.sending) return this.#send(this.sending, true);
    this.sendState = { stage: 'sending', transfers: [] };
    this.around.onChange();
    // A photo that was chosen last may still be on its way into the papers.
    await this.preparing;
    if (!this.#isUnsent(source) || !this.app) return;
    const sending = await newSending(this.app, source.code, this, this.around.line());
    // Another application, or another press, may have come first.
    if (!this.#isUnsent(source)) return;
    this.sending = sending;
    // On the disk before the first byte leaves: after a crash it is known what to ask for.
    this.keep();
    await this.keeper.flush();
    // Another window has written it since: what is sent from there must not be sent from here as well.
    if (this.keeper.state === 'elsewhere') return this.mend();
    this.#send(sending, false);
  }

  #isUnsent(source: ApplicationSource): boolean {
    return source === this.source && this.sending === undefined;
  }

  #send(sending: Sending, isResumed: boolean): void {
    this.couldNotCancel = false;
    this.#sender?.stop();
    this.sendState = { stage: 'sending', transfers: [] };
    this.around.onChange();
    void this.around.line().then((line) => {
      if (this.sending !== sending) return;
      this.#sender = sendBy(line.network, sending, isResumed, {
        bytesOf: (id) => this.bytes.of(id),
        onChange: (next) => this.#sent(sending, next),
      });
    });
  }

  #sent(sending: Sending, next: SendState): void {
    if (this.sending?.id !== sending.id || !this.app) return;
    this.sendState = next;
    if (next.stage === 'received') this.#received(sending, next.receipt);
    this.around.onChange();
  }

  #received(sending: Sending, receipt: Receipt): void {
    const { app, draft } = this;
    if (!app || !draft) return;
    this.#sender?.stop();
    // The office has it now; what was typed need not stay here.
    this.couldNotCancel = false;
    const left = receivedDraft(draft, sending, receipt);
    for (const { id } of this.files) this.bytes.drop(id);
    this.bytes.forget();
    this.files = left.files;
    this.delivery = NO_DELIVERY;
    this.sending = left.sending;
    this.app = receivedForm(app, this.#situation());
    this.keep();
    void this.keeper.flush();
    this.around.onReceived(receipt);
  }
}
