import { WHOLE_CODE } from '../dossiers/code-shape.js';
import { plainCode, plainSecret } from '../dossiers/dossier-code.js';
import type { Acted, Fetched, Knock, Looked, TrackingClient } from '../gateway/tracking-client.js';
import type { Reply } from '../gateway/request-json.js';
import type { ApplicantAct } from '../gateway/tracking-contract.js';
import { isStale, lookOnReturn, nextLook } from '../gateway/update-plan.js';
import type { FollowedDossier, FollowedDossiers, Kept } from './followed-dossiers.js';
import type { OpenAct, OpenActs } from './open-acts.js';
import { slicing } from './pause.js';
import type { Told, TrackingOptions } from './tracking-options.js';
import { troubleOf, type TrackingTrouble } from './tracking-trouble.js';
import type { Gaps } from './typed-knock.js';

/**
 * What opens a dossier as it stands on the receipt, in one piece or two; ten digits may be a telephone number. What else is
 * typed is rare.
 */
const USUAL = /^\s*(?:\d{4}|(?!0\d{4}.?\d{5})[0-9A-Z]{5}[\s-]?[0-9A-Z]{5})\s*$/iu;

/**
 * Follows one dossier: asks for it, looks again by itself by a plan, does what the applicant wants, and keeps what is
 * followed on one's own computer. What opens it is held in memory, and on the disk only where the person wants that.
 */
export class Tracking {
  knock: Knock | undefined;
  told: Told | undefined;
  /** When that was told. */
  at: Date | undefined;
  /** It is from an earlier visit: nobody has confirmed it since. */
  isOld = false;
  isAsking = false;
  /** Work is being done that the system asked for. */
  isWorking = false;
  /** For about how many, where that is no moment. */
  workMinutes: number | undefined;
  trouble: TrackingTrouble | undefined;

  #kept: readonly FollowedDossier[] = [];
  #store: FollowedDossiers | undefined;
  #opening: Promise<void> | undefined;
  /** The look that began last. */
  #looking = Promise.resolve();
  #stopped = new AbortController();
  #turn = 0;
  /** The system that `knock` is for, and no other. */
  #asked = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #unchanged = 0;
  #failed = 0;
  #isConnected = false;
  #listening: AbortController | undefined;
  /** The line lets no stream through; tried again for who comes back to the page, or whose network does. */
  #isDeaf = false;
  /** Something became new while it was being asked. */
  #isNewer = false;
  /** Milliseconds by which the clock of whoever answered last is ahead of the one here; 0 where they told no time. */
  #ahead = 0;

  constructor(private readonly around: TrackingOptions) {}

