import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { DELIVERY_WAYS } from '../forms/submission.js';
import { DELIVERY_PARTS, type DeliveryDraft } from '../forms/delivery-draft.js';
import { warningIcon } from './form-icons.js';
import type { form } from '../i18n/namespaces/form.js';
import type { LocalizeController } from './localize-controller.js';

type Words = Pick<LocalizeController<readonly [typeof form]>, 't'>;

/** How the result is to reach the person, and what that way needs to know. */
export function renderDelivery(
  i18n: Words,
  delivery: DeliveryDraft,
  gaps: readonly string[],
  onChange: (part: keyof DeliveryDraft, value: string) => void,
): TemplateResult {
  const error = (part: string, label: string) =>
    gaps.includes(part)
      ? html`<span class="error" id="d-${part}-error"
          >${warningIcon()}<span
            ><b>${i18n.t('error')}:</b> ${i18n.t('problem.required', { label })}</span
          ></span
        >`
      : nothing;
  const question = i18n.t('delivery.how');
  return html`<fieldset class="field" aria-describedby=${gaps.includes('way') ? 'd-way-error' : nothing}>
      <legend>${question}</legend>
      ${error('way', question)}
      ${DELIVERY_WAYS.map(
        (way, at) =>
          html`<label class="choice"
            ><input
              type="radio"
              name="delivery"
              id=${at === 0 ? 'd-way' : nothing}
              .checked=${live(delivery.way === way)}
              @change=${() => onChange('way', way)}
            />${i18n.t(`delivery.${way}`)}</label
          >`,
      )}
    </fieldset>
    ${(DELIVERY_PARTS[delivery.way] ?? []).map((part) => {
      const label = i18n.t(`delivery.${part as 'name'}`);
      return html`<div class="field">
        <label for="d-${part}">${label}</label>
        ${error(part, label)}
        <input
          id="d-${part}"
          type="text"
          autocomplete="off"
          spellcheck="false"
          aria-required="true"
          aria-invalid=${String(gaps.includes(part))}
          aria-describedby=${gaps.includes(part) ? `d-${part}-error` : nothing}
          .value=${live(delivery[part])}
          @input=${(event: Event) => onChange(part, (event.target as HTMLInputElement).value)}
        />
      </div>`;
    })}`;
}
