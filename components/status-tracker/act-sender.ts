import { html, nothing } from 'lit';
import type { SentFile } from '../../src/forms/submission.js';
import type { Transfer } from '../../src/forms/transfer.js';
import type { ApplicantAct } from '../../src/gateway/tracking-contract.js';
import type { Problem } from '../../src/shared/result.js';
import { warningIcon } from '../../src/ui/form-icons.js';
import { checkIcon } from '../../src/ui/icons.js';
import type { TrackerHost } from './late-host.js';
import { momentOf } from './view.js';

type State =
  | { readonly kind: 'idle' | 'sending' | 'unknown' }
  | { readonly kind: 'uploading'; readonly transfers: readonly Transfer[] }
  | { readonly kind: 'refused'; readonly code: string; readonly errors: readonly Problem[] }
  | { readonly kind: 'done'; readonly at: Date };

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
  #isResumed = false;

  constructor(
    private readonly host: TrackerHost,
    private readonly kind: ApplicantAct['kind'],
  ) {}

  get isBusy(): boolean {
    return this.state.kind === 'sending' || this.state.kind === 'uploading';
  }

  /** Whether something was sent of which nobody knows what it came to: nothing else is sent before that is known. */
  get isOpen(): boolean {
    return this.isBusy || this.state.kind === 'unknown';
  }

  async send(act: ApplicantAct, bytesOf: BytesOf = () => Promise.resolve(undefined)): Promise<void> {
    if (this.isOpen) return;
    this.#act = act;
    this.#bytesOf = bytesOf;
    this.#isResumed = false;
    await this.retry();
  }

  /** Whether what is open is of an earlier visit, so that nothing of it is in the form. */
  get isResumed(): boolean {
    return this.#isResumed && this.isOpen;
  }

  /**
   * Goes on with an act that was sent before a reload, under the same id: its papers are there already. What cannot be
   * taken back waits for a press.
   */
  async resume(act: ApplicantAct): Promise<void> {
    if (this.isOpen) return;
    this.#act = act;
    this.#isResumed = true;
    this.#is({ kind: 'unknown' });
    if (act.kind !== 'withdraw') await this.retry();
  }

  async retry(): Promise<void> {
    const act = this.#act;
    if (!act || this.isBusy) return;
    const mayBeThere = this.state.kind === 'unknown';
    const files = act.kind === 'supplement' && !this.#isResumed ? (act.files ?? []) : [];
    const before = await this.#upload(files);
    if (before) return this.#is(before);
    this.#is({ kind: 'sending' });
    const acted = await this.host.tracking.act(act, mayBeThere);
    if (acted.kind === 'done') {
      this.#is({ kind: 'done', at: new Date(acted.done.at) });
      this.host.onActed(act.kind);
    } else if (acted.kind === 'unknown') this.#is({ kind: 'unknown' });
    else this.#is({ kind: 'refused', code: acted.code, errors: acted.errors });
  }

  /**
   * Brings whoever sent it to what came of it: the button that they pressed is closed or gone, and of a long form only the
   * place where it was. Whoever went elsewhere meanwhile is told, and stays there.
   */
  #show(): void {
    const { host } = this;
    const { activeElement: held } = host.root() as ShadowRoot;
    const isHere = held ? held.closest('#panel') !== null : document.activeElement === document.body;
    if (isHere && host.view().panel === this.kind) void host.focus('#act-said');
    else if (this.state.kind === 'done') host.announce(this.#doneWords());
  }

  async #upload(files: readonly SentFile[]): Promise<State | undefined> {
    if (files.length === 0) return undefined;
    this.#is({ kind: 'uploading', transfers: [] });
    try {
      const { uploadAll } = await import('../../src/gateway/upload.js');
      const line = { url: this.host.gateway(), network: this.host.network(), now: () => performance.now() };
      const uploaded = await uploadAll(
        files,
        (id) => this.#bytesOf(id),
        line,
        (transfers) => this.#is({ kind: 'uploading', transfers }),
      );
      if (uploaded.kind === 'done') return undefined;
      return uploaded.kind === 'refused'
        ? { kind: 'refused', code: uploaded.code, errors: [] }
        : { kind: 'unknown' };
    } catch {
      // The code that sends papers is only fetched now, and that needs a network too.
      return { kind: 'unknown' };
    }
  }

  #is(state: State): void {
    this.state = state;
    this.host.requestUpdate();
    if (!this.isBusy) this.#show();
  }

  #doneWords(): string {
    const { i18n } = this.host;
    return this.state.kind === 'done' ? i18n.t(`done.${this.kind}`, momentOf(i18n, this.state.at)) : '';
  }

  /** How it stands. */
  render(): unknown {
    const { i18n } = this.host;
    const { state } = this;
    switch (state.kind) {
      case 'idle':
        return nothing;
      case 'sending':
        return html`<p class="busy" role="status">${i18n.t('sending')}</p>`;
      case 'uploading':
        return html`<p class="busy" role="status">${this.#uploadWords(state.transfers)}</p>`;
      case 'unknown':
        return html`<div class="warning" role="alert" id="act-said" tabindex="-1">
          ${warningIcon()}
          <div>
            <p>${i18n.t('unknown')}</p>
            <p class="actions">
              <button type="button" class="button" @click=${() => void this.retry()}>
                ${i18n.t('unknown.retry')}
              </button>
            </p>
          </div>
        </div>`;
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

  #uploadWords(transfers: readonly Transfer[]): string {
    const { i18n } = this.host;
    const at = transfers.findIndex(({ stage }) => stage !== 'stored');
    const now = transfers[at];
    if (!now) return i18n.t('sending');
    const percent = Math.floor((now.sent / Math.max(1, now.file.size)) * 100);
    return i18n.t('uploading', { at: at + 1, of: transfers.length, percent });
  }
}
