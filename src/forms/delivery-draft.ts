import { DELIVERY_WAYS, type Delivery } from './submission.js';

/** What a person fills in about how the result reaches them. */
export interface DeliveryDraft {
  readonly way: string;
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly number: string;
}

export const NO_DELIVERY: DeliveryDraft = { way: '', name: '', phone: '', address: '', number: '' };

/** What each way needs to know. */
export const DELIVERY_PARTS: Readonly<Record<string, readonly (keyof DeliveryDraft)[]>> = {
  post: ['name', 'phone', 'address'],
  'other-person': ['name', 'number'],
};

/** Parts of a delivery that are still to be filled in; `way` where nothing was chosen. */
export function deliveryGaps(delivery: DeliveryDraft): (keyof DeliveryDraft)[] {
  if (!(DELIVERY_WAYS as readonly string[]).includes(delivery.way)) return ['way'];
  return (DELIVERY_PARTS[delivery.way] ?? []).filter((part) => delivery[part].trim() === '');
}

/** The delivery as it is sent; undefined while something is missing. */
export function finishedDelivery(delivery: DeliveryDraft): Delivery | undefined {
  const { way, name, phone, address, number } = delivery;
  if (deliveryGaps(delivery).length > 0) return undefined;
  if (way === 'post') return { way, name, phone, address };
  if (way === 'other-person') return { way, name, number };
  return way === 'online' || way === 'desk' ? { way } : undefined;
}
