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
import type { TrackerHost } from './late-host.js';

const STARS = [5, 4, 3, 2, 1] as const;

/** What a person may want of a dossier by themselves: another delivery, to withdraw it, to rate the service. */
export class ActsPart {
  #delivery: DeliveryDraft = NO_DELIVERY;
  #hasTried = false;
  #note = '';
  #stars: (typeof STARS)[number] | undefined;
  readonly #deliver: ActSender;
  readonly #withdraw: ActSender;
  readonly #rate: ActSender;

  constructor(private readonly host: TrackerHost) {
    this.#deliver = new ActSender(host, 'deliver');
    this.#withdraw = new ActSender(host, 'withdraw');
    this.#rate = new ActSender(host, 'rate');
  }

  /** Goes on with what was sent before a reload. */
  async resume(act: ApplicantAct): Promise<void> {
    if (act.kind === 'deliver') await this.#deliver.resume(act);
    else if (act.kind === 'withdraw') await this.#withdraw.resume(act);
    else if (act.kind === 'rate') await this.#rate.resume(act);
  }

  render(): unknown {
    switch (this.host.view().panel) {
      case 'deliver':
        return this.#panel('deliver', this.#deliver, () => this.#renderDeliver());
      case 'withdraw':
        return this.#panel('withdraw', this.#withdraw, () => this.#renderWithdraw());
      case 'rate':
        return this.#panel('rate', this.#rate, () => this.#renderRate());
      default:
        return nothing;
    }
  }

  #panel(title: 'deliver' | 'withdraw' | 'rate', sender: ActSender, form: () => unknown): TemplateResult {
    const { i18n } = this.host;
    return html`<section class="panel" id="panel" tabindex="-1">
      ${renderHeading(this.host.view().headingLevel + 1, i18n.t(title), 'part-title')}
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
      if (delivery) void this.#deliver.send({ kind: 'deliver', id: newId(), delivery });
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
    ${this.#button(i18n.t('deliver.send'), 'primary', this.#deliver, send)}`;
  }

  #renderWithdraw(): TemplateResult {
    const { i18n } = this.host;
    const send = () => {
      const note = this.#note.trim();
      void this.#withdraw.send({ kind: 'withdraw', id: newId(), ...(note && { note }) });
    };
    return html`<p><b>${i18n.t('withdraw.sure')}</b></p>
      <p>${i18n.t('withdraw.why')}</p>
      ${this.#renderNote(i18n.t('withdraw.note'))}
      <p class="actions">
        <button type="button" class="button" @click=${() => this.host.view().onPanel(undefined)}>
          ${i18n.t('withdraw.no')}
        </button>
        <button type="button" class="button danger" ?disabled=${this.#withdraw.isOpen} @click=${send}>
          ${i18n.t('withdraw.yes')}
        </button>
      </p>`;
  }

  #renderRate(): TemplateResult {
    const { i18n } = this.host;
    const send = () => {
      const note = this.#note.trim();
      const stars = this.#stars;
      if (stars) void this.#rate.send({ kind: 'rate', id: newId(), stars, ...(note && { note }) });
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
      ${this.#renderNote(i18n.t('rate.note'))}
      ${this.#button(i18n.t('rate.send'), 'primary', this.#rate, send, this.#stars === undefined)}`;
  }

  #renderNote(label: string): TemplateResult {
    return html`<div class="field">
      <label for="act-note">${label}</label>
      <textarea
        id="act-note"
        rows="2"
        maxlength="2000"
        .value=${live(this.#note)}
        @input=${(event: Event) => (this.#note = (event.target as HTMLTextAreaElement).value)}
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
