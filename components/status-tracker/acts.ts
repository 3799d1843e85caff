import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import {
  checkDelivery,
  finishedDelivery,
  NO_DELIVERY,
  type DeliveryDraft,
} from '../../src/forms/delivery-draft.js';
import { dayInVietnam } from '../../src/shared/clock.js';
import { newId } from '../../src/shared/new-id.js';
import { renderDelivery } from '../../src/ui/delivery-fields.js';
import { warningIcon } from '../../src/ui/form-icons.js';
import { renderHeading } from '../../src/ui/heading.js';
import { infoIcon } from '../../src/ui/icons.js';
import type { OpenAct } from '../../src/ui/open-acts.js';
import { ActSender } from './act-sender.js';
import { firstWrong } from './asked-fields.js';
import type { TrackerHost } from './late-host.js';

const STARS = [5, 4, 3, 2, 1] as const;

const OWN_ACTS = ['deliver', 'withdraw', 'rate'] as const;
type OwnAct = (typeof OWN_ACTS)[number];

/** What a person may want of a dossier by themselves: another delivery, to withdraw it, to rate the service. */
export class ActsPart {
  #delivery: DeliveryDraft = NO_DELIVERY;
  #hasTried = false;
  #stars: (typeof STARS)[number] | undefined;
  /** Of each act what is written for it: a reason for one is no comment on another. */
  readonly #notes = new Map<OwnAct, string>();
  readonly #senders: Record<OwnAct, ActSender>;
  #shown: OwnAct | undefined;
  #wasGone = false;
  /** It is being asked whether a withdrawal arrived that nobody wants any more. */
  #isLooking = false;
  /** That could not be asked. */
  #isUnasked = false;

