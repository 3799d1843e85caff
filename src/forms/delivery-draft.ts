import { checkParts, type CheckedAnswers } from './check-answers.js';
import { DELIVERY_WAYS, type Delivery } from './submission.js';
import type { TypedKind } from './tidy-typed.js';

/** Where its parts are told of: no field of a form can have this name. As a JSON pointer it is `/delivery`. */
export const DELIVERY = '.delivery';

/** What a person fills in about how the result reaches them. */
export interface DeliveryDraft {
  readonly way: string;
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly number: string;
}
export type DeliveryPart = Exclude<keyof DeliveryDraft, 'way'>;

export const NO_DELIVERY: DeliveryDraft = { way: '', name: '', phone: '', address: '', number: '' };

/** How each part is typed. */
export const DELIVERY_KINDS: Readonly<Record<DeliveryPart, TypedKind>> = {
  name: 'name',
  phone: 'phone',
  address: 'paragraph',
  number: 'citizen-number',
};

/** What a way needs to know. */
export const deliveryParts = (way: string): readonly DeliveryPart[] =>
  way === 'post' ? ['name', 'phone', 'address'] : way === 'other-person' ? ['name', 'number'] : [];

/**
 * Checks a delivery by the rules of the same fields of a form, in the page and in a receiving system. Paths are
 * `.delivery.phone`, `.delivery.way`.
 * @param today as `yyyy-mm-dd`, the day in Việt Nam
 */
export function checkDelivery(delivery: DeliveryDraft, today: string): CheckedAnswers {
  const { way } = delivery;
  if (!(DELIVERY_WAYS as readonly string[]).includes(way))
    return { answers: {}, errors: [{ path: `${DELIVERY}.way`, code: 'required' }], warnings: [] };
  const parts = deliveryParts(way).map((part) => [part, DELIVERY_KINDS[part], delivery[part]] as const);
  const { answers, ...told } = checkParts(DELIVERY, parts, today);
  return { answers: { way, ...answers }, ...told };
}

/** The delivery as it is sent; undefined while something is missing or wrong. */
export function finishedDelivery(delivery: DeliveryDraft, today: string): Delivery | undefined {
  const { answers, errors } = checkDelivery(delivery, today);
  return errors.length > 0 ? undefined : (answers as unknown as Delivery);
}
