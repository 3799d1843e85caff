import { html, type TemplateResult } from 'lit';
import type { KnownPerson } from '../forms/applicant.js';
import { DELIVERY, DELIVERY_KINDS, deliveryParts, type DeliveryDraft } from '../forms/delivery-draft.js';
import { DELIVERY_WAYS } from '../forms/submission.js';
import { renderChoice, renderOffer, renderTyped, type Control, type ControlView } from './controls.js';
import type { FieldWords } from './field-words.js';

/** What is asked about a delivery, in words. */
export const deliveryLabel = (i18n: FieldWords, part: string): string =>
  i18n.t(part === 'way' ? 'delivery.how' : `delivery.${part as 'name'}`);

/** How the result is to reach the person, and what that way needs to know. */
export function renderDelivery(
  view: ControlView,
  delivery: DeliveryDraft,
  persons: readonly KnownPerson[],
): TemplateResult {
  const { i18n } = view;
  const parts = deliveryParts(delivery.way);
  const control = (part: keyof DeliveryDraft, kind: Control['kind']): Control => ({
    view,
    place: { field: DELIVERY, part },
    label: deliveryLabel(i18n, part),
    hint: part === 'number' ? i18n.t('hint.number') : undefined,
    required: true,
    value: delivery[part],
    kind,
  });
  return html`${renderChoice(
    control('way', 'choice'),
    DELIVERY_WAYS.map((way) => [way, i18n.t(`delivery.${way}`)]),
  )}
  ${(parts.length === 0 || parts.some((part) => delivery[part] !== '') ? [] : persons).map((person) =>
    renderOffer(
      view,
      i18n.text(person.label),
      { field: DELIVERY },
      Object.fromEntries(parts.map((part) => [part, person[part]])),
      { field: DELIVERY, part: parts[0] as string },
    ),
  )}
  ${parts.map((part) => renderTyped(control(part, DELIVERY_KINDS[part])))}`;
}
