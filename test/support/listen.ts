import { until } from './fake-timers.js';
import type { StandInSpeech } from './voices.js';

/* How a person has an element read: by the names of its buttons, wherever they stand in it. */

const buttonsIn = (element: Element): HTMLButtonElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLButtonElement>('[role="group"].controls button') ?? []),
];

/** Names of the buttons that can be seen. */
export const aloudButtons = (element: Element): string[] =>
  buttonsIn(element)
    .filter((button) => button.checkVisibility({ visibilityProperty: true }))
    .map(({ textContent }) => textContent.trim());

/** Presses one, once it is there. */
export async function pressAloud(element: Element, name: string): Promise<void> {
  await until(() => aloudButtons(element).includes(name), `“${name}”`);
  const button = buttonsIn(element).find(({ textContent }) => textContent.trim() === name);
  button?.focus();
  // Firefox goes to what has the focus with the next frame, and would count as somebody who scrolls.
  for (let frames = 0; frames < 2; frames += 1) await new Promise((go) => requestAnimationFrame(go));
  button?.click();
}

/** Text that is marked as being read. */
export const markedText = (): string =>
  [...(CSS.highlights.get('dvc-aloud') ?? [])]
    .map((range) => (range as Range).toString().replace(/\s+/gu, ' '))
    .join();

/** Everything that it reads, from the first press to the end. */
export async function heard(element: Element, speech: StandInSpeech, name = 'Đọc to'): Promise<string[]> {
  const before = speech.spoken.length;
  await pressAloud(element, name);
  await speech.finishAll();
  return speech.spoken.slice(before).map(({ text }) => text);
}