  /** The time by the clock of whoever answered last: dates are reckoned by it, and the one here may be wrong. */
  now(): Date {
    return new Date(this.around.clock().getTime() + this.#ahead);
  }

  // ---- Life ----

  connect(): void {
    this.#isConnected = true;
    document.addEventListener('visibilitychange', this.#seen);
    window.addEventListener('online', this.#seen);
    this.plan();
  }

  disconnect(): void {
    this.#isConnected = false;
    document.removeEventListener('visibilitychange', this.#seen);
    window.removeEventListener('online', this.#seen);
    clearTimeout(this.#timer);
    this.#hush();
  }

  /** Forgets what is shown. What is followed on this computer stays. */
  close(): void {
    this.#turn += 1;
    this.#stopped.abort();
    this.#stopped = new AbortController();
    clearTimeout(this.#timer);
    this.#hush();
    this.#isDeaf = this.#isNewer = false;
    this.knock = this.told = this.at = this.trouble = undefined;
    this.isOld = this.isAsking = this.isWorking = false;
    this.workMinutes = undefined;
    this.#unchanged = this.#failed = this.#ahead = 0;
    this.around.onChange();
  }

  readonly #seen = ({ type }: Event): void => {
    this.#isDeaf = false;
    const since = this.now().getTime() - (this.at?.getTime() ?? 0);
    const isWanted = document.visibilityState === 'visible' && (this.#failed > 0 || isStale(since));
    // At another moment for everybody: a line that comes back comes back for a whole village. Who presses goes at once.
    const hadOutage = type === 'online' || this.#failed > 0;
    if (isWanted && this.told && !this.#asksNoMore()) this.#lookIn(lookOnReturn(hadOutage, Math.random()));
    else this.plan();
  };

  #asksNoMore(): boolean {
    const { trouble } = this;
    if (trouble?.kind === 'not-found') return true;
    return (trouble?.again?.getTime() ?? 0) > this.now().getTime();
  }

  /** Plans when to look by itself; once more where what a state means has come late. */
  plan(): void {
    if (!this.#isConnected) return;
    this.#listen();
    this.#planLook();
  }

  #planLook(): void {
    const { trouble } = this;
    if (!this.told || trouble?.kind === 'not-found') return;
    const again = trouble?.again?.getTime();
    const wait = nextLook(
      {
        unchanged: this.#unchanged,
        failed: this.#failed,
        isHidden: document.visibilityState === 'hidden',
        hasEnded: this.around.isOver(this.told.standing) && this.#failed === 0,
        isListening: this.#listening !== undefined,
        retryAfterMs: again === undefined ? undefined : Math.max(0, again - this.now().getTime()),
      },
      Math.random(),
    );
    if (wait === undefined) clearTimeout(this.#timer);
    else this.#lookIn(wait);
  }

  /** Hears of changes as they come, where the system tells them and somebody looks; by the plan alone otherwise. */
  #listen(): void {
    const { told, knock } = this;
    const isOver = !told || this.around.isOver(told.standing) || document.visibilityState === 'hidden';
    if (isOver) return this.#hush();
    if (!told.changes || !knock || this.isOld || this.trouble || this.#isDeaf || this.#listening) return;
    const listening = (this.#listening = new AbortController());
    void import('../gateway/listen-changes.js')
      .then(
        ({ listenToChanges }) =>
          listenToChanges(this.system, knock, told.version, {
            network: this.around.network(),
            signal: listening.signal,
            onChange: () => {
              if (this.isAsking) this.#isNewer = true;
              else void this.look();
            },
          }),
        () => 'failed' as const,
      )
      .then((how) => {
        if (this.#listening !== listening) return;
        this.#listening = undefined;
        this.#isDeaf = how === 'failed';
        // What was looked at meanwhile says nothing of how often something happens: that was heard.
        if (how === 'ended') this.#unchanged = 0;
        this.#planLook();
      });
  }

  #hush(): void {
    this.#listening?.abort();
    this.#listening = undefined;
  }

  #lookIn(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.look(), ms);
  }

  // ---- Asking ----

  /** Address of the receiving system, whole: a page may name two by one relative address. */
  get #url(): string {
    return new URL(this.around.gateway() ?? '', document.baseURI).href;
  }

  /** Where requests go: what was opened at one system stays with it, wherever the page goes meanwhile. */
  get system(): string {
    return this.knock ? this.#asked : this.#url;
  }

  #knockWith(knock: Knock): void {
    this.close();
    this.#asked = this.#url;
    this.knock = knock;
  }

  async #client(): Promise<TrackingClient> {
    // As they are now: another dossier may be opened, at another system, before the code has come.
    const { system } = this;
    const { signal } = this.#stopped;
    const { createTrackingClient } = await import('../gateway/tracking-client.js');
    return createTrackingClient(system, {
      network: this.around.network(),
      slicing,
      signal,
      // What is looked at by itself makes no telephone hot.
      isAwaited: this.told === undefined,
      onWork: (isWorking, minutes) => {
        if (signal.aborted) return;
        this.isWorking = isWorking;
        this.workMinutes = minutes;
        this.around.onChange();
      },
    });
  }

  /**
   * Asks for a dossier by what was typed.
   * @param before what was told last of what was typed
   * @returns what cannot be right: nothing was asked then
   */
  async ask(typed: string, factor: string, before: Gaps): Promise<Gaps> {
    this.close();
    const turn = this.#turn;
    this.isAsking = true;
    this.around.onChange();
    const code = plainCode(typed);
    const value = plainSecret(factor);
    const read =
      WHOLE_CODE.test(code) && USUAL.test(factor)
        ? { code, factor: { kind: value.length === 4 ? 'last4' : 'secret', value } as const }
        : await import('./typed-knock.js').then(
            ({ readKnock }) => readKnock(typed, factor, before),
            () => undefined,
          );
    if (turn !== this.#turn) return {};
    this.isAsking = false;
    if (read && 'code' in read) {
      this.#knockWith(read);
      await this.look();
      return {};
    }
    if (!read) this.#take({ kind: 'unknown', code: 'offline' });
    this.around.onChange();
    return read?.gaps ?? {};
  }

  /** Goes on with a dossier that is followed here: what was last known is there at once, and told to be old. */
  async open({ code, factor, tracked, at }: FollowedDossier): Promise<void> {
    this.#knockWith({ code, factor });
    this.told = tracked;
    this.at = new Date(at);
    this.isOld = true;
    await this.look();
  }

  /** Looks once more where it stands. Two at once are one, and over when that is. */
  look(): Promise<void> {
    if (!this.isAsking) this.#looking = this.#look();
    return this.#looking;
  }

  async #look(): Promise<void> {
    const { knock } = this;
    if (!knock) return;
    clearTimeout(this.#timer);
    const turn = this.#turn;
    this.isAsking = true;
    this.around.onChange();
    const looked = await this.#client().then(
      (client) => client.look(knock, this.told?.version),
      // The code that asks is only fetched now, and that needs a network too.
      (): Looked => ({ kind: 'unknown', code: 'offline' }),
    );
    if (turn !== this.#turn) return;
    this.isAsking = false;
    this.#take(looked);
    this.plan();
    this.around.onChange();
    // It may have been let go in another tab meanwhile; it is not written down again then.
    if (this.isFollowed) await this.list();
    if (this.isFollowed && this.trouble === undefined) await this.follow(false);
    if (!this.#isNewer || turn !== this.#turn) return;
    this.#isNewer = false;
    await this.look();
  }

  #take(looked: Looked): void {
    switch (looked.kind) {
      case 'found':
        this.told = looked.tracked;
        this.#answered(0, looked.tracked.now);
        break;
      case 'unchanged':
        this.#answered(this.#unchanged + 1, looked.now);
        break;
      case 'not-found':
        this.trouble = looked;
        // What was known stays. It is not asked for again by itself: each time would be one wrong guess more.
        break;
      default:
        this.#failed += 1;
        this.trouble = troubleOf(looked, this.now());
    }
  }

  #answered(unchanged: number, now = ''): void {
    this.#ahead = Date.parse(now) - this.around.clock().getTime() || 0;
    this.at = this.now();
    this.isOld = false;
    this.trouble = undefined;
    this.#unchanged = unchanged;
    this.#failed = 0;
  }

  // ---- Doing ----

  /**
   * Sends an act of the applicant, once more under the same id where its answer was lost; then looks what it came to.
   * @param mayBeThere it was sent before, and nobody knows what it came to
   * @returns `under-way` where the system said that it has it and is still at it
   */
  async act(act: ApplicantAct, mayBeThere = false): Promise<Acted | { readonly kind: 'under-way' }> {
    const { knock, told } = this;
    if (!knock) return { kind: 'unknown', code: 'offline' };
    // Whatever is opened while it is on its way: it is of this dossier.
    const dossier = told && {
      ...this.#dossier(told),
      ...(told.level === 1 && { seen: told.history.length }),
    };
    let acted: Acted;
    try {
      const client = await this.#client();
      await this.#keepAct(dossier, act);
      acted = await client.act(knock, act);
      // It may have arrived: the same again is the same, and its answer tells.
      const isOpen = mayBeThere || acted.kind === 'unknown';
      if (acted.kind === 'unknown') acted = await client.act(knock, act);
      if (acted.kind === 'refused' && acted.code === 'in-progress') {
        await this.#keepAct(dossier, act, true);
        return { kind: 'under-way' };
      }
      // A system that is busy only now says nothing of what came before.
      if (acted.kind === 'refused' && isOpen && acted.retryable)
        acted = { kind: 'unknown', code: 'broken-answer' };
    } catch {
      acted = { kind: 'unknown', code: 'offline' };
    }
    // What is only put off is sent again by whoever wanted it, as something new.
    if (acted.kind !== 'unknown') await this.forgetAct(act.id);
    if (acted.kind === 'done') {
      // One that is under way may have begun before, and show what was.
      await this.#looking;
      await this.look();
    }
    return acted;
  }

  /** Acts of earlier visits of which nobody knows what they came to; only on one's own computer. */
  async openActs(): Promise<readonly OpenAct[]> {
    const { told } = this;
    const acts = told?.level === 1 ? await this.#acts() : undefined;
    return (told && (await acts?.find(this.#dossier(told)))) ?? [];
  }

  /** Makes sure that an act is never done, where the system offers that. */
  async cancelAct(id: string): Promise<Reply> {
    const { knock } = this;
    const offline = { kind: 'unknown', code: 'offline' } as const;
    return knock
      ? this.#client().then(
          (client) => client.cancel(knock, id),
          () => offline,
        )
      : offline;
  }

  /** What it came to is known, or wanted no more. */
  async forgetAct(id: string): Promise<void> {
    await (await this.#acts().catch(() => undefined))?.forget(id);
  }

  /** Keeps an act that goes out now, so that a reload asks about the same one. */
  async #keepAct(
    dossier: Pick<OpenAct, 'gateway' | 'code' | 'seen'> | undefined,
    act: ApplicantAct,
    isUnderWay = false,
  ): Promise<void> {
    if (dossier) await (await this.#acts())?.keep({ ...dossier, act, ...(isUnderWay && { isUnderWay }) });
  }

  #dossier({ code }: Told): Pick<OpenAct, 'gateway' | 'code'> {
    return { gateway: this.system, code };
  }

  async #acts(): Promise<OpenActs | undefined> {
    if (!this.#isOwn) return undefined;
    const { openActs } = await import('./open-acts.js');
    return openActs('own', () => this.around.clock().getTime());
  }

  async result(): Promise<Fetched> {
    const { knock } = this;
    if (!knock) return { kind: 'unknown', code: 'offline' };
    return this.#client().then(
      (client) => client.result(knock),
      (): Fetched => ({ kind: 'unknown', code: 'offline' }),
    );
  }

  // ---- What is followed on this computer ----

  /** What opens a dossier is for the system that has it, and for no other; a shared computer shows none. */
  get followed(): readonly FollowedDossier[] {
    if (!this.canFollow) return [];
    const { system } = this;
    return this.#kept.filter(({ gateway }) => gateway === system);
  }

  /** Reads what is followed here; nothing on a shared computer, and anew once it is one’s own again. */
  openStore(): Promise<void> {
    if (this.#isOwn) return (this.#opening ??= this.#openStore());
    this.#store = this.#opening = undefined;
    this.#kept = [];
    return Promise.resolve();
  }

  async #openStore(): Promise<void> {
    const opened = await import('./followed-dossiers.js').then(
      ({ openFollowed }) => openFollowed('own', () => this.around.clock().getTime()),
      () => undefined,
    );
    // The page may have been told meanwhile that others use this computer.
    if (!this.#isOwn) return;
    this.#store = opened;
    await this.list();
  }

  /** Reads it again. */
  async list(): Promise<void> {
    this.#kept = (await this.#store?.list()) ?? [];
    this.around.onChange();
  }

  get #isOwn(): boolean {
    return this.around.device() === 'own';
  }

  get canFollow(): boolean {
    return this.#store !== undefined && this.#isOwn;
  }

  get isFollowed(): boolean {
    return this.followed.some(({ code }) => code === this.told?.code);
  }

  /**
   * Keeps what is shown, encrypted, until it is forgotten or nobody looked at it for ninety days.
   * @param isNew somebody asks for it; else only what is followed is renewed
   */
  async follow(isNew = true): Promise<Kept> {
    const { told, knock, at } = this;
    if (!told || !knock || !at || !this.#store || !this.canFollow) return 'failed';
    const { factor } = knock;
    const kept = await this.#store.keep(
      { ...this.#dossier(told), factor, tracked: told, at: at.getTime() },
      isNew,
    );
    await this.list();
    return kept;
  }

  async forget(dossier: Pick<FollowedDossier, 'code' | 'gateway'>): Promise<void> {
    await this.#store?.forget(dossier);
    await this.list();
  }
}
