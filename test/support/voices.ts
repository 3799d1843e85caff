/*
 * A stand-in for the browser's voices: the engines that tests run in have none. It behaves as browsers do: voices come
 * late, one thing is said after another, everything is told later and not at once, and what is dropped is told as an error.
 */

export interface StandInVoice {
  readonly lang: string;
  readonly localService: boolean;
  readonly default: boolean;
  readonly name: string;
  readonly voiceURI: string;
}

export const aVoice = (lang: string, settings: Partial<StandInVoice> = {}): StandInVoice => ({
  lang,
  localService: true,
  default: false,
  name: `Voice for ${lang}`,
  voiceURI: `voice:${lang}`,
  ...settings,
});

class Utterance extends EventTarget {
  voice: StandInVoice | null = null;
  lang = '';
  rate = 1;

  constructor(readonly text = '') {
    super();
  }
}

const tell = (utterance: Utterance, kind: string, more: object = {}): void =>
  queueMicrotask(() => utterance.dispatchEvent(Object.assign(new Event(kind), more)));

export class StandInSpeech extends EventTarget {
  #voices: readonly StandInVoice[] = [];
  #queue: Utterance[] = [];
  paused = false;
  /** Everything that was to be said, in order. */
  readonly spoken: { readonly text: string; readonly lang: string; readonly voice: string }[] = [];

  get speaking(): boolean {
    return this.#queue.length > 0;
  }

  get pending(): boolean {
    return this.#queue.length > 1;
  }

  /** What is being said. */
  get saying(): string | undefined {
    return this.#queue[0]?.text;
  }

  getVoices(): StandInVoice[] {
    return [...this.#voices];
  }

  speak(utterance: Utterance): void {
    this.#queue.push(utterance);
    if (this.#queue.length === 1) this.#start();
  }

  cancel(): void {
    const [first, ...others] = this.#queue;
    this.#queue = [];
    if (first) tell(first, 'error', { error: 'interrupted' });
    for (const one of others) tell(one, 'error', { error: 'canceled' });
  }

  pause(): void {
    this.paused = true;
  }

  resume(): void {
    this.paused = false;
  }

  #start(): void {
    const [first] = this.#queue;
    if (!first) return;
    this.spoken.push({ text: first.text, lang: first.lang, voice: first.voice?.name ?? '' });
    tell(first, 'start');
    tell(first, 'boundary', { charIndex: 0 });
  }

  // ---- What a test does ----

  /** The device has these voices from now on. */
  install(...voices: StandInVoice[]): void {
    this.#voices = voices;
    queueMicrotask(() => this.dispatchEvent(new Event('voiceschanged')));
  }

  /** The voice comes to the end of what it is saying. */
  async finish(): Promise<void> {
    const first = this.#queue.shift();
    if (!first) throw new Error('nothing is being said');
    tell(first, 'end');
    this.#start();
    await new Promise((resolve) => setTimeout(resolve));
  }

  /** The voice breaks off. */
  async fail(error: string): Promise<void> {
    const first = this.#queue.shift();
    if (!first) throw new Error('nothing is being said');
    tell(first, 'error', { error });
    await new Promise((resolve) => setTimeout(resolve));
  }

  /** Says everything to its end. */
  async finishAll(): Promise<void> {
    while (this.speaking) await this.finish();
  }
}

/** Puts the stand-in in the place of the browser's own, until `restore`. */
export function standInVoices(...voices: StandInVoice[]): StandInSpeech & { restore(): void } {
  const names = ['speechSynthesis', 'SpeechSynthesisUtterance'] as const;
  const before = names.map((name) => [name, Object.getOwnPropertyDescriptor(window, name)] as const);
  const speech = new StandInSpeech();
  speech.install(...voices);
  Object.defineProperty(window, 'speechSynthesis', { value: speech, configurable: true });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance, configurable: true });
  return Object.assign(speech, {
    restore: () => {
      for (const [name, own] of before)
        if (own) Object.defineProperty(window, name, own);
        else Reflect.deleteProperty(window, name);
    },
  });
}
