import { html, nothing } from 'lit';
import { calendarFile } from '../../src/dossiers/calendar-file.js';
import { MOST_FOLLOWED, type Kept } from '../../src/ui/followed-dossiers.js';
import { renderHeading } from '../../src/ui/heading.js';
import { printerIcon } from '../../src/ui/icons.js';
import { saveFile } from '../../src/ui/save-file.js';
import type { TrackerHost } from './late-host.js';
import type { Panel, Situation } from './view.js';

/** What can be done besides: follow it here, a reminder, paper, and the acts that the dossier is open to. */
export class MorePart {
  /** Why it is not followed though somebody wanted that. */
  #failed: Exclude<Kept, 'kept'> | undefined;

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
                @click=${() => this.#saveDate(told.code, told.due?.on)}
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
    return tracking.isFollowed
      ? html`<button type="button" class="button" @click=${() => void stop()}>
          ${i18n.t('follow.stop')}
        </button>`
      : html`<button type="button" class="button" @click=${() => void follow()}>${i18n.t('follow')}</button>`;
  }

  #failedWords(failed: Exclude<Kept, 'kept'>): string {
    return this.host.i18n.t(`follow.${failed}`, { count: MOST_FOLLOWED });
  }

  #saveDate(code: string, day: string | undefined): void {
    if (day === undefined) return;
    const title = this.host.i18n.t('calendar.title', { code });
    saveFile(`${code}.ics`, [calendarFile({ id: code, day, title, now: this.host.now() })], 'text/calendar');
  }
}
