import { html, nothing, type TemplateResult } from 'lit';
import type { SentFile } from '../../src/forms/submission.js';
import type { Transfer } from '../../src/forms/transfer.js';
import { LINE_PROBLEMS } from '../../src/gateway/request-json.js';
import type { ApplicantAct } from '../../src/gateway/tracking-contract.js';
import type { Uploaded } from '../../src/gateway/upload.js';
import type { Problem } from '../../src/shared/result.js';
import { warningIcon } from '../../src/ui/form-icons.js';
import { checkIcon, offlineIcon } from '../../src/ui/icons.js';
import { NextTry } from '../../src/ui/next-try.js';
import type { OpenAct } from '../../src/ui/open-acts.js';
import { isPassed } from './begun.js';
import type { TrackerHost } from './late-host.js';
import { momentOf } from './view.js';

type State =
  | { readonly kind: 'idle' | 'sending' | 'unknown' }
  | { readonly kind: 'uploading'; readonly transfers: readonly Transfer[] }
  /** The line broke while papers went out: the act itself was not sent. It goes on by itself. */
  | {
      readonly kind: 'waiting';
      readonly stored: number;
      readonly of: number;
      /** The other side cannot take more now; if false, there is no line to it. */
      readonly isBusy: boolean;
    }
  | { readonly kind: 'refused'; readonly code: string; readonly errors: readonly Problem[] }
  | { readonly kind: 'done'; readonly at: Date };

const isOfLine = (code: string): boolean => LINE_PROBLEMS.some((one) => one === code);

type BytesOf = (id: string) => Promise<ArrayBuffer | undefined>;

const WHY = {
  'act-not-now': 'act-not-now',
  'not-found': 'not-found',
  'file-missing': 'file',
  'file-differs': 'file',
  'file-kind': 'file',
  'file-empty': 'file',
  'too-large': 'file',
  busy: 'busy',
  'not-asked': 'parts',
  'parts-missing': 'parts',
  'answers-invalid': 'parts',
  'answers-differ': 'parts',
  'no-room': 'busy',
  internal: 'busy',
  'too-many-requests': 'busy',
} as const;

/**
 * Sends one act, under an id that is made before the first byte. While its answer is not known the very same act is sent
 * again, so that it is done once or not at all, and nobody has to guess which.
 */
export class ActSender {
  state: State = { kind: 'idle' };
  #act: ApplicantAct | undefined;
  #bytesOf: BytesOf = () => Promise.resolve(undefined);
  /** The receiving system said that it has it and is still at it: nobody lets go of it as if it had not come. */
  isUnderWay = false;
  /** Rows of the history that were known when it was sent first. */
  seen = 0;
  #isResumed = false;
  readonly #next = new NextTry(() => void this.#run(false));

  constructor(
    private readonly host: TrackerHost,
    private readonly kind: ApplicantAct['kind'],
    /** Is told once the receiving system has it, whoever or whatever sent it last. */
    private readonly onDone: () => void = () => undefined,
    /** Is told once it does not take what was sent on an earlier visit, of which no form is left. */
    private readonly onRefused: (act: ApplicantAct) => void = () => undefined,
  ) {}

  get isBusy(): boolean {
    return this.state.kind === 'sending' || this.state.kind === 'uploading';
  }

  /** Whether something was sent of which nobody knows what it came to: nothing else is sent before that is known. */
  get isOpen(): boolean {
    return this.isBusy || this.state.kind === 'unknown';
  }

  /** What it is made of cannot be changed: it is being sent, or is to go on by itself. */
  get isLocked(): boolean {
    return this.isOpen || this.state.kind === 'waiting';
  }

  /** What it came to is not known. */
  get openAct(): ApplicantAct | undefined {
    return this.state.kind === 'unknown' ? this.#act : undefined;
  }

  async send(act: ApplicantAct, bytesOf: BytesOf = () => Promise.resolve(undefined)): Promise<void> {
    if (this.isLocked) return;
    this.#act = act;
    this.#bytesOf = bytesOf;
    this.#isResumed = this.isUnderWay = false;
    const { told } = this.host.tracking;
    this.seen = told?.level === 1 ? told.history.length : 0;
    this.#next.failed = 0;
    await this.#run(true);
  }

