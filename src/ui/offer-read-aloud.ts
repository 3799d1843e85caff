import type { Language } from '../i18n/language.js';
import type { MessageKey } from '../i18n/namespace.js';
import type { readAloud } from '../i18n/namespaces/read-aloud.js';
import { mayRead } from '../shared/voice.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** An element that is read. */
export type ReadHost = ReactiveControllerHost & HTMLElement;

/** Words of an element, to which those of the buttons are added. */
export interface ReadWords {
  readonly language: Language;
  use(namespace: typeof readAloud): Promise<void>;
  t(key: MessageKey<typeof readAloud>): string;
}

const offered = new WeakSet<ReadHost>();

/**
 * Offers to read an element aloud where this device has a voice for its language; elsewhere nothing more is loaded, and
 * nothing shown. Whoever calls it comes late anyway, and so do the voices of most browsers. The second call for an
 * element does nothing.
 * @param load fetches what reads
 */
export function offerReadAloud(
  host: ReadHost,
  i18n: ReadWords,
  load: () => Promise<{ readonly readAloud: (host: ReadHost, i18n: ReadWords) => ReactiveController }>,
): void {
  if (!('speechSynthesis' in window) || offered.has(host)) return;
  offered.add(host);
  let isWanted = true;
  const look = (): void => {
    if (!isWanted || !speechSynthesis.getVoices().some((voice) => mayRead(voice, i18n.language))) return;
    isWanted = false;
    load().then(
      (late) => late.readAloud(host, i18n),
      // Without a network it is tried again when something changes.
      () => (isWanted = true),
    );
  };
  host.addController({
    hostConnected: () => speechSynthesis.addEventListener('voiceschanged', look),
    hostDisconnected: () => speechSynthesis.removeEventListener('voiceschanged', look),
    hostUpdated: look,
  });
  look();
}
