import { html, nothing, render, type ReactiveController, type TemplateResult } from 'lit';
import type { MessageKey } from '../i18n/namespace.js';
import { readAloud as words } from '../i18n/namespaces/read-aloud.js';
import { voiceFor } from '../shared/voice.js';
import { pauseIcon, playIcon, speakerIcon } from './aloud-icons.js';
import type { ReadHost, ReadWords } from './offer-read-aloud.js';
import { adoptOnce, ReadingMark } from './reading-mark.js';
import { follow, isInView } from './scroll-along.js';
import { passagesIn, type Passage } from './shown-text.js';
import { aloudButtons } from './styles/read-aloud.styles.js';

/** What of an element is read, and where it is offered. */
export interface ReadPlace {
  /** Selects what the buttons stand at. */
  readonly beside: string;
  readonly where: InsertPosition;
  readonly look: 'button' | 'quiet';
  /** Selects what tells what it is all about: reading ends where that becomes another. */
  readonly subject: string;
  /** Selects what may be read; nothing else is, so that nothing personal is read because nobody thought of it. */
  readonly reads: () => string;
  /** Selects what in that is left out. */
  readonly skips?: () => string;
}

type State = 'idle' | 'reading' | 'paused';

/** What a browser says of words that it was told to drop. */
const DROPPED: readonly SpeechSynthesisErrorCode[] = ['canceled', 'interrupted'];

const ICONS = { idle: speakerIcon, reading: pauseIcon, paused: playIcon };
const WORDS = { idle: 'aloud.read', reading: 'aloud.pause', paused: 'aloud.resume' } as const;

/**
 * Reads what an element shows, sentence by sentence, by voices of this device, and marks where it is. It stands beside what
 * the element renders, in a box of its own, because it comes only where a voice is: the elements need not know of it.
 */
