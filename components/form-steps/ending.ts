import type { Application } from '../../src/ui/application.js';
import type { Outcome } from './steps-view.js';

interface EndingHost {
  readonly application: Application;
  readonly isShared: () => boolean;
  /** Lets go of what is shown of an application. */
  readonly dropLate: () => void;
  /** Lets go of everything that is of an application. */
  readonly forget: () => void;
  readonly focus: (selector: string) => Promise<void>;
  /** Tells who cannot see it that everything is gone. */
  readonly announceEnd: () => void;
  readonly requestUpdate: () => void;
}

/** How an application ends that nobody finishes: deleted, left behind on a shared computer, or given up. */
export class Ending {
  asksToDelete = false;
  isEnded = false;
  /** Nobody is there any more: what is under way goes on out of sight, and then everything goes. */
  left: 'sending' | 'ending' | undefined;
  /** What it came to, where nobody was there to see it. */
  outcome: Outcome | undefined;

  constructor(private readonly host: EndingHost) {}

  /** Another application begins. */
  begin(): void {
    this.left = undefined;
    this.#startAnew();
  }

  /** Somebody is there, also where they only read: what is kept lives on from now. */
  stay(): void {
    const { application } = this.host;
    if (application.keeper.isOld) application.keep();
  }

  /** The person goes on: what was said of the one before is read. */
  goOn(): void {
    this.isEnded = false;
  }

  ask(asks: boolean): void {
    this.asksToDelete = asks;
    this.host.requestUpdate();
    void this.host.focus(asks ? '.ask button' : '.end');
  }

  #startAnew(): void {
    this.asksToDelete = false;
    this.isEnded = false;
    this.host.forget();
  }

  /** Nobody answered. What is being sent is still known only here, and only what it came to is shown any more. */
  hide(): void {
    const { application, dropLate, focus, requestUpdate } = this.host;
    if (!application.isUnderWay) return void this.end('ended');
    this.left = 'sending';
    // A window for the citizen shows answers as well.
    dropLate();
    application.keeper.store?.shut();
    requestUpdate();
    void focus('.ask button');
  }

  /** Something of the application changed: where nobody is there, it may be over now. */
  look(): void {
    const { application } = this.host;
    if (this.left !== 'sending' || application.isUnderWay) return;
    this.left = 'ending';
    const { sending, sendState } = application;
    // Only what the other side said is a no of theirs; papers may be lost here, too.
    const isRefused = sendState?.stage === 'refused' && sendState.code !== 'file-missing';
    void this.end('ended', sending?.receipt ?? (isRefused ? 'refused' : 'unsent'));
  }

  /** All that is kept on this computer is being deleted, and this with it; nothing is taken back from anybody. */
  async drop(): Promise<void> {
    const { application, announceEnd, requestUpdate } = this.host;
    // Where it is on its way it may arrive all the same.
    const mayArrive = application.isUnderWay;
    this.left = undefined;
    this.outcome = undefined;
    this.#startAnew();
    await application.end();
    application.couldNotCancel = mayArrive;
    this.isEnded = true;
    announceEnd();
    requestUpdate();
  }

  /**
   * Deletes everything of this application, and begins anew. What may have arrived stays on one's own computer; where
   * others come it goes once the person was told.
   * @param outcome what it came to, where nobody was there to see it
   */
  async end(notice: 'ended' | undefined, outcome?: Outcome): Promise<void> {
    const { application, isShared, focus, announceEnd, requestUpdate } = this.host;
    const { source, couldNotCancel } = application;
    const isTold = couldNotCancel && isShared();
    this.asksToDelete = false;
    requestUpdate();
    const taken = application.takeBack();
    if (!isTold) {
      const isTaken = await taken;
      if (source !== application.source) return;
      if (!isTaken) {
        // The receipt may have come in the meantime.
        this.asksToDelete = application.couldNotCancel;
        requestUpdate();
        return focus('.ask button');
      }
    }
    this.#startAnew();
    // From here on nothing that changes is an outcome of what was being sent.
    if (this.left) this.left = 'ending';
    await application.end();
    this.left = undefined;
    this.outcome = outcome;
    this.isEnded = notice === 'ended';
    if (this.isEnded) announceEnd();
    requestUpdate();
    await focus('.step-title');
    const isTaken = await taken;
    if (!this.isEnded) return;
    // Said beside the notice that it is gone here.
    application.couldNotCancel = !isTaken;
    requestUpdate();
  }
}
