import { html, nothing } from 'lit';
import { MOST_FOLLOWED, type Kept } from '../../src/ui/followed-dossiers.js';
import { warningIcon } from '../../src/ui/form-icons.js';
import { renderHeading } from '../../src/ui/heading.js';
import { printerIcon } from '../../src/ui/icons.js';
import type { TrackerHost } from './late-host.js';
import type { Panel, Situation } from './view.js';

/** What can be done besides: follow it here, a reminder, paper, and the acts that the dossier is open to. */
export class MorePart {
  /** Why it is not followed though somebody wanted that. */
  #failed: Exclude<Kept, 'kept'> | undefined;
  /** What gives the date to the calendar did not come. */
  #isDateMissing = false;

  /** @param onStop whatever was typed for the dossier goes with it */
  constructor(
    private readonly host: TrackerHost,
    private readonly onStop: () => Promise<unknown>,
  ) {}

  render({ told, isDone }: Situation, panel: unknown): unknown {
    const { i18n, tracking } = this.host;
    const view = this.host.view();
    const acts = ['deliver', 'withdraw', 'rate'] as const;
    const open = acts.filter((act) => (told.acts as readonly string[]).includes(act));
    return html`<section class="part no-print" part="more">
      ${renderHeading(view.headingLevel + 1, i18n.t('more'), 'part-title')}
      <p class="actions">
        ${tracking.canFollow ? this.#renderFollow() : nothing}
        ${
          told.due && !isDone
            ? html`<button
                type="button"
                class="button"
                @click=${() => void this.#saveDate(told.code, told.due?.on)}
              >
                ${i18n.t('calendar')}
              </button>`
            : nothing
        }
        <button type="button" class="button" @click=${() => window.print()}>
          ${printerIcon()}${i18n.t('print')}
        </button>
        ${open.map((act) => this.#toggle(act, view.panel))}
      </p>
      ${
        tracking.canFollow
          ? html`<p class="hint">
              ${
                this.#failed
                  ? this.#failedWords(this.#failed)
                  : i18n.t(tracking.isFollowed ? 'follow.done' : 'follow.why')
              }
            </p>`
          : nothing
      }
      ${
        this.#isDateMissing
          ? html`<p class="error" role="alert">${warningIcon()}<span>${i18n.t('late-missing')}</span></p>`
          : nothing
      }
      ${panel}
    </section>`;
  }

  #toggle(act: 'deliver' | 'withdraw' | 'rate', panel: Panel | undefined): unknown {
    const view = this.host.view();
    return html`<button
      type="button"
      class="button"
      aria-expanded=${String(panel === act)}
      @click=${() => view.onPanel(panel === act ? undefined : act)}
    >
      ${this.host.i18n.t(act)}
    </button>`;
  }

  #renderFollow(): unknown {
    const { i18n, tracking } = this.host;
    const follow = async () => {
      const kept = await tracking.follow();
      this.#failed = kept === 'kept' ? undefined : kept;
      this.host.announce(this.#failed ? this.#failedWords(this.#failed) : i18n.t('follow.done'));
      this.host.requestUpdate();
    };
    const stop = async () => {
      const { told } = tracking;
      const one = tracking.followed.find(({ code }) => code === told?.code);
      if (one) await tracking.forget(one);
      await this.onStop();
      this.host.announce(i18n.t('forgotten'));
    };
    // One button, so that whoever pressed it stays on it.
    const { isFollowed } = tracking;
    return html`<button type="button" class="button" @click=${() => void (isFollowed ? stop() : follow())}>
      ${i18n.t(isFollowed ? 'follow.stop' : 'follow')}
    </button>`;
  }

  #failedWords(failed: Exclude<Kept, 'kept'>): string {
    return this.host.i18n.t(`follow.${failed}`, { count: MOST_FOLLOWED });
  }

  async #saveDate(code: string, day: string | undefined): Promise<void> {
    if (day === undefined) return;
    const title = this.host.i18n.t('calendar.title', { code });
    // Few press it, so it comes only then; without a network it does not.
    const late = await import('./save-date.js').catch(() => undefined);
    this.#isDateMissing = !late;
    late?.saveDate(code, day, title, this.host.now());
    this.host.requestUpdate();
  }
}
