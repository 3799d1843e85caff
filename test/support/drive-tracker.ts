import type { StatusTracker } from '../../components/status-tracker/status-tracker.js';
import { GATEWAY } from './receiving-system.js';
import { until } from './fake-timers.js';
import type { TrackedSystem } from './tracked.js';

/* A tracker as a person uses it. */

export const rootOf = (element: StatusTracker): ShadowRoot => element.shadowRoot!;
export const textIn = (element: StatusTracker, selector = '.root'): string =>
  [...rootOf(element).querySelectorAll(selector)]
    .map(({ textContent }) => textContent.replace(/\s+/gu, ' ').trim())
    .join(' | ');

/** Makes a tracker that asks this system. */
export function aTracker(system: TrackedSystem, settings: Partial<StatusTracker> = {}): StatusTracker {
  const element = document.createElement('dvc-status-tracker');
  Object.assign(element, { gateway: GATEWAY, network: system.network, clock: system.clock, ...settings });
  return element;
}

export function typeInto(element: StatusTracker, id: string, text: string): void {
  const box = rootOf(element).querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${id}`);
  if (!box) throw new Error(`no #${id} in: ${textIn(element)}`);
  box.focus();
  box.value = text;
  box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

export function buttonOf(element: StatusTracker, name: string | RegExp): HTMLElement {
  const found = [...rootOf(element).querySelectorAll<HTMLElement>('button, summary, label')].find((one) => {
    const text = (one.getAttribute('aria-label') ?? one.textContent).replace(/\s+/gu, ' ').trim();
    return typeof name === 'string' ? text === name : name.test(text);
  });
  if (!found) throw new Error(`nothing to press is called ${String(name)} in: ${textIn(element)}`);
  return found;
}

function isThere(find: () => unknown): boolean {
  try {
    find();
    return true;
  } catch {
    return false;
  }
}

/** Presses what is called so, as soon as it is there: some things to press come after the words around them. */
export async function pressOn(element: StatusTracker, name: string | RegExp): Promise<void> {
  const find = () => buttonOf(element, name);
  await until(() => isThere(find)).catch(find);
  find().click();
  await element.updateComplete;
}

/** Waits until the words stand somewhere in it. */
export const says = (element: StatusTracker, words: string | RegExp): Promise<void> =>
  until(
    () => {
      const text = textIn(element);
      return typeof words === 'string' ? text.includes(words) : words.test(text);
    },
    `“${String(words)}” in: ${textIn(element)}`,
  );

/** Asks for the dossier of a system, by the receipt’s secret where nothing else is said; waits for all of the answer. */
export async function askFor(
  element: StatusTracker,
  { receipt }: TrackedSystem,
  factor: string = receipt.secret,
): Promise<void> {
  await until(() => rootOf(element).querySelector('#code') !== null, 'the form');
  typeInto(element, 'code', receipt.dossier);
  typeInto(element, 'factor', factor);
  await pressOn(element, /^(?:Xem hồ sơ|Show my dossier)$/u);
  await until(() => rootOf(element).querySelector('.busy') === null, 'an answer');
  const isFound = () => rootOf(element).querySelector('.head') !== null;
  await until(() => !isFound() || rootOf(element).querySelector('[part="more"]') !== null, 'the rest');
}