  /** Whether no form belongs to what is open: it is of an earlier visit, or the other side is at it. */
  get isResumed(): boolean {
    return (this.#isResumed || this.isUnderWay) && this.isOpen;
  }

  /**
   * Goes on with an act that was sent before a reload, under the same id: its papers are there already.
   * @param goesOn by itself; what cannot be taken back, or is not what is wanted any more, waits for a press
   */
  async resume({ act, isUnderWay = false, seen = 0 }: OpenAct, goesOn: boolean): Promise<void> {
    if (this.isOpen) return;
    this.#act = act;
    this.#isResumed = true;
    this.isUnderWay = isUnderWay;
    this.seen = seen;
    this.#is({ kind: 'unknown' });
    if (goesOn) await this.#run(true);
  }

  /** Goes on with it now. */
  readonly retry = (): void => void this.#run(true);

  /** Nothing was sent, or it is known that nothing came of it. */
  readonly stop = (): void => {
    this.#next.stop();
    this.state = { kind: 'idle' };
    this.host.requestUpdate();
  };

  /** Nothing of it goes on by itself any more. */
  close(): void {
    if (this.state.kind === 'waiting') this.stop();
  }

  /** A look may know what no answer told: that it was done. */
  settle(): boolean {
    const act = this.openAct;
    const { tracking } = this.host;
    const row =
      act && tracking.told?.level === 1
        ? tracking.told.history.find(
            // A dossier is withdrawn once, by whichever device.
            (one) => one.id === act.id || (act.kind === 'withdraw' && one.act === 'withdraw'),
          )
        : undefined;
    if (!act || !row) return false;
    this.state = { kind: 'done', at: new Date(row.at) };
    void tracking.forgetAct(act.id);
    this.onDone();
    // Not while it is being rendered.
    queueMicrotask(() => {
      this.host.onActed(act.kind);
      void this.#show();
    });
    return true;
  }

  /** @param isPressed somebody waits for what comes of it; if false, it goes on by itself */
  async #run(isPressed: boolean): Promise<void> {
    const act = this.#act;
    if (!act || this.isBusy) return;
    this.#next.stop();
    const { tracking } = this.host;
    const { knock } = tracking;
    const mayBeThere = this.state.kind === 'unknown';
    // Its papers were there before the act itself was sent.
    const files = act.kind === 'supplement' && !mayBeThere ? (act.files ?? []) : [];
    const uploaded = await this.#upload(files);
    // It is for the dossier that was open, and for no other.
    if (tracking.knock !== knock) return;
    if (uploaded.kind === 'broken') return this.#wait(uploaded, files, isPressed);
    if (uploaded.kind === 'refused') return this.#is({ kind: 'refused', code: uploaded.code, errors: [] });
    // It is for what was asked for then, and for nothing that was asked for while its papers went out.
    if (!this.isUnderWay && isPassed(tracking.told, act))
      return mayBeThere
        ? this.host.requestUpdate()
        : this.#is({ kind: 'refused', code: 'act-not-now', errors: [] });
    this.#is({ kind: 'sending' });
    const acted = await tracking.act(act, mayBeThere);
    if (acted.kind === 'done') {
      this.#is({ kind: 'done', at: new Date(acted.done.at) });
      this.onDone();
      this.host.onActed(act.kind);
    } else if (acted.kind === 'refused') {
      const isResumed = this.#isResumed;
      this.#is(acted);
      // The office may ask for something else since.
      if (act.kind === 'supplement' && acted.code === 'act-not-now') await tracking.look();
      if (isResumed && tracking.knock === knock) this.onRefused(act);
    } else {
      // What it said once stays true, where nobody answers the next time.
      this.isUnderWay ||= acted.kind === 'under-way';
      this.#is({ kind: 'unknown' });
    }
  }

  /**
   * Brings whoever sent it to what came of it: the button that they pressed is closed or gone, and of a long form only the
   * place where it was. Whoever went elsewhere meanwhile is told, and stays there.
   */
  async #show(): Promise<void> {
    const { host } = this;
    if (host.isAt('#panel') && host.view().panel === this.kind) {
      await host.focus('#act-said');
      // Where the office has gone on meanwhile, the panel says that instead.
      if (!(host.root() as ShadowRoot).activeElement) await host.focus('#panel');
    } else if (this.state.kind === 'done') host.announce(this.#doneWords());
  }