  constructor(private readonly host: TrackerHost) {
    this.#senders = {
      deliver: new ActSender(host, 'deliver'),
      withdraw: new ActSender(host, 'withdraw'),
      rate: new ActSender(host, 'rate'),
    };
  }

  /** Goes on with what was sent before a reload. */
  async resume(open: OpenAct): Promise<void> {
    const own = OWN_ACTS.find((one) => one === open.act.kind);
    if (own) await this.#senders[own].resume(open);
  }

  /** Nothing goes on by itself any more. */
  close(): void {
    for (const sender of Object.values(this.#senders)) sender.close();
  }

  render(): unknown {
    this.#settle();
    const { panel } = this.host.view();
    const act = OWN_ACTS.find((one) => one === panel);
    // Whoever opens again what was done wants to do it once more, where the office takes it once more.
    if (act && act !== this.#shown && this.#senders[act].state.kind === 'done') this.#begin(act);
    this.#shown = act;
    if (act && this.#isGone(act)) return this.#renderGone(act);
    this.#wasGone = false;
    switch (act) {
      case 'deliver':
        return this.#panel(act, () => this.#renderDeliver());
      case 'withdraw':
        return this.#panel(act, () => this.#renderWithdraw());
      case 'rate':
        return this.#panel(act, () => this.#renderRate());
      default:
        return nothing;
    }
  }

  /** The office has gone on, and takes it no more; nothing of it is under way. */
  #isGone(act: OwnAct): boolean {
    const { told } = this.host.tracking;
    const { kind } = this.#senders[act].state;
    return told?.level === 1 && !told.acts.includes(act) && (kind === 'idle' || kind === 'refused');
  }

  #renderGone(act: OwnAct): TemplateResult {
    const { host } = this;
    const { i18n } = host;
    const { activeElement: held } = host.root() as ShadowRoot;
    // What somebody was at goes.
    if (!this.#wasGone && held?.closest('#panel')) void host.focus('#panel');
    this.#wasGone = true;
    return html`<section class="panel" id="panel" tabindex="-1">
      ${renderHeading(host.view().headingLevel + 1, i18n.t(act), 'part-title')}
      <p class="note" role="status">${infoIcon()}<span>${i18n.t(`gone.${act}`)}</span></p>
      <p class="actions">
        <button type="button" class="button" @click=${() => this.#close()}>${i18n.t('close')}</button>
      </p>
    </section>`;
  }

  /** Nothing of what was done is in the next. */
  #begin(act: OwnAct): void {
    this.#senders[act] = new ActSender(this.host, act);
    this.#notes.delete(act);
    if (act === 'rate') this.#stars = undefined;
    if (act !== 'deliver') return;
    this.#delivery = NO_DELIVERY;
    this.#hasTried = false;
  }

  #panel(act: OwnAct, form: () => unknown): TemplateResult {
    const { i18n } = this.host;
    const sender = this.#senders[act];
    const isBegun = sender.isResumed || sender.state.kind === 'done';
    const isDoubted = act === 'withdraw' && sender.isResumed && !sender.isBusy && !sender.isUnderWay;
    return html`<section class="panel" id="panel" tabindex="-1">
      ${renderHeading(this.host.view().headingLevel + 1, i18n.t(act), 'part-title')}
      ${isBegun ? nothing : html`<fieldset class="sent" ?disabled=${sender.isLocked}>${form()}</fieldset>`}
      ${act === 'withdraw' && !isBegun ? this.#renderSure() : nothing}
      ${isDoubted ? this.#renderResumed() : sender.render(act === 'withdraw' && this.#isLooking)}
      ${this.#renderUnasked()}
    </section>`;
  }

  #renderDeliver(): TemplateResult {
    const { i18n, tracking } = this.host;
    const { told } = tracking;
    const way = told?.level === 1 ? told.delivery : undefined;
    const today = dayInVietnam(this.host.now());
    const send = () => {
      this.#hasTried = true;
      this.host.requestUpdate();
      const delivery = finishedDelivery(this.#delivery, today);
      if (delivery) return void this.#senders.deliver.send({ kind: 'deliver', id: newId(), delivery });
      const first = firstWrong(checkDelivery(this.#delivery, today));
      if (first !== undefined) void this.host.focus(first);
    };
    return html`${way ? html`<p>${i18n.t('deliver.now', { way: i18n.t(`delivery.${way}`) })}</p>` : nothing}
    ${renderDelivery(
      {
        i18n,
        errors: this.#hasTried ? checkDelivery(this.#delivery, today).errors : [],
        warnings: [],
        onAnswer: ({ part = '' }, value) => {
          this.#delivery = { ...this.#delivery, [part]: value };
          this.host.requestUpdate();
        },
        onLeave: () => undefined,
      },
      this.#delivery,
      [],
    )}
    ${this.#button(i18n.t('deliver.send'), 'primary', this.#senders.deliver, send)}`;
  }

  #renderWithdraw(): TemplateResult {
    const { i18n } = this.host;
    return html`<p><b>${i18n.t('withdraw.sure')}</b></p>
      <p>${i18n.t('withdraw.why')}</p>
      ${this.#renderNote('withdraw')}`;
  }

  /** Whoever does not want it any more can say so at any time but while it is on its way. */
  #renderSure(): TemplateResult {
    const { i18n } = this.host;
    const sender = this.#senders.withdraw;
    const send = () => {
      const note = this.#noteOf('withdraw').trim();
      this.#isUnasked = false;
      void sender.send({ kind: 'withdraw', id: newId(), ...(note && { note }) });
    };
    return html`<p class="actions">
      ${this.#renderKeep()}
      <button type="button" class="button danger" ?disabled=${sender.isLocked} @click=${send}>
        ${i18n.t('withdraw.yes')}
      </button>
    </p>`;
  }

  /** A withdrawal of an earlier visit: whether it arrived is not known, and a press would see to it that it does. */
  #renderResumed(): TemplateResult {
    const { i18n } = this.host;
    const sender = this.#senders.withdraw;
    const retry = () => {
      this.#isUnasked = false;
      sender.retry();
    };
    return sender.renderUnknown(
      i18n.t('withdraw.unknown'),
      html`${this.#renderKeep()}
        <button type="button" class="button danger" ?disabled=${this.#isLooking} @click=${retry}>
          ${i18n.t('withdraw.yes')}
        </button>`,
    );
  }

  #renderKeep(): TemplateResult {
    const isBusy = this.#isLooking || this.#senders.withdraw.isBusy;
    return html`<button
      type="button"
      class="button"
      aria-disabled=${isBusy ? 'true' : nothing}
      @click=${() => void this.#keep()}
    >
      ${this.host.i18n.t('withdraw.no')}
    </button>`;
  }

  #renderUnasked(): unknown {
    const { i18n } = this.host;
    if (this.#shown !== 'withdraw' || !this.#senders.withdraw.openAct) return nothing;
    if (this.#isLooking) return html`<p class="busy" role="status">${i18n.t('withdraw.looking')}</p>`;
    return this.#isUnasked
      ? html`<p class="error" role="alert">${warningIcon()}<span>${i18n.t('withdraw.unasked')}</span></p>`
      : nothing;
  }

  /** Nobody wants to withdraw it: what may be on its way is only let go of once the office says that it did not come. */
  async #keep(): Promise<void> {
    const { host } = this;
    const { tracking } = host;
    const sender = this.#senders.withdraw;
    if (this.#isLooking || sender.isBusy) return;
    const act = sender.openAct;
    if (act) {
      this.#isLooking = true;
      host.requestUpdate();
      const { knock } = tracking;
      // One that is under way may have begun before, and show what was.
      if (tracking.isAsking) await tracking.look();
      await tracking.look();
      this.#isLooking = false;
      if (tracking.knock !== knock) return;
      host.requestUpdate();
      // It was sent once more, or its answer has come.
      if (sender.openAct !== act) return;
      this.#isUnasked = tracking.isOld || tracking.trouble !== undefined;
      const hasCome = this.#settle();
      if (this.#isUnasked) return;
      if (hasCome) return host.focus('#panel');
      await tracking.forgetAct(act.id);
      sender.stop();
      host.announce(host.i18n.t('withdraw.dropped'));
    }
    this.#close();
  }

  /** A look may know what no answer to a withdrawal told: that it came. */
  #settle(): boolean {
    const { told } = this.host.tracking;
    const { withdraw } = this.#senders;
    const act = withdraw.openAct;
    const row = told?.level === 1 ? told.history.find((one) => one.act === 'withdraw') : undefined;
    if (!act || !row) return false;
    withdraw.wasDone(new Date(row.at));
    void this.host.tracking.forgetAct(act.id);
    return true;
  }

  /** Closes what is open, and brings whoever closed it to what opened it. */
  #close(): void {
    const { host } = this;
    const opener = host.root().querySelector<HTMLElement>('[part="more"] [aria-expanded="true"]');
    host.view().onPanel(undefined);
    if (opener) opener.focus();
    else void host.focus('.stage');
  }

  #renderRate(): TemplateResult {
    const { i18n } = this.host;
    const send = () => {
      const note = this.#noteOf('rate').trim();
      const stars = this.#stars;
      if (stars) void this.#senders.rate.send({ kind: 'rate', id: newId(), stars, ...(note && { note }) });
    };
    return html`<fieldset class="field">
        <legend>${i18n.t('rate.stars')}</legend>
        ${STARS.map(
          (stars) =>
            html`<label class="choice"
              ><input
                type="radio"
                name="stars"
                .checked=${live(this.#stars === stars)}
                @change=${() => {
                  this.#stars = stars;
                  this.host.requestUpdate();
                }}
              />${i18n.t(`rate.${String(stars) as '5'}`)}</label
            >`,
        )}
      </fieldset>
      ${this.#renderNote('rate')}
      ${this.#button(i18n.t('rate.send'), 'primary', this.#senders.rate, send, this.#stars === undefined)}`;
  }

  #noteOf(act: OwnAct): string {
    return this.#notes.get(act) ?? '';
  }

  #renderNote(act: 'withdraw' | 'rate'): TemplateResult {
    return html`<div class="field">
      <label for="act-note">${this.host.i18n.t(act === 'withdraw' ? 'withdraw.note' : 'rate.note')}</label>
      <textarea
        id="act-note"
        rows="2"
        maxlength="2000"
        .value=${live(this.#noteOf(act))}
        @input=${(event: Event) => this.#notes.set(act, (event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </div>`;
  }

  #button(
    words: string,
    look: string,
    sender: ActSender,
    onPress: () => void,
    isOff = false,
  ): TemplateResult {
    return html`<p class="actions">
      <button type="button" class="button ${look}" ?disabled=${isOff || sender.isLocked} @click=${onPress}>
        ${words}
      </button>
    </p>`;
  }
}