export class ReadAloud implements ReactiveController {
  readonly #box = document.createElement('div');
  readonly #mark = new ReadingMark();
  /** Tells when nobody sees it any more. */
  readonly #size = new ResizeObserver(() => {
    if (this.#state !== 'idle') this.#show();
  });
  #voices = speechSynthesis.getVoices();
  #state: State = 'idle';
  #subject: string | undefined;
  #passages: readonly Passage[] = [];
  #at = 0;
  /** Held on to: Chromium forgets to tell the end of one that nobody holds. */
  #spoken: SpeechSynthesisUtterance | undefined;
  #said: 'aloud.left-out' | 'aloud.failed' | undefined;

  constructor(
    private readonly host: ReadHost,
    private readonly i18n: ReadWords,
    private readonly place: ReadPlace,
  ) {
    this.#box.className = `aloud no-print ${place.look === 'quiet' ? 'line' : ''}`;
    void i18n.use(words).then(() => {
      host.addController(this);
      this.#show();
    });
  }

  hostConnected(): void {
    speechSynthesis.addEventListener('voiceschanged', this.#voicesChanged);
    document.addEventListener('visibilitychange', this.#leave);
    window.addEventListener('pagehide', this.#stop);
    this.host.addEventListener('keydown', this.#stopByKey);
    this.#size.observe(this.host);
  }

  hostUpdated(): void {
    this.#show();
  }

  hostDisconnected(): void {
    this.#stop();
    speechSynthesis.removeEventListener('voiceschanged', this.#voicesChanged);
    document.removeEventListener('visibilitychange', this.#leave);
    window.removeEventListener('pagehide', this.#stop);
    this.host.removeEventListener('keydown', this.#stopByKey);
    this.#size.disconnect();
  }

  readonly #voicesChanged = (): void => {
    this.#voices = speechSynthesis.getVoices();
    this.#show();
  };

  readonly #leave = (): void => {
    if (document.hidden) this.#stop();
  };

  readonly #stopByKey = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') this.#stop();
  };

  get #root(): ShadowRoot {
    const { shadowRoot } = this.host;
    if (!shadowRoot) throw new Error('read before it was drawn');
    return shadowRoot;
  }

  /** Whether it is still about the same, and seen: neither hidden, nor behind a question that must be answered first. */
  #isSame(): boolean {
    const subject = this.#root.querySelector(this.place.subject);
    if (!subject || subject.closest('[inert]') || subject.getClientRects().length === 0) return false;
    return subject.textContent === this.#subject;
  }

  // ---- Reading ----

  #press(): void {
    if (this.#state === 'reading') {
      // `pause()` of the browser ends everything on Android: the sentence is read again instead.
      this.#state = 'paused';
      this.#drop();
    } else if (this.#state === 'paused') {
      this.#state = 'reading';
      this.#goOn(0);
    } else this.#begin();
    this.#show();
  }

  #begin(): void {
    this.#state = 'reading';
    this.#subject = this.#root.querySelector(this.place.subject)?.textContent;
    this.#said = undefined;
    this.#drop();
    this.#passages = this.#passagesNow();
    this.#at = 0;
    const [first] = this.#passages;
    if (first) this.#read(first, true);
    else this.#end();
  }

  #passagesNow(): Passage[] {
    const { reads, skips } = this.place;
    const all = passagesIn(this.#root, reads(), skips?.());
    const read = all.filter(({ language }) => voiceFor(this.#voices, language));
    if (read.length < all.length) this.#said = 'aloud.left-out';
    return read;
  }

  /**
   * Reads what follows the sentence that is marked, as it stands now: a question may have come in between.
   * @param steps 0 for that sentence once more
   */
  #goOn(steps: 0 | 1): void {
    if (!this.#isSame()) return this.#end();
    const before = this.#passages.slice(this.#at);
    const wasInView = before[0] !== undefined && isInView(before[0].range);
    this.#passages = this.#passagesNow();
    // Where it is gone, reading goes on at the next one that was there then, and is there still.
    const found = before
      .map((one, index) => {
        const at = this.#passages.findIndex((each) => isAtSame(each, one));
        return at >= 0 && index === 0 ? at + steps : at;
      })
      .find((at) => at >= 0);
    const next = found === undefined ? undefined : this.#passages[found];
    if (found === undefined || !next) return this.#end();
    this.#at = found;
    this.#read(next, wasInView);
  }

  /** @param follows whether the page goes along: not where the person has scrolled away meanwhile */
  #read(passage: Passage, follows: boolean): void {
    const { text, language } = passage;
    const voice = voiceFor(this.#voices, language);
    if (!voice) return this.#end();
    this.#mark.show(passage);
    if (follows) follow(passage);
    const spoken = new SpeechSynthesisUtterance(text);
    spoken.voice = voice;
    // Android goes by the language alone.
    spoken.lang = voice.lang;
    spoken.addEventListener('end', () => {
      if (this.#spoken === spoken) this.#goOn(1);
    });
    spoken.addEventListener('error', ({ error }) => {
      if (this.#spoken !== spoken) return;
      this.#end();
      if (!DROPPED.includes(error)) this.#said = 'aloud.failed';
      this.#show();
    });
    this.#spoken = spoken;
    speechSynthesis.speak(spoken);
  }

  /** What is being said is no longer; what the browser tells of it later is nobody's. */
  #drop(): void {
    this.#spoken = undefined;
    // Where nothing is said, some engines would drop what comes next.
    if (speechSynthesis.speaking || speechSynthesis.pending) speechSynthesis.cancel();
    if (speechSynthesis.paused) speechSynthesis.resume();
  }

  readonly #stop = (): void => {
    if (this.#state === 'idle') return;
    if (this.#spoken) this.#drop();
    this.#end();
  };

  #end(): void {
    this.#state = 'idle';
    this.#spoken = undefined;
    this.#passages = [];
    this.#mark.clear();
    this.#show();
  }

  // ---- What is shown ----

  #show(): void {
    const anchor = this.#root.querySelector(this.place.beside);
    const isOffered = anchor !== null && voiceFor(this.#voices, this.i18n.language) !== undefined;
    if (this.#state !== 'idle' && (!isOffered || !this.#isSame())) return this.#stop();
    if (!isOffered) return this.#box.remove();
    adoptOnce(this.#root, aloudButtons);
    if (!this.#box.isConnected) anchor.insertAdjacentElement(this.place.where, this.#box);
    render(this.#renderButtons(), this.#box);
  }

  #renderButtons(): TemplateResult {
    const { look } = this.place;
    const state = this.#state;
    const t = (key: MessageKey<typeof words>): string => this.i18n.t(key);
    const main = html`<button type="button" class="main ${look}" @click=${() => this.#press()}>
      ${ICONS[state]()}${t(WORDS[state])}
    </button>`;
    const stop = html`<button
      type="button"
      class="stop ${look} ${state === 'idle' ? 'idle' : ''}"
      @click=${({ currentTarget }: Event) => {
        // It goes with what it stops; the other stays.
        (currentTarget as Element).parentElement?.querySelector<HTMLElement>('.main')?.focus();
        this.#stop();
      }}
    >
      ${t('aloud.stop')}
    </button>`;
    // At the end of a line the one that is always there comes last: its neighbour leaves no gap behind it.
    return html`<div class="controls" role="group" aria-label=${t('aloud')}>
        ${look === 'quiet' ? [stop, main] : [main, stop]}
      </div>
      ${this.#said ? html`<p class="said" role="status">${t(this.#said)}</p>` : nothing}`;
  }
}

const isAtSame = ({ range: a }: Passage, { range: b }: Passage): boolean =>
  a.startContainer === b.startContainer && a.startOffset === b.startOffset;
