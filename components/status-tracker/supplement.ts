import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { fieldsOf, papersOf } from '../../src/forms/asked-parts.js';
import type { AskedField, AskedPart } from '../../src/forms/asked-schema.js';
import type { AnswerProblem } from '../../src/forms/check-answers.js';
import type { SentFile } from '../../src/forms/submission.js';
import { BASE_LANGUAGE } from '../../src/i18n/language.js';
import { around, langOf } from '../../src/ui/in-vietnamese.js';
import type { BegunSupplement } from '../../src/ui/begun-supplements.js';
import type { OpenAct } from '../../src/ui/open-acts.js';
import { OfficeLimits } from '../../src/ui/told-limits.js';
import { PaperBytes } from '../../src/ui/paper-bytes.js';
import { AttachPart } from '../../src/ui/attach-part.js';
import type { PaperHost } from '../../src/ui/paper-host.js';
import { warningIcon } from '../../src/ui/form-icons.js';
import { renderHeading } from '../../src/ui/heading.js';
import type { ApplicantAct } from '../../src/gateway/tracking-contract.js';
import { ActSender } from './act-sender.js';
import { atCounter } from './at-counter.js';
import { asksOf, isBlank, isPassed, merged, type Begun, type Typed } from './begun.js';
import { AskedFields, firstWrong } from './asked-fields.js';
import { labelOf } from './asked-label.js';
import { leftOf, leftWords, renderLeft, type LeftTyped } from './left-typed.js';
import type { TrackerHost } from './late-host.js';
import type { Situation } from './view.js';
import { newId } from '../../src/shared/new-id.js';

/** Something missing, and what `lang` is for it. */
interface Gap {
  readonly label: string;
  readonly lang: ReturnType<typeof langOf>;
}

/** The papers of one answer to the office; they live as long as the page and are sent from there. */
class Papers {
  files: readonly SentFile[] = [];
  preparing = Promise.resolve();
  readonly keeper = { flush: () => Promise.resolve() };
  /** Not on the disk: whoever closes the page chooses them again, and is told so. */
  readonly bytes = new PaperBytes(() => undefined);

  constructor(private readonly host: TrackerHost) {}

  get source(): { readonly code: string; readonly destination: string } {
    return { code: this.host.tracking.told?.code ?? '', destination: 'gateway' };
  }
  setFiles(files: readonly SentFile[]): void {
    this.files = files;
    this.host.requestUpdate();
  }
  answer(): void {
    // No question of a form asks for them.
  }
}

/** Sends what the office asks for: the fields and papers that it ticked; where it ticked none, words, papers, or both. */
export class SupplementPart {
  #note = '';
  /** What is missing, as it is called. */
  #gaps: readonly Gap[] = [];
  /** Anything at all is missing. */
  #isEmpty = false;
  #fields!: AskedFields;
  #papers!: Papers;
  #attach!: AttachPart;
  #sender!: ActSender;
  /** When that was asked for which this answers. */
  #askedAt: string | undefined;
  #askedFields: readonly AskedField[] = [];
  /** What the office wrote of it. */
  #askedNote = '';
  #left: LeftTyped | undefined;
  /** For which request it was looked up what was typed. */
  #recalledFor: string | undefined;
  /** For which request that was which was sent before a reload. */
  #sentFor: string | undefined;
  /** What was typed for that. */
  #sentText: string | undefined;

