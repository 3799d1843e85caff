import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import {
  checkDelivery,
  deliveryParts,
  finishedDelivery,
  NO_DELIVERY,
  type DeliveryDraft,
} from '../../src/forms/delivery-draft.js';
import type { ApplicantAct, TrackedRow } from '../../src/gateway/tracking-contract.js';
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
/** What may be wanted no more before it is known whether it arrived. */
type Unwanted = 'deliver' | 'withdraw';

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
  /** It is being asked whether something arrived that nobody wants any more. */
  #isLooking = false;
  /** That could not be asked. */
  #isUnasked = false;
  /** Let go of, and not sure never to arrive. */
  #unseen: Unwanted | 'unsure' | undefined;

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
    const goesOn =
      own === 'rate' ||
      (own === 'deliver' && !this.host.tracking.isOld && !this.#isPassed(open.act, open.seen));
    // A withdrawal cannot be taken back.
    if (own) await this.#senders[own].resume(open, goesOn);
  }

  /** Acts that were sent, and of which nobody knows what they came to. */
  get unheard(): readonly OwnAct[] {
    return OWN_ACTS.filter((one) => this.#senders[one].openAct);
  }

  /** Ways that were noted since so many rows were known. */
  #notedSince(seen: number): readonly TrackedRow[] {
    const { told } = this.host.tracking;
    return told?.level === 1 ? told.history.slice(seen).filter(({ act }) => act === 'deliver') : [];
  }

  /**
   * Whether another way was noted since one was sent: that one is not wanted any more by itself. A row without an id may
   * be of that one: where the same way stands there, the same again changes nothing and tells.
   */
  #isPassed(act: ApplicantAct, seen = 0): boolean {
    const { told } = this.host.tracking;
    const noted = this.#notedSince(seen);
    if (noted.length === 0) return false;
    if (act.kind !== 'deliver' || noted.every(({ id }) => id !== undefined)) return true;
    const { way } = act.delivery;
    return !(told?.level === 1 && told.delivery === way && deliveryParts(way).length === 0);
  }

  /** Nothing goes on by itself any more. */
  close(): void {
    for (const sender of Object.values(this.#senders)) sender.close();
  }

  render(): unknown {
    for (const sender of Object.values(this.#senders)) sender.settle();
    const { panel } = this.host.view();
    const act = OWN_ACTS.find((one) => one === panel);
    // Whoever opens again what was done wants to do it once more, where the office takes it once more.
    if (act && act !== this.#shown && this.#senders[act].state.kind === 'done') this.#begin(act);
    if (act) this.#unseen = undefined;
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
        return this.#unseen
          ? html`<p class="note">${infoIcon()}<span>${this.host.i18n.t(`unseen.${this.#unseen}`)}</span></p>`
          : nothing;
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
    const doubted = this.#doubted(act);
    return html`<section class="panel" id="panel" tabindex="-1">
      ${renderHeading(this.host.view().headingLevel + 1, i18n.t(act), 'part-title')}
      ${isBegun ? nothing : html`<fieldset class="sent" ?disabled=${sender.isLocked}>${form()}</fieldset>`}
      ${act === 'withdraw' && !isBegun ? this.#renderSure() : nothing}
      ${
        doubted
          ? this.#renderDoubted(doubted)
          : sender.render(this.#isLooking, act === 'deliver' ? this.#retryDelivery : sender.retry)
      }
      ${act === 'rate' ? nothing : this.#renderUnasked(act)}
    </section>`;
  }

  /** What may not be wanted any more, of which it is not known whether it arrived. */
  #doubted(act: OwnAct): Unwanted | undefined {
    const { openAct, isUnderWay, isResumed, seen } = this.#senders[act];
    if (!openAct || isUnderWay) return undefined;
    if (act === 'withdraw') return isResumed ? act : undefined;
    return act === 'deliver' && this.#isPassed(openAct, seen) ? act : undefined;
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
    ${deliveryParts(this.#delivery.way).length > 0 ? html`<p class="hint">${i18n.t('deliver.unkept')}</p>` : nothing}
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
      ${this.#renderKeep('withdraw')}
      <button type="button" class="button danger" ?disabled=${sender.isLocked} @click=${send}>
        ${i18n.t('yes.withdraw')}
      </button>
    </p>`;
  }

  /**
   * What may not be wanted any more: whether it arrived is not known, and a press would see to it that it does. A
   * withdrawal of an earlier visit, or a way after which another was noted.
   */
  #renderDoubted(act: Unwanted): TemplateResult {
    const { i18n } = this.host;
    const sender = this.#senders[act];
    const retry = () => {
      this.#isUnasked = false;
      sender.retry();
    };
    return sender.renderUnknown(
      act === 'withdraw' ? i18n.t('withdraw.unknown') : this.#passedWords(),
      html`${this.#renderKeep(act)}
        <button
          type="button"
          class="button ${act === 'withdraw' ? 'danger' : ''}"
          ?disabled=${this.#isLooking}
          @click=${retry}
        >
          ${i18n.t(`yes.${act}`)}
        </button>`,
    );
  }

  #passedWords(): string {
    const { i18n, tracking } = this.host;
    const act = this.#senders.deliver.openAct;
    const way = act?.kind === 'deliver' ? act.delivery.way : 'desk';
    const { told } = tracking;
    const now = (told?.level === 1 ? told.delivery : undefined) ?? way;
    return i18n.t('deliver.passed', { way: i18n.t(`delivery.${way}`), now: i18n.t(`delivery.${now}`) });
  }

  #renderKeep(act: Unwanted): TemplateResult {
    const isBusy = this.#isLooking || this.#senders[act].isBusy;
    return html`<button
      type="button"
      class="button"
      aria-disabled=${isBusy ? 'true' : nothing}
      @click=${() => void this.#keep(act)}
    >
      ${this.host.i18n.t(`no.${act}`)}
    </button>`;
  }

  #renderUnasked(act: Unwanted): unknown {
    const { i18n } = this.host;
    if (!this.#senders[act].openAct) return nothing;
    if (this.#isLooking) return html`<p class="busy" role="status">${i18n.t('withdraw.looking')}</p>`;
    return this.#isUnasked
      ? html`<p class="error" role="alert">${warningIcon()}<span>${i18n.t(`unasked.${act}`)}</span></p>`
      : nothing;
  }

  /** Nobody wants it: what may be on its way is only let go of once the office says that it did not come. */
  async #keep(kind: Unwanted): Promise<void> {
    const { host } = this;
    const { tracking } = host;
    const sender = this.#senders[kind];
    if (this.#isLooking || sender.isBusy) return;
    const act = sender.openAct;
    if (act) {
      this.#isLooking = true;
      host.requestUpdate();
      const { knock } = tracking;
      const came = await this.#cancel(sender, act);
      this.#isLooking = false;
      if (tracking.knock !== knock) return;
      host.requestUpdate();
      // It was sent once more, or its answer has come.
      if (sender.openAct !== act && sender.state.kind !== 'done') return;
      this.#isUnasked = came === 'unasked';
      if (this.#isUnasked) return;
      if (sender.settle() || sender.state.kind === 'done') return host.focus('#panel');
      // It is there, under no id that is told: the same again is the same, and its answer tells what came of it.
      if (came === 'there') return sender.retry();
      await tracking.forgetAct(act.id);
      sender.stop();
      if (came !== 'dropped') this.#unseen = came === 'unsure' ? came : kind;
      host.announce(host.i18n.t(this.#unseen ? `unseen.${this.#unseen}` : `dropped.${kind}`));
    }
    this.#close();
  }

  /**
   * Looks whether an act has come, and makes sure that it never does where the system offers that: what was seen nowhere
   * may still be on its way.
   */
  async #cancel(
    sender: ActSender,
    { id, kind }: ApplicantAct,
  ): Promise<'dropped' | 'unseen' | 'unsure' | 'there' | 'unasked'> {
    const { tracking } = this.host;
    if (!(await this.#look())) return 'unasked';
    const { told } = tracking;
    if (sender.settle() || told?.level !== 1) return 'unseen';
    if (!told.cancels) {
      // Whose a row without an id is, nobody knows.
      const isUnsure =
        kind === 'deliver' && this.#notedSince(sender.seen).some((row) => row.id === undefined);
      return isUnsure ? 'unsure' : 'unseen';
    }
    const reply = await tracking.cancelAct(id);
    if (reply.kind === 'done') return 'dropped';
    const isThere = reply.kind === 'refused' && reply.code === 'already-received';
    return isThere && (await this.#look()) ? 'there' : 'unasked';
  }

  /** Whether it was told anew how it stands. */
  async #look(): Promise<boolean> {
    const { tracking } = this.host;
    // One that is under way may have begun before, and show what was.
    if (tracking.isAsking) await tracking.look();
    await tracking.look();
    return !tracking.isOld && !tracking.trouble;
  }

  /** Asks again for a way; another that was noted meanwhile is not replaced before it was seen. */
  readonly #retryDelivery = async (): Promise<void> => {
    const { host } = this;
    const { knock } = host.tracking;
    const sender = this.#senders.deliver;
    const act = sender.openAct;
    if (!act || this.#isLooking) return;
    // The system has it.
    if (sender.isUnderWay) return sender.retry();
    this.#isLooking = true;
    this.#isUnasked = false;
    host.requestUpdate();
    const isSeen = await this.#look();
    this.#isLooking = false;
    if (host.tracking.knock !== knock) return;
    host.requestUpdate();
    if (isSeen && sender.openAct === act && !this.#isPassed(act, sender.seen)) sender.retry();
    else await host.focus('#act-said');
  };

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
