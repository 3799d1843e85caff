import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { SentFile } from '../../src/forms/submission.js';
import { PaperBytes } from '../../src/ui/paper-bytes.js';
import { AttachPart } from '../../src/ui/attach-part.js';
import type { PaperHost } from '../../src/ui/paper-host.js';
import { warningIcon } from '../../src/ui/form-icons.js';
import { renderHeading } from '../../src/ui/heading.js';
import { ActSender } from './act-sender.js';
import type { TrackerHost } from './late-host.js';
import { reasonOf } from './head.js';
import { newId } from '../../src/shared/new-id.js';

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

/** Sends what the office asks for: words, papers, or both. */
export class SupplementPart {
  #note = '';
  #isEmpty = false;
  #papers: Papers;
  #attach: AttachPart;
  #sender: ActSender;

  constructor(private readonly host: TrackerHost) {
    this.#papers = new Papers(host);
    this.#attach = this.#makeAttach();
    this.#sender = new ActSender(host, 'supplement');
  }

  #makeAttach(): AttachPart {
    const { host } = this;
    const paperHost: PaperHost = {
      i18n: host.i18n,
      application: this.#papers,
      requestUpdate: host.requestUpdate,
      announce: host.announce,
      papers: () => [{ name: host.i18n.t('supplement.paper') }],
    };
    return new AttachPart(paperHost);
  }

  close(): void {
    this.#attach.close();
  }

  render(): unknown {
    const { i18n, tracking } = this.host;
    const { headingLevel } = this.host.view();
    const reason = tracking.told && reasonOf(tracking.told);
    const isDone = this.#sender.state.kind === 'done';
    return html`<section class="panel" id="panel" tabindex="-1">
      ${renderHeading(headingLevel + 1, i18n.t('supplement'), 'part-title')}
      ${reason && !isDone ? html`<p class="quote" lang="vi">${reason}</p>` : nothing}
      ${isDone ? nothing : this.#renderForm()} ${this.#sender.render()}
    </section>`;
  }

  #renderForm(): unknown {
    const { i18n } = this.host;
    return html`<div class="field">
        <label for="supplement-note">${i18n.t('supplement.note')}</label>
        ${
          this.#isEmpty
            ? html`<span class="error" id="supplement-error"
                >${warningIcon()}<span>${i18n.t('supplement.empty')}</span></span
              >`
            : nothing
        }
        <textarea
          id="supplement-note"
          rows="3"
          maxlength="2000"
          aria-describedby=${this.#isEmpty ? 'supplement-error' : nothing}
          .value=${live(this.#note)}
          @input=${(event: Event) => (this.#note = (event.target as HTMLTextAreaElement).value)}
        ></textarea>
      </div>
      ${this.#attach.render()}
      <p class="actions">
        <button
          type="button"
          class="button primary"
          ?disabled=${this.#sender.isOpen}
          @click=${() => void this.#send()}
        >
          ${i18n.t('supplement.send')}
        </button>
      </p>`;
  }

  async #send(): Promise<void> {
    await this.#papers.preparing;
    const note = this.#note.trim();
    const { files, bytes } = this.#papers;
    this.#isEmpty = note === '' && files.length === 0;
    this.host.requestUpdate();
    if (this.#isEmpty) return;
    await this.#sender.send(
      {
        kind: 'supplement',
        id: newId(),
        ...(note && { note }),
        ...(files.length > 0 && { files: [...files] }),
      },
      (id) => bytes.of(id),
    );
  }
}
