import { html, nothing } from 'lit';
import { isFilled, type Answers } from '../../src/forms/answers.js';
import { fieldsOf } from '../../src/forms/asked-parts.js';
import type { AskedField } from '../../src/forms/asked-schema.js';
import type { ApplicantAct } from '../../src/gateway/tracking-contract.js';
import type { BegunSupplement, BegunSupplements } from '../../src/ui/begun-supplements.js';
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

const BLANK: Typed = { note: '', answers: {} };
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * Of each field what was typed here since `base`, else what stands elsewhere: two tabs at one request lose nothing of each
 * other.
 */
export function merged(base: Typed, here: Typed, elsewhere: Typed): Typed {
  const names = [...Object.keys(here.answers), ...Object.keys(elsewhere.answers)];
  return {
    note: here.note === base.note ? elsewhere.note : here.note,
    answers: Object.fromEntries(
      names.map((name) => {
        const isOfHere = !isSame(here.answers[name], base.answers[name]);
        return [name, (isOfHere ? here : elsewhere).answers[name]];
      }),
    ),
  };
}

/** What the office asks for now, of the dossier that is open. */
export const asksOf = (told: Told | undefined) =>
  told?.level === 1 && told.asks?.kind === 'supplement' ? told.asks : undefined;

/** Whether the office asks for something else by now than what an act answers. */
export function isPassed(told: Told | undefined, act: ApplicantAct): boolean {
  // One of before that does not tell what it answers is no sign of anything.
  if (act.kind !== 'supplement' || act.asked === undefined) return false;
  const at = asksOf(told)?.at;
  // A system that knows acts by their ids takes it for nothing else, and not once it does not wait any more.
  if (told?.level === 1 && told.cancels) return at !== act.asked;
  return at !== undefined && !(Date.parse(at) <= Date.parse(act.asked));
}

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
  /** What was on the disk when it was read or written last. */
  #base = BLANK;
  #fields: readonly AskedField[] = [];
  /** Is told what was written down of what was typed here, where another tab had typed as well. */
  onMerged: (typed: Typed, written: Typed) => void = () => undefined;

  constructor(private readonly host: TrackerHost) {}

  get #dossier(): { readonly gateway: string; readonly code: string } {
    return { gateway: this.host.gateway(), code: this.host.tracking.told?.code ?? '' };
  }

  #open(): Promise<BegunSupplements | undefined> {
    const { device } = this.host.view();
    this.#store ??= import('../../src/ui/begun-supplements.js').then(
      ({ openBegunSupplements }) => openBegunSupplements(device, () => this.host.clock().getTime()),
      () => undefined,
    );
    // The page may have been told meanwhile that others use this computer.
    return device === 'own' ? this.#store : Promise.resolve(undefined);
  }

  /** What was typed on an earlier visit; where it was for another request, nothing is left of that afterwards. */
  recall(): Promise<BegunSupplement | undefined> {
    const asks = asksOf(this.host.tracking.told);
    if (!asks) return Promise.resolve(undefined);
    const askedAt = asks.at;
    if (askedAt !== this.#askedAt) this.#hold();
    this.#askedAt = askedAt;
    this.#fields = fieldsOf(asks.parts ?? []);
    const dossier = this.#dossier;
    const finding = this.#work.then(async () => {
      const store = await this.#open();
      const found = await store?.find({ ...dossier, askedAt });
      this.#isKept = store !== undefined;
      this.#isRestored = found?.askedAt === askedAt;
      this.#base = this.#isRestored && found ? found : BLANK;
      return found;
    });
    this.#work = finding;
    return finding;
  }

  /** What was typed for whatever was asked for last, and may be asked for no more. */
  async former(): Promise<BegunSupplement | undefined> {
    await this.#work;
    return (await this.#open())?.find({ ...this.#dossier, askedAt: undefined });
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
    const [typed, askedAt, dossier, fields] = [this.#waiting, this.#askedAt, this.#dossier, this.#fields];
    this.#hold();
    if (!typed || askedAt === undefined) return this.#work;
    this.#work = this.#work.then(async () => {
      const store = await this.#open();
      const request = { ...dossier, askedAt };
      let now = typed;
      const isKept = await store?.change(request, (kept) => {
        // What another tab has dropped is no longer wanted, or received; what is typed here counts.
        if (kept?.askedAt === askedAt) now = merged(this.#base, typed, kept);
        return isBlank(now) ? undefined : { ...request, ...now, fields };
      });
      this.#isKept = isKept ?? false;
      if (isKept) this.#base = now;
      if (!isSame(typed, now)) this.onMerged(typed, now);
      this.host.requestUpdate();
    });
    return this.#work;
  }

  /** The office has it, or nobody wants it any more. */
  drop(): Promise<unknown> {
    this.#hold();
    this.#isRestored = false;
    const dossier = this.#dossier;
    this.#work = this.#work.then(async () => {
      this.#base = BLANK;
      await (await this.#open())?.forget(dossier);
    });
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