  constructor(
    private readonly host: TrackerHost,
    private readonly begun: Begun,
  ) {
    this.#begin();
    begun.onMerged = (typed, written) => {
      const { note, answers } = merged(typed, this.#typed, written);
      this.#note = note;
      this.#fields.given = answers;
    };
  }

  /** Opens what was typed for a request that is over, and drops it; what was sent tells what became of that. */
  leave(found: BegunSupplement): void {
    const { host } = this;
    if (this.#sender.isOpen || this.#sender.state.kind === 'done') return;
    if (this.#keepUnsent()) {
      this.#letGo();
      this.#begin();
    } else this.#tell(found);
    void this.begun.drop();
    host.show('supplement');
    // Where it stands is where a dossier begins that was just opened.
    if (host.isAt('#panel, .stage')) void host.focus('#panel');
    else if (this.#left) host.announce(leftWords(host.i18n, this.#left));
  }

  /** Says what was typed on an earlier visit for a request that is over. */
  #tell(found: BegunSupplement): void {
    const { i18n, tracking } = this.host;
    const left = leftOf(i18n, tracking.told, found.askedAt, found.fields ?? [], found, 'earlier');
    if (found.askedAt !== this.#sentFor) this.#left ??= left;
    else if (this.#left) this.#left = { ...this.#left, text: left.text };
    else this.#sentText = left.text;
    this.host.requestUpdate();
  }

  /** Goes on with what was typed on an earlier visit, for as long as the office still asks for that. */
  async recall(): Promise<void> {
    const at = this.#asks?.at;
    this.#recalledFor = at;
    const found = await this.begun.recall();
    if (found && found.askedAt !== this.#asks?.at) this.#tell(found);
    else if (found) {
      // Whoever was faster than the disk has typed what counts.
      this.#note ||= found.note;
      this.#fields.given = { ...found.answers, ...this.#fields.given };
    }
    this.host.requestUpdate();
  }

  get #typed(): Typed {
    return { note: this.#note, answers: this.#fields.given };
  }

  #forget(): void {
    this.#left = undefined;
    this.#clear();
    void this.begun.drop();
    this.host.announce(this.host.i18n.t('supplement.forgotten'));
    void this.host.focus('#panel');
  }

  /** Nothing is typed, and nothing called missing. */
  #clear(): void {
    this.#note = '';
    this.#gaps = [];
    this.#isEmpty = false;
    this.#fields = new AskedFields(this.host, () => this.begun.put(this.#typed));
  }

  /** Whatever is asked for another time is answered anew. */
  #begin(): void {
    const { host } = this;
    this.#clear();
    this.#papers = new Papers(host);
    this.#sender = new ActSender(
      host,
      'supplement',
      () => this.#received(),
      (act) => this.#refused(act),
    );
    const limits = new OfficeLimits(
      () => Promise.resolve({ url: host.gateway(), network: host.network() }),
      host.requestUpdate,
    );
    const paperHost: PaperHost = {
      limits: () => limits.told,
      askLimits: () => limits.again(),
      i18n: host.i18n,
      application: this.#papers,
      requestUpdate: host.requestUpdate,
      announce: host.announce,
      papers: () =>
        this.#asked.length > 0
          ? this.#askedPapers().map((name) => ({ name }))
          : [{ name: host.i18n.t('supplement.paper') }],
      isOnlyThese: () => this.#asked.length > 0,
    };
    this.#attach = new AttachPart(paperHost);
  }

  get #asks() {
    return asksOf(this.host.tracking.told);
  }

