import { html, nothing } from 'lit';
import { examine } from '../../src/doctor/examine.js';
import type { PageFacts } from '../../src/doctor/facts.js';
import { copyText } from '../../src/ui/copy-text.js';
import { isDoctorAsked } from '../../src/ui/start-doctor.js';
import { gather } from '../../src/ui/doctor/gather.js';
import { PolicyEar } from '../../src/ui/doctor/policy.js';
import { withoutQuery } from '../../src/ui/doctor/without-query.js';
import { renderHeading } from '../../src/ui/heading.js';
import type { DoctorHost, DoctorWords } from './doctor-host.js';
import { renderMessage, renderReport } from './report-view.js';
import { isForMessage, loadAllWords, messageOf } from './sentences.js';

export { doctor } from '../../src/i18n/namespaces/doctor.js';
export { styles } from './doctor.styles.js';

/** One examination after the other of the page that the doctor is on. */
export class Consultation {
  #ear: PolicyEar | undefined;
  #found: PageFacts | undefined;
  #hasFailed = false;
  #turn = 0;
  #told = '';

  constructor(
    private readonly host: DoctorHost,
    private readonly i18n: DoctorWords,
  ) {}

  /** Begins to listen, and examines the page where nobody says what is known of it. */
  start(): void {
    this.#ear ??= new PolicyEar();
    void this.#examine();
  }

  stop(): void {
    this.#ear?.stop();
    this.#ear = undefined;
    this.#turn += 1;
  }

  async #examine(): Promise<void> {
    const turn = (this.#turn += 1);
    this.#found = undefined;
    this.#hasFailed = false;
    this.#told = '';
    this.host.requestUpdate();
    await loadAllWords();
    // Whoever was not drawn tells it in words alone.
    if (!this.host.facts && this.#ear) {
      const found = await gather(this.#ear, true).catch(() => undefined);
      if (turn !== this.#turn) return;
      this.#found = found;
      this.#hasFailed = !found;
    }
    this.host.requestUpdate();
  }

  /** Puts the message into the page where the library cannot draw; what stood in the tag gives way to it. */
  async tellPlainly(): Promise<void> {
    const { facts } = this.host;
    const ear = (this.#ear ??= new PolicyEar());
    await loadAllWords();
    this.host.textContent = this.#message(facts ?? (await gather(ear, false)));
  }

  #message(facts: PageFacts): string {
    const { version } = facts.copies;
    const now = this.host.clock();
    return messageOf(examine(facts), { address: withoutQuery(location.href), version, now });
  }

  async #copy(message: string): Promise<void> {
    const area = this.host.shadowRoot?.querySelector<HTMLTextAreaElement>('#message');
    const isCopied = await copyText(message, () => {
      area?.focus();
      area?.select();
    });
    this.#told = this.i18n.t(isCopied ? 'message.copied' : 'message.marked');
    this.host.requestUpdate();
  }

  #renderReport(facts: PageFacts): unknown {
    const report = examine(facts);
    const message = this.#message(facts);
    return [
      renderReport(this.host, this.i18n, report),
      report.findings.some(isForMessage)
        ? renderMessage(this.host, this.i18n, {
            message,
            told: this.#told,
            copy: () => void this.#copy(message),
          })
        : nothing,
    ];
  }

  render(): unknown {
    const facts = this.host.facts ?? this.#found;
    const state = facts ? '' : this.i18n.t(this.#hasFailed ? 'failed' : 'looking');
    return html`<div class="doctor">
      ${renderHeading(this.host.headingLevel, this.i18n.t('title'), 'title')}
      <p role="status">${state}</p>
      ${facts ? this.#renderReport(facts) : nothing}
      ${
        facts || this.#hasFailed
          ? html`<p class="no-print">
              <button type="button" class="button" @click=${() => void this.#examine()}>
                ${this.i18n.t('again')}
              </button>
            </p>`
          : nothing
      }
      <p class="note">${this.i18n.t(isDoctorAsked() ? 'only-you' : 'take-out')}</p>
    </div>`;
  }
}