  #wait(
    { code, retryAfterMs }: Extract<Uploaded, { kind: 'broken' }>,
    files: readonly SentFile[],
    isPressed: boolean,
  ): void {
    // Out of the page nothing goes on by itself; what was put back meanwhile does.
    if (!(this.host.root() as ShadowRoot).isConnected) return this.stop();
    const { state } = this;
    const transfers = state.kind === 'uploading' ? state.transfers : [];
    const stored = transfers.filter(({ stage }) => stage === 'stored').length;
    this.#next.wait(retryAfterMs);
    this.#is({ kind: 'waiting', stored, of: files.length, isBusy: !isOfLine(code) }, isPressed);
  }

  async #upload(files: readonly SentFile[]): Promise<Uploaded> {
    if (files.length === 0) return { kind: 'done' };
    this.#is({ kind: 'uploading', transfers: [] });
    try {
      const { uploadAll } = await import('../../src/gateway/upload.js');
      const line = { url: this.host.gateway(), network: this.host.network(), now: () => performance.now() };
      return await uploadAll(
        files,
        (id) => this.#bytesOf(id),
        line,
        (transfers) => this.#is({ kind: 'uploading', transfers }),
      );
    } catch {
      // The code that sends papers is only fetched now, and that needs a network too.
      return { kind: 'broken', code: 'offline' };
    }
  }

  /** @param isShown somebody is to be brought to it */
  #is(state: State, isShown = true): void {
    this.state = state;
    this.host.requestUpdate();
    if (!this.isBusy && isShown) void this.#show();
  }

  #doneWords(): string {
    const { i18n } = this.host;
    if (this.state.kind !== 'done') return '';
    const moment = momentOf(i18n, this.state.at);
    const act = this.#act;
    if (act?.kind === 'deliver')
      return i18n.t('done.deliver', { ...moment, way: i18n.t(`delivery.${act.delivery.way}`) });
    return i18n.t(`done.${this.kind as Exclude<ApplicantAct['kind'], 'deliver'>}`, moment);
  }

  /**
   * How it stands.
   * @param isHeld it may not be sent once more now
   * @param retry asks once more
   */
  render(isHeld = false, retry = this.retry): unknown {
    const { i18n } = this.host;
    const { state } = this;
    switch (state.kind) {
      case 'idle':
        return nothing;
      case 'sending':
        return html`<p class="busy" role="status">${i18n.t('sending')}</p>`;
      case 'uploading':
        return html`<p class="busy" role="status">${this.#uploadWords(state.transfers)}</p>`;
      case 'waiting':
        return this.#renderWaiting(state.stored, state.of, state.isBusy);
      case 'unknown':
        return this.renderUnknown(
          i18n.t(this.isUnderWay ? 'under-way' : 'unknown'),
          html`<button type="button" class="button" ?disabled=${isHeld} @click=${retry}>
            ${i18n.t('unknown.retry')}
          </button>`,
        );
      case 'refused': {
        const why = Object.hasOwn(WHY, state.code) ? WHY[state.code as keyof typeof WHY] : 'other';
        return html`<p class="error" role="alert" id="act-said" tabindex="-1">
          ${warningIcon()}<span>${i18n.t('undone', { why: i18n.t(`undone.${why}`) })}</span>
        </p>`;
      }
      case 'done':
        return html`<p class="done" id="act-said" tabindex="-1">
          ${checkIcon()}<span>${this.#doneWords()}</span>
        </p>`;
    }
  }

  /** Nobody knows what it came to, and this is what can be done. */
  renderUnknown(words: string, buttons: unknown): TemplateResult {
    return html`<div class="warning" role="alert" id="act-said" tabindex="-1">
      ${warningIcon()}
      <div>
        <p>${words}</p>
        <p class="actions">${buttons}</p>
      </div>
    </div>`;
  }

  #renderWaiting(stored: number, of: number, isBusy: boolean): TemplateResult {
    const { i18n } = this.host;
    const change = () => {
      this.stop();
      void this.host.focus('#panel');
    };
    return html`<div class="warning" role="status" id="act-said" tabindex="-1">
      ${offlineIcon()}
      <div>
        <p><b>${i18n.t(isBusy ? 'waiting.busy' : 'waiting', { stored, of })}</b> ${i18n.t('waiting.why')}</p>
        <p class="actions">
          <button type="button" class="button" @click=${this.retry}>${i18n.t('waiting.now')}</button>
          <button type="button" class="button" @click=${change}>${i18n.t('waiting.change')}</button>
        </p>
      </div>
    </div>`;
  }

  #uploadWords(transfers: readonly Transfer[]): string {
    const { i18n } = this.host;
    const at = transfers.findIndex(({ stage }) => stage !== 'stored');
    const now = transfers[at];
    if (!now) return i18n.t('sending');
    const percent = Math.floor((now.sent / Math.max(1, now.file.size)) * 100);
    return i18n.t('uploading', { at: at + 1, of: transfers.length, percent });
  }
}
