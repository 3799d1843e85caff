import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import {
  checkDelivery,
  finishedDelivery,
  NO_DELIVERY,
  type DeliveryDraft,
} from '../../src/forms/delivery-draft.js';
import type { ApplicantAct } from '../../src/gateway/tracking-contract.js';
import { dayInVietnam } from '../../src/shared/clock.js';
import { newId } from '../../src/shared/new-id.js';
import { renderDelivery } from '../../src/ui/delivery-fields.js';
import { renderHeading } from '../../src/ui/heading.js';
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

  constructor(private readonly host: TrackerHost) {
    this.#senders = {
      deliver: new ActSender(host, 'deliver'),
      withdraw: new ActSender(host, 'withdraw'),
      rate: new ActSender(host, 'rate'),
    };
  }

  /** Goes on with what was sent before a reload. */
  async resume(act: ApplicantAct): Promise<void> {
    const own = OWN_ACTS.find((one) => one === act.kind);
    if (own) await this.#senders[own].resume(act);
  }

  render(): unknown {
    const { panel } = this.host.view();
    const act = OWN_ACTS.find((one) => one === panel);
    // Whoever opens again what was done wants to do it once more, where the office takes it once more.
    if (act && act !== this.#shown && this.#senders[act].state.kind === 'done') this.#begin(act);
    this.#shown = act;
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
    return html`<section class="panel" id="panel" tabindex="-1">
      ${renderHeading(this.host.view().headingLevel + 1, i18n.t(act), 'part-title')}
      ${sender.state.kind === 'done' || sender.isResumed ? nothing : form()} ${sender.render()}
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
    const send = () => {
      const note = this.#noteOf('withdraw').trim();
      void this.#senders.withdraw.send({ kind: 'withdraw', id: newId(), ...(note && { note }) });
    };
    return html`<p><b>${i18n.t('withdraw.sure')}</b></p>
      <p>${i18n.t('withdraw.why')}</p>
      ${this.#renderNote('withdraw')}
      <p class="actions">
        <button type="button" class="button" @click=${() => this.host.view().onPanel(undefined)}>
          ${i18n.t('withdraw.no')}
        </button>
        <button type="button" class="button danger" ?disabled=${this.#senders.withdraw.isOpen} @click=${send}>
          ${i18n.t('withdraw.yes')}
        </button>
      </p>`;
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
      <button type="button" class="button ${look}" ?disabled=${isOff || sender.isOpen} @click=${onPress}>
        ${words}
      </button>
    </p>`;
  }
}
