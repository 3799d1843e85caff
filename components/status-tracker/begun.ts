import { html, nothing } from 'lit';
import { isFilled, type Answers } from '../../src/forms/answers.js';
import type { BegunSupplements } from '../../src/ui/begun-supplements.js';
import { infoIcon } from '../../src/ui/icons.js';
import type { Told } from '../../src/ui/tracking-options.js';
import type { TrackerHost } from './late-host.js';

export interface Typed {
  readonly note: string;
  readonly answers: Answers;
}

/** Longest time between a key and its being written down, in milliseconds; what the disk takes comes on top. */
const WRITE_WITHIN_MS = 100;

export const isBlank = ({ note, answers }: Typed): boolean =>
  note.trim() === '' && !Object.values(answers).some((answer) => isFilled(answer));

/** What the office asks for now, of the dossier that is open. */
export const asksOf = (told: Told | undefined) =>
  told?.level === 1 && told.asks?.kind === 'supplement' ? told.asks : undefined;

/** Keeps what is typed for one request of the office on the person's own computer, until the office has it. */
export class Begun {
  #store: Promise<BegunSupplements | undefined> | undefined;
  #askedAt: string | undefined;
  #waiting: Typed | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** One after the other: what was dropped is not written back by what was written before. */
  #work: Promise<unknown> = Promise.resolve();
  #isKept: boolean | undefined;
  #isRestored = false;

  constructor(private readonly host: TrackerHost) {}

  get #dossier(): { readonly gateway: string; readonly code: string } {
    return { gateway: this.host.gateway(), code: this.host.tracking.told?.code ?? '' };
  }

  #open(): Promise<BegunSupplements | undefined> {
    const { device } = this.host.view();
    this.#store ??= import('../../src/ui/begun-supplements.js').then(
      ({ openBegunSupplements }) => openBegunSupplements(device, () => this.host.now().getTime()),
      () => undefined,
    );
    // The page may have been told meanwhile that others use this computer.
    return device === 'own' ? this.#store : Promise.resolve(undefined);
  }

  /** What was typed for this request on an earlier visit; of any other request nothing is left afterwards. */
  recall(): Promise<Typed | undefined> {
    const askedAt = asksOf(this.host.tracking.told)?.at;
    if (!this.#isSure(askedAt)) return Promise.resolve(undefined);
    if (askedAt !== this.#askedAt) this.#hold();
    this.#askedAt = askedAt;
    const dossier = this.#dossier;
    const finding = this.#work.then(async () => {
      const store = await this.#open();
      const found = await store?.find({ ...dossier, askedAt });
      this.#isKept = store !== undefined && askedAt !== undefined;
      this.#isRestored = found !== undefined;
      return found;
    });
    this.#work = finding;
    return finding;
  }

  /** What was typed for a request that is over goes, whether or not anybody opens what is asked for now. */
  async tidy(): Promise<void> {
    const askedAt = asksOf(this.host.tracking.told)?.at;
    const dossier = this.#dossier;
    if (!this.#isSure(askedAt)) return;
    const tidying = this.#work.then(async () => (await this.#open())?.find({ ...dossier, askedAt }));
    this.#work = tidying;
    await tidying;
  }

  /** Whoever sees only how far it is, or what was known once, learns nothing of what is asked for now. */
  #isSure(askedAt: string | undefined): boolean {
    const { told, isOld } = this.host.tracking;
    return told?.level === 1 && (askedAt !== undefined || !isOld);
  }

  /** Nothing of what waits is written. */
  #hold(): void {
    clearTimeout(this.#timer);
    this.#timer = this.#waiting = undefined;
  }

  /** Writes soon, and the newest alone. */
  put(typed: Typed): void {
    this.#waiting = typed;
    this.#timer ??= setTimeout(() => void this.flush(), WRITE_WITHIN_MS);
  }

  /** Writes what waits; resolves once it is on the disk. */
  flush(): Promise<unknown> {
    const [typed, askedAt, dossier] = [this.#waiting, this.#askedAt, this.#dossier];
    this.#hold();
    if (!typed || askedAt === undefined) return this.#work;
    this.#work = this.#work.then(async () => {
      const store = await this.#open();
      if (isBlank(typed)) await store?.forget(dossier);
      else this.#isKept = (await store?.keep({ ...dossier, askedAt, ...typed })) ?? false;
      this.host.requestUpdate();
    });
    return this.#work;
  }

  /** The office has it, or nobody wants it any more. */
  drop(): Promise<unknown> {
    this.#hold();
    this.#isRestored = false;
    const dossier = this.#dossier;
    this.#work = this.#work.then(async () => (await this.#open())?.forget(dossier));
    return this.#work;
  }

  /** What is kept and what is not, before anything is typed. */
  render(hasPapers: boolean): unknown {
    const { i18n } = this.host;
    if (this.#isKept === undefined) return nothing;
    return html`<p class="note no-print">
      ${infoIcon()}<span
        >${this.#isRestored ? html`<b>${i18n.t('supplement.restored')}</b> ` : nothing}${i18n.t(
          this.#isKept ? 'supplement.kept' : 'supplement.not-kept',
        )}
        ${hasPapers && this.#isKept ? i18n.t('supplement.papers-not-kept') : nothing}</span
      >
    </p>`;
  }
}
