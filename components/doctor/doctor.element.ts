import { adoptStyles, html } from 'lit';
import { property } from 'lit/decorators.js';
import type { PageFacts } from '../../src/doctor/facts.js';
import type { Clock } from '../../src/shared/clock.js';
import { LocalizeController } from '../../src/ui/localize-controller.js';
import { PortalElement } from '../../src/ui/portal-element.js';
import { reportProblems } from '../../src/ui/report-problems.js';
import { base } from '../../src/ui/styles/base.styles.js';
import type { Consultation } from './consultation.js';
import type { DoctorWords } from './doctor-host.js';

/**
 * Examines the page that it is on and says, for whoever made the page, what keeps the elements from working there: the
 * page's policies, wrong addresses and types, a second copy of the library, attributes that are missing, style sheets that
 * hide an element, storage, the clock. Writes a message to forward to the hosting company, in Vietnamese and English, and
 * says what it could not check. Sends nothing, and asks nobody but the page's own server and the addresses that the page
 * configures. Opened without a tag by `?dvc-doctor` in the page's address.
 *
 * @tag dvc-doctor
 * @slot - Shown until the doctor is there, e.g. what to do where its code does not come.
 * @csspart base - The outer box.
 * @csspart findings - One list of what was found.
 * @csspart message - The message to forward.
 * @example
 * <dvc-doctor>Bác sĩ trang chưa chạy: kiểm tra CSP (script-src) và thư mục /dvc/.</dvc-doctor>
 */
export class Doctor extends PortalElement {
  static override styles = [base];

  /** Level of the element's own heading in the page's outline, 2 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** What is known of a page; without it, the page that the doctor is on is examined. */
  @property({ attribute: false }) facts: PageFacts | undefined;

  /** Tells the time that stands in the message. */
  @property({ attribute: false }) clock: Clock = () => new Date();

  protected readonly i18n: DoctorWords = new LocalizeController(this);
  #consultation: Consultation | undefined;

  constructor() {
    super();
    this.waitBeforeFirstRender(() =>
      this.#fetchRest().catch(() => reportProblems('<dvc-doctor>', [{ code: 'part-missing' }])),
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#consultation?.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#consultation?.stop();
  }

  /** Where not even the shell can be drawn, for the page's Trusted Types say, what is wrong is told as plain text. */
  protected override async notDrawn(): Promise<void> {
    await this.#fetchRest();
    await this.#consultation?.tellPlainly();
  }

  /** All but the shell comes as a file of its own: the script that holds every element has no room for it. */
  async #fetchRest(): Promise<void> {
    if (this.#consultation) return;
    const rest = await import('./consultation.js');
    this.#consultation ??= new rest.Consultation(this, this.i18n);
    await this.i18n.use(rest.doctor);
    adoptStyles(this.renderRoot as ShadowRoot, [...Doctor.elementStyles, rest.styles]);
    if (this.isConnected) this.#consultation.start();
  }

  protected override renderContent(): unknown {
    return this.#consultation?.render() ?? html`<slot></slot>`;
  }
}