  get #asked(): readonly AskedPart[] {
    return this.#asks?.parts ?? [];
  }

  #askedPapers(): string[] {
    return papersOf(this.#asked).map(({ name }) => name);
  }

  /** Goes on with what was sent before a reload, as long as it answers what is asked for now. */
  async resume(open: OpenAct): Promise<void> {
    const { told, isOld } = this.host.tracking;
    if (open.act.kind === 'supplement') this.#askedAt = this.#sentFor = open.act.asked;
    // What it answers has to be known, and still be what is asked for: else it waits for a press.
    const isMeant = this.#sentFor !== undefined && !isPassed(told, open.act);
    await this.#sender.resume(open, !isOld && (open.isUnderWay === true || isMeant));
  }

  /** A look may know that what was sent has come. */
  settle(): boolean {
    return this.#sender.settle();
  }

  /** What was sent is known not to have come, nor to come any more. */
  #settle(): void {
    const { told, isOld } = this.host.tracking;
    const { openAct: act, isUnderWay } = this.#sender;
    if (this.settle() || act?.kind !== 'supplement') return;
    if (isOld || isUnderWay || !isPassed(told, act)) return;
    void this.host.tracking.forgetAct(act.id);
    this.#giveBack(act);
  }

  /** Shows what was sent and did not come: no form has it any more. */
  #giveBack(act: Extract<ApplicantAct, { kind: 'supplement' }>): void {
    const { host } = this;
    const typed = { note: act.note ?? '', answers: act.answers ?? {} };
    const left = leftOf(host.i18n, host.tracking.told, act.asked, this.#askedFields, typed, 'lost');
    this.#left = { ...left, text: this.#sentText ?? this.#left?.text ?? left.text };
    this.#letGo();
    this.#begin();
    this.#askedAt = this.#recalledFor = undefined;
    if (this.#isHeld) void host.focus('#panel');
    // What its fields are called is kept with what was typed.
    if (!this.#asks) void this.begun.former().then((found) => found && this.#tell(found));
  }

  /** It was sent on an earlier visit and is not taken: what it is made of is nowhere else. */
  #refused(act: ApplicantAct): void {
    if (act.kind !== 'supplement') return;
    const at = this.#asks?.at;
    if (at === undefined || (act.asked !== undefined && act.asked !== at)) return this.#giveBack(act);
    this.#note ||= act.note ?? '';
    this.#fields.given = { ...act.answers, ...this.#fields.given };
    this.host.requestUpdate();
  }

  /** Whether somebody is at something of the panel, which goes. */
  get #isHeld(): boolean {
    return Boolean((this.host.root() as ShadowRoot).activeElement?.closest('#panel'));
  }

  /** Whether what was sent is not known to have come. */
  get isUnheard(): boolean {
    return this.#sender.openAct !== undefined;
  }

  #received(): void {
    this.#left = undefined;
    void this.begun.drop();
  }

  /** Resolves once what was typed last is on the disk. */
  close(): Promise<unknown> {
    this.#letGo();
    return this.begun.flush();
  }

  #letGo(): void {
    this.#sender.close();
    this.#attach.close();
  }

  render(situation: Situation): unknown {
    const { i18n } = this.host;
    this.#settle();
    const asks = this.#asks;
    const at = asks?.at;
    if (at === undefined) this.#leave(situation);
    else if (!this.#sender.isOpen) this.#follow(at);
    const { headingLevel } = this.host.view();
    if (this.#isOver(situation)) return this.#renderOver(headingLevel);
    // What was asked for when it was sent; a note of the counter since is no request.
    const reason = asks?.note ?? this.#askedNote;
    const isDone = this.#sender.state.kind === 'done';
    return html`<section class="panel" id="panel" tabindex="-1">
      ${renderHeading(headingLevel + 1, i18n.t('supplement'), 'part-title')}
      ${this.#left && !isDone && !this.#sender.isResumed ? renderLeft(this.host, this.#left) : nothing}
      ${reason && !isDone ? html`<p class="quote" lang="vi">${reason}</p>` : nothing}
      ${isDone || this.#sender.isResumed ? nothing : this.#renderForm()} ${this.#sender.render()}
    </section>`;
  }

  /** Is for what is asked for now; what was gone on with after a reload may be the answer to something earlier. */
  #follow(at: string): void {
    const { state } = this.#sender;
    const isAnswered = state.kind === 'done' && Date.parse(at) > state.at.getTime();
    if (at === this.#askedAt && !isAnswered) return;
    if (this.#askedAt !== undefined || isAnswered) {
      this.#keepUnsent();
      this.#letGo();
      this.#begin();
      this.#recalledFor = undefined;
    }
    this.#askedAt = at;
    this.#askedFields = fieldsOf(this.#asked);
    this.#askedNote = this.#asks?.note ?? '';
    if (at !== this.#recalledFor) void this.recall();
  }

  /** The office waits no more for what was not sent yet: it was brought to the counter, say. */
  #leave({ told, next }: Situation): void {
    const { kind } = this.#sender.state;
    if (told.level !== 1 || next === 'supplement' || !['idle', 'refused', 'waiting'].includes(kind)) return;
    if (!this.#keepUnsent()) return;
    this.#letGo();
    this.#begin();
  }

  /** Holds what was filled in and not sent, to be copied; true where there was anything. */
  #keepUnsent(): boolean {
    const { host } = this;
    const isUnsent = !isBlank(this.#typed) || this.#papers.files.length > 0;
    if (!isUnsent || this.#sender.state.kind === 'done') return false;
    this.#left = leftOf(host.i18n, host.tracking.told, this.#askedAt, this.#askedFields, this.#typed);
    // The box that somebody typed into goes.
    if (this.#isHeld) void host.focus('#panel');
    return true;
  }

  #renderOver(headingLevel: number): unknown {
    const { host } = this;
    if (!this.#left && this.#sender.state.kind !== 'refused') return nothing;
    const close = () => {
      this.#left = undefined;
      void this.begun.drop();
      host.view().onPanel(undefined);
      void host.focus('.stage');
    };
    return html`<section class="panel" id="panel" tabindex="-1">
      ${renderHeading(headingLevel + 1, host.i18n.t('supplement'), 'part-title')}
      ${this.#left ? renderLeft(host, this.#left) : this.#sender.render()}
      <p class="actions">
        <button type="button" class="button" @click=${close}>${host.i18n.t('close')}</button>
      </p>
    </section>`;
  }

  /** Nothing is asked for, and nothing is still to be said of what was sent: the office has gone on with it since. */
  #isOver({ told, next }: Situation): boolean {
    const { state } = this.#sender;
    if (told.level !== 1 || next === 'supplement') return false;
    if (state.kind === 'idle' || state.kind === 'refused') return true;
    return (
      state.kind === 'done' &&
      told.history.some(({ by, at }) => by !== 'applicant' && Date.parse(at) > state.at.getTime())
    );
  }

  #renderForm(): unknown {
    const { i18n } = this.host;
    const asked = this.#asked;
    const { state } = this.#sender;
    const refused =
      state.kind === 'refused'
        ? state.errors.map(({ code, params }) => ({ path: String(params?.path), code }) as AnswerProblem)
        : [];
    const hasPapers = asked.length === 0 || papersOf(asked).length > 0;
    return html`${this.begun.render(hasPapers)}
      ${asked.length > 0 ? html`<p>${i18n.t('supplement.parts')}</p>` : nothing}
      ${atCounter(i18n, this.host.tracking.told)}
      ${fieldsOf(asked).length > 0 ? html`<p class="hint">${i18n.t('supplement.blank')}</p>` : nothing}
      <fieldset class="sent" ?disabled=${this.#sender.isLocked}>
        ${this.#fields.render(fieldsOf(asked), refused)} ${hasPapers ? this.#attach.render() : nothing}
        ${this.#renderNote()}
      </fieldset>
      ${this.#renderGaps()}
      <p class="actions">
        <button
          type="button"
          class="button primary"
          ?disabled=${this.#sender.isLocked}
          @click=${() => void this.#send()}
        >
          ${i18n.t('supplement.send')}
        </button>
        ${
          isBlank(this.#typed) || this.#sender.isLocked
            ? nothing
            : html`<button type="button" class="button" @click=${() => this.#forget()}>
                ${i18n.t('supplement.forget')}
              </button>`
        }
      </p>`;
  }

  #renderNote(): TemplateResult {
    const { i18n } = this.host;
    const isEmpty = this.#isEmpty;
    return html`<div class="field">
      <label for="supplement-note"
        >${i18n.t('supplement.note')}${
          this.#asked.length > 0 ? html` <span class="optional">(${i18n.t('optional')})</span>` : nothing
        }</label
      >
      ${
        isEmpty
          ? html`<span class="error" id="supplement-error"
              >${warningIcon()}<span>${i18n.t('supplement.empty')}</span></span
            >`
          : nothing
      }
      <textarea
        id="supplement-note"
        rows="3"
        maxlength="2000"
        aria-describedby=${isEmpty ? 'supplement-error' : nothing}
        .value=${live(this.#note)}
        @input=${({ target }: Event) => {
          this.#note = (target as HTMLTextAreaElement).value;
          this.begun.put(this.#typed);
          this.host.requestUpdate();
        }}
      ></textarea>
    </div>`;
  }

  /** What is still missing, where the button is that did not send it. */
  #renderGaps(): unknown {
    const { i18n } = this.host;
    const gaps = this.#gaps;
    return gaps.length === 0
      ? nothing
      : html`<p class="error" role="alert">
          ${warningIcon()}<span
            >${around(
              (parts) => i18n.t('supplement.missing', { parts }),
              gaps.map(
                ({ label, lang }, at) => html`${at > 0 ? '; ' : ''}<span lang=${lang}>${label}</span>`,
              ),
            )}</span
          >
        </p>`;
  }

  async #send(): Promise<void> {
    await this.#papers.preparing;
    const note = this.#note.trim();
    const asked = this.#asked;
    const { bytes } = this.#papers;
    // A paper that was chosen before the office asked for others stays here.
    const names = this.#askedPapers();
    const files = this.#papers.files.filter(({ paper }) => asked.length === 0 || names.includes(paper ?? ''));
    const fields = fieldsOf(asked);
    const checked = this.#fields.finish(fields);
    const wrong = fields.filter(({ name }) => checked.errors.some(({ path }) => path === name));
    const { i18n } = this.host;
    this.#isEmpty = asked.length === 0 && note === '' && files.length === 0;
    this.#gaps = [
      ...wrong.map((field): Gap => ({
        label: labelOf(i18n, field),
        lang: langOf(field.label, i18n.language),
      })),
      ...names
        .filter((name) => !files.some(({ paper }) => paper === name))
        .map((label): Gap => ({ label, lang: BASE_LANGUAGE })),
    ];
    this.host.requestUpdate();
    if (this.#isEmpty || this.#gaps.length > 0) {
      const first = firstWrong(checked);
      if (first !== undefined) await this.host.focus(first);
      return;
    }
    await this.#sender.send(
      {
        kind: 'supplement',
        id: newId(),
        ...(this.#asks && { asked: this.#asks.at }),
        ...(note && { note }),
        ...(fields.length > 0 && { answers: checked.answers }),
        ...(files.length > 0 && { files }),
      },
      (id) => bytes.of(id),
    );
  }
}
