import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { journey } from '../../src/i18n/namespaces/journey.js';
import type { PortalSettings } from '../../src/ui/configure.js';
import { DataDeletionController } from '../../src/ui/data-deletion.js';
import { renderHeading } from '../../src/ui/heading.js';
import { DataDeletedEvent } from '../../src/ui/journey-events.js';
import { keptHere, type KeptHere, type KeptHome } from '../../src/ui/kept-here.js';
import { LocalizeController } from '../../src/ui/localize-controller.js';
import { contactsOf, PageRequests } from '../../src/ui/page-contacts.js';
import { PortalElement } from '../../src/ui/portal-element.js';
import { base } from '../../src/ui/styles/base.styles.js';
import { renderContacts, renderOthers } from './contact-list.js';
import { styles } from './data-journey.styles.js';
import { isOwn, renderKept } from './kept-list.js';

export type { DataDeletedEvent } from '../../src/ui/journey-events.js';

/** What a deletion came to: nothing was found any more, something was, or nobody can say. */
type DeletionOutcome = 'all' | 'left' | 'unsure';

const outcomeOf = ({ things, unread }: KeptHere): DeletionOutcome =>
  things.length > 0 ? 'left' : unread === 'none' ? 'all' : 'unsure';

/**
 * Tells a citizen where their data is and where it goes: what lies on this computer, until when, with a button that
 * deletes all of it; every host that the elements of the page turn to, and what is sent there; and apart from these
 * what the page itself asks for. Made from the page's real configuration and from what its browser noted. Of what was
 * typed it reads nothing but how much there is.
 *
 * @tag dvc-data-journey
 * @slot - Shown until the panel can be: a link to the page's words on data protection, say.
 * @csspart base - The outer box.
 * @csspart kept - What lies on this computer.
 * @csspart contacts - The hosts that elements turn to.
 * @csspart others - The hosts that the page itself asks.
 * @fires {DataDeletedEvent} dvc-data-deleted - when the person had everything on this computer deleted
 * @example
 * <dvc-data-journey catalog="/data/catalog.json" gateway="https://tiep-nhan.example.gov.vn"></dvc-data-journey>
 */
export class DataJourney extends PortalElement {
  static override styles = [base, styles];

  /** Address of a catalogue file that elements on other pages use; what this page's elements use is known. */
  @property() catalog: string | undefined;

  /** Addresses of level lists, separated by spaces. */
  @property() levels: string | undefined;

  /** Address of an index of form definitions, or of the definitions with `{code}`. */
  @property() forms: string | undefined;

  /** Address of the receiving system. */
  @property() gateway: string | undefined;

  /** Address where an application starts. */
  @property({ attribute: 'apply-url' }) applyUrl: string | undefined;

  /** Address of the page that follows a dossier. */
  @property({ attribute: 'track-url' }) trackUrl: string | undefined;

  /** Where applications go: `hand-off`, a `gateway`, or nowhere (`practice`); without it the portal's. */
  @property() destination: PortalSettings['destination'];

  /** Whose computer it is: `own`, or one that others use too (`shared`); without it the portal's. */
  @property() device: PortalSettings['device'];

  /** Level of the element's own heading in the page's outline, 2 to 5. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** Where things are kept; for tests and stories. */
  @property({ attribute: false }) home: KeptHome = keptHere;

  @state() private kept: KeptHere | undefined;
  @state() private stage: 'looking' | 'looked' | 'asking' | 'deleting' | DeletionOutcome | undefined;

