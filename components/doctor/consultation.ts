import { html, nothing } from 'lit';
import { examine } from '../../src/doctor/examine.js';
import type { PageFacts } from '../../src/doctor/facts.js';
import { LANGUAGES } from '../../src/i18n/language.js';
import { doctor } from '../../src/i18n/namespaces/doctor.js';
import { copyText } from '../../src/ui/copy-text.js';
import { isDoctorAsked } from '../../src/ui/start-doctor.js';
import { reportProblems } from '../../src/ui/report-problems.js';
import { gather } from '../../src/ui/doctor/gather.js';
import { PolicyEar } from '../../src/ui/doctor/policy.js';
import { withoutQuery } from '../../src/ui/doctor/without-query.js';
import { renderHeading } from '../../src/ui/heading.js';
import type * as closerModule from './closer.js';
import type { DoctorHost, DoctorWords } from './doctor-host.js';
import { renderReport } from './report-view.js';

type Closer = typeof closerModule;

export { doctor } from '../../src/i18n/namespaces/doctor.js';
export { styles } from './doctor.styles.js';

/** One examination after the other of the page that the doctor is on. */
export class Consultation {
  #ear: PolicyEar | undefined;
  #found: PageFacts | undefined;
  #closer: Closer | undefined;
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
    const found = await this.#findOut().catch(() => undefined);
    if (turn !== this.#turn) return;
    this.#found = found;
    this.#hasFailed = !found;
    this.host.requestUpdate();
  }

  /** What is known of the page; where there is something to tell, with the words for it. */
  async #findOut(isDrawn = true): Promise<PageFacts> {
    const ear = (this.#ear ??= new PolicyEar());
    const facts = this.host.facts ?? (await gather(ear, isDrawn, () => this.#fetchCloser()));
    if (examine(facts).findings.length > 0) await this.#fetchCloser();
    return facts;
  }

  /** Code and words that a page on which all is well can do without. Where they do not come, nothing is called well. */
  async #fetchCloser(): Promise<Closer> {
    const closer = await import('./closer.js').catch((error: unknown) => {
      void reportProblems('<dvc-doctor>', [{ code: 'part-missing' }]);
      throw error;
    });
    const { doctorFindings } = closer;
    await Promise.all([
      this.i18n.use(doctorFindings),
      ...LANGUAGES.flatMap((language) => [doctor.load(language), doctorFindings.load(language)]),
    ]);
    return (this.#closer = closer);
  }

  /** Puts the message into the page where the library cannot draw; what stood in the tag gives way to it. */
  async tellPlainly(): Promise<void> {
    const facts = await this.#findOut(false);
    this.host.textContent = this.#message(await this.#fetchCloser(), facts);
  }

  #message({ messageOf }: Closer, facts: PageFacts): string {
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

  /** Undefined as long as the words for what was found are not there. */
  #renderReport(facts: PageFacts): unknown {
    const report = examine(facts);
    if (report.findings.length === 0) return renderReport(this.host, this.i18n, report, nothing);
    const closer = this.#closer;
    if (!closer) {
      // Facts that somebody gave later.
      if (!this.#hasFailed)
        void this.#fetchCloser()
          .catch(() => (this.#hasFailed = true))
          .then(() => this.host.requestUpdate());
      return undefined;
    }
    const message = this.#message(closer, facts);
    return [
      renderReport(this.host, this.i18n, report, closer.renderFindings(this.host, this.i18n, report)),
      report.findings.some(closer.isForMessage)
        ? closer.renderMessage(this.host, this.i18n, {
            message,
            told: this.#told,
            copy: () => void this.#copy(message),
          })
        : nothing,
    ];
  }

  render(): unknown {
    const facts = this.host.facts ?? this.#found;
    const report = facts && this.#renderReport(facts);
    const state = report ? '' : this.i18n.t(this.#hasFailed ? 'failed' : 'looking');
    return html`<div class="doctor">
      ${renderHeading(this.host.headingLevel, this.i18n.t('title'), 'title')}
      <p role="status">${state}</p>
      ${report ?? nothing}
      ${
        report || this.#hasFailed
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
