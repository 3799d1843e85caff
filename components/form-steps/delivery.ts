import { html, type TemplateResult } from 'lit';
import type { KnownPerson } from '../../src/forms/applicant.js';
import {
  DELIVERY,
  DELIVERY_KINDS,
  deliveryParts,
  type DeliveryDraft,
} from '../../src/forms/delivery-draft.js';
import { DELIVERY_WAYS } from '../../src/forms/submission.js';
import { copyIcon } from '../../src/ui/form-icons.js';
import { renderChoice, renderTyped, type Control } from './controls.js';
import type { FieldsView } from './fields-view.js';
import { besideLabel } from './labels.js';

/** How the result is to reach the person, and what that way needs to know. */
export function renderDelivery(
  view: FieldsView,
  delivery: DeliveryDraft,
  persons: readonly KnownPerson[],
): TemplateResult {
  const { i18n } = view;
  const parts = deliveryParts(delivery.way);
  const control = (part: keyof DeliveryDraft, kind: Control['kind']): Control => ({
    view,
    place: { field: DELIVERY, part },
    label: besideLabel(i18n, DELIVERY, part),
    hint: part === 'number' ? i18n.t('hint.number') : undefined,
    required: true,
    value: delivery[part],
    kind,
  });
  return html`${renderChoice(
    control('way', 'choice'),
    DELIVERY_WAYS.map((way) => [way, i18n.t(`delivery.${way}`)]),
  )}
  ${(parts.length === 0 || parts.some((part) => delivery[part] !== '') ? [] : persons).map(
    (person) =>
      html`<button
        type="button"
        class="quiet"
        @click=${() =>
          view.onAnswer({ field: DELIVERY }, Object.fromEntries(parts.map((part) => [part, person[part]])))}
      >
        ${copyIcon()}${i18n.t('reuse', { label: i18n.text(person.label) })}
      </button>`,
  )}
  ${parts.map((part) => renderTyped(control(part, DELIVERY_KINDS[part])))}`;
}