  protected readonly i18n = new LocalizeController(this, journey);
  readonly #requests = new PageRequests(this);
  /** Another of these on the page may be what deletes. */
  protected readonly deletion = new DataDeletionController(this, ({ over }) => void over.then(this.#look));

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('online', this.#changed);
    window.addEventListener('offline', this.#changed);
    document.addEventListener('visibilitychange', this.#look);
    this.#look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('online', this.#changed);
    window.removeEventListener('offline', this.#changed);
    document.removeEventListener('visibilitychange', this.#look);
  }

  readonly #changed = (): void => this.requestUpdate();

  /** What other tabs and elements have put away or dropped is seen by whoever comes back to this one. */
  readonly #look = (): void => void this.#lookOver();

  async #lookOver(): Promise<void> {
    const outcome = outcomeOf(await this.#read());
    const { stage } = this;
    // What was said of a deletion stays, and may be read once more, for as long as it is true.
    if ((stage !== 'all' && stage !== 'left' && stage !== 'unsure') || stage === outcome) return;
    const wasRead = this.shadowRoot?.activeElement?.matches('.result');
    this.stage = undefined;
    if (wasRead) await this.#focus('.again');
  }

  #lookAgain(): void {
    this.stage = 'looking';
    void this.#read().then(() => {
      if (this.stage === 'looking') this.stage = 'looked';
    });
  }

  async #read(): Promise<KeptHere> {
    const kept = await this.home.read();
    this.kept = kept;
    return kept;
  }

  async #ask(asks: boolean): Promise<void> {
    this.stage = asks ? 'asking' : undefined;
    // What is asked about is what there is now.
    if (asks) await this.#read();
    await this.#focus(asks ? '.ask' : '.delete');
  }

  async #delete(): Promise<void> {
    this.stage = 'deleting';
    await this.home.clear();
    this.stage = outcomeOf(await this.#read());
    this.dispatchEvent(new DataDeletedEvent(this.stage === 'all'));
    await this.#focus('.result');
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #renderAsk({ things }: KeptHere): TemplateResult {
    const waiting = things.find(({ kind }) => kind === 'waiting');
    const hasCopies = things.some((thing) => !isOwn(thing));
    return html`<div class="ask" role="group" aria-labelledby="sure" tabindex="-1">
      <p class="sure" id="sure">${this.i18n.t('delete.sure')}</p>
      ${things.some(({ kind }) => kind === 'shared') ? html`<p>${this.i18n.t('delete.shared')}</p>` : nothing}
      ${waiting ? html`<p>${this.i18n.t('delete.waiting', { count: waiting.count })}</p>` : nothing}
      ${things.some(isOwn) ? html`<p>${this.i18n.t('delete.office')}</p>` : nothing}
      ${hasCopies && !navigator.onLine ? html`<p>${this.i18n.t('delete.offline')}</p>` : nothing}
      <div class="actions">
        <button type="button" class="button danger" @click=${() => this.#delete()}>
          ${this.i18n.t('delete.yes')}
        </button>
        <button type="button" class="button" @click=${() => this.#ask(false)}>
          ${this.i18n.t('delete.no')}
        </button>
      </div>
    </div>`;
  }

  #renderOutcome(): unknown {
    const { stage } = this;
    if (stage !== 'all' && stage !== 'left' && stage !== 'unsure') return nothing;
    return html`<p class="result ${stage === 'all' ? '' : 'failed'}" tabindex="-1">
      ${this.i18n.t(`deleted.${stage}`)}
    </p>`;
  }

  #renderDeletion(kept: KeptHere): unknown {
    if (this.stage === 'asking') return this.#renderAsk(kept);
    const hasSomething = kept.things.length > 0 || kept.unread === 'some';
    return html`<div class="actions no-print">
      ${
        hasSomething
          ? html`<button
              type="button"
              class="button danger delete"
              ?disabled=${this.stage === 'deleting'}
              @click=${() => this.#ask(true)}
            >
              ${this.i18n.t(this.stage === 'deleting' ? 'delete.doing' : 'delete')}
            </button>`
          : nothing
      }
      <button type="button" class="button again" @click=${this.#lookAgain}>
        ${this.i18n.t('here.again')}
      </button>
    </div>`;
  }

  #renderHere(): TemplateResult {
    const { kept, stage } = this;
    const looking = stage === 'looking' ? this.i18n.t('here.loading') : '';
    const said = stage === 'looked' ? this.i18n.t('here.looked') : looking;
    const isShared = (this.device ?? this.settings.device) === 'shared';
    return html`<section>
      ${renderHeading(this.headingLevel + 1, this.i18n.t('here'), 'part-title')}
      <p class="quiet">${this.i18n.t('here.scope', { host: location.host })}</p>
      ${isShared ? html`<p class="note">${this.i18n.t('here.shared')}</p>` : nothing}
      ${
        kept
          ? html`${this.#renderOutcome()} ${renderKept(this.i18n, kept)} ${this.#renderDeletion(kept)}
              <p class="quiet" role="status">${said}</p>`
          : html`<p class="looking" role="status">${this.i18n.t('here.loading')}</p>`
      }
    </section>`;
  }

  protected override renderContent(): TemplateResult {
    const contacts = contactsOf(this.settings, this.#requests.counts);
    const isPractice = (this.destination ?? this.settings.destination) === 'practice';
    return html`${renderHeading(this.headingLevel, this.i18n.t('title'), 'title')}
      <p class="intro">${this.i18n.t('intro')}</p>
      ${navigator.onLine ? nothing : html`<p class="note" role="status">${this.i18n.t('offline')}</p>`}
      ${this.#renderHere()}
      <section>
        ${renderHeading(this.headingLevel + 1, this.i18n.t('contacts'), 'part-title')}
        ${isPractice ? html`<p class="note">${this.i18n.t('practice')}</p>` : nothing}
        ${renderContacts(this.i18n, contacts)}
      </section>
      <section>
        ${renderHeading(this.headingLevel + 1, this.i18n.t('others'), 'part-title')}
        ${renderOthers(this.i18n, contacts, this.#requests.lost)}
      </section>`;
  }
}
