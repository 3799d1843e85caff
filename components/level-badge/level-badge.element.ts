import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ABILITIES } from '../../src/levels/level-scheme.js';
import { answerOf, asAnnounced, findLevel, type SchemeLevel } from '../../src/levels/schemes.js';
import { levels } from '../../src/i18n/namespaces/levels.js';
import { checkIcon, closeIcon, dependsIcon, infoIcon } from '../../src/ui/icons.js';
import { levelMeaning, readLevel, renderLevelFace, type LevelFace } from '../../src/ui/level-face.js';
import { originWords } from '../../src/ui/level-origin.js';
import { LocalizeController } from '../../src/ui/localize-controller.js';
import { PortalElement } from '../../src/ui/portal-element.js';
import { base } from '../../src/ui/styles/base.styles.js';
import { levelFace } from '../../src/ui/styles/level-face.styles.js';
import { placeBelow } from '../../src/ui/place-below.js';
import { styles } from './level-badge.styles.js';

const ICONS = { yes: checkIcon, no: closeIcon, depends: dependsIcon } as const;

/**
 * Shows at which level a procedure is offered online, and on demand what that means for the citizen.
 * A level that nobody announced, or that no scheme knows, is shown as such.
 *
 * @tag dvc-level-badge
 * @slot - Shown until the badge can be: the level in plain words, say.
 * @csspart base - The outer box.
 * @csspart badge - The badge itself.
 * @csspart explanation - The panel that explains the level.
 * @example
 * <dvc-level-badge level="4"></dvc-level-badge>
 * <dvc-level-badge kind="partial"></dvc-level-badge>
 */
export class LevelBadge extends PortalElement {
  static override styles = [base, levelFace, styles];

  /** Level of the scheme of 2011, `1` to `4`; or any code of the scheme in use. Absent means not announced. */
  @property() level: string | undefined;

  /** Level in the wording of 2022: `information`, `partial` or `full`. */
  @property() kind: string | undefined;

  /** Scheme to show the level in, e.g. `vn-2022`; a converted level says that it was converted. */
  @property() scheme: string | undefined;

  /** Shows the badge without the button that explains it. */
  @property({ type: Boolean }) plain = false;

  /** The level was made up for a sample page; the explanation says so. */
  @property({ type: Boolean }) illustration = false;

  /** The list that may hold the level could not be loaded: whether one was announced is not known. */
  @property({ type: Boolean }) unread = false;

  /** Scheme that the code of the level is from, where several know it. */
  @property({ attribute: 'level-scheme' }) levelScheme: string | undefined;

  /** Place that the level holds for. */
  @property() place: string | undefined;

  /** Who announced the level; without it, the place. */
  @property() publisher: string | undefined;

  /** Day of the announcement: `2025-07-01`, or `2025-07` or `2025` where no more is known. */
  @property({ attribute: 'announced-on' }) announcedOn: string | undefined;

  /** Day on which the level was read, where nobody knows when it was announced. */
  @property({ attribute: 'read-on' }) readOn: string | undefined;

  /** The level was announced for another place than the page's; the badge itself says by whom. */
  @property({ type: Boolean }) elsewhere = false;

  @state() private open = false;

  @query('.badge') private badge!: HTMLElement;
  @query('.explanation') private panel!: HTMLElement | null;

  protected readonly i18n = new LocalizeController(this, levels);

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#setOpen(false);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.open || !this.panel) return;
    if ('showPopover' in this.panel && !this.panel.matches(':popover-open')) this.panel.showPopover();
    this.#place();
  }

  /** Moves the focus to the button that explains the level. */
  override focus(options?: FocusOptions): void {
    this.badge.focus(options);
  }

  #handleClick(): void {
    this.#setOpen(!this.open);
  }

  /** Wherever the focus is: somebody who reads on may have pressed into the panel, which takes it away. */
  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#setOpen(false);
    this.badge.focus();
  };

  readonly #handleOutside = (event: Event): void => {
    if (!event.composedPath().includes(this)) this.#setOpen(false);
  };

  readonly #place = (): void => {
    if (this.open && this.panel) placeBelow(this.panel, this.badge);
  };

  #setOpen(open: boolean): void {
    this.open = open;
    const change = open ? 'addEventListener' : 'removeEventListener';
    document[change]('pointerdown', this.#handleOutside);
    document[change]('keydown', this.#handleKey as EventListener, true);
    // The page takes the panel along; a part of it that scrolls by itself, or a badge that stands still, does not.
    document[change]('scroll', this.#place, true);
    window[change]('resize', this.#place);
  }

  #renderExplanation({ found, name }: LevelFace): TemplateResult {
    const origin = this.#originWords();
    return html`<div
      id="explanation"
      class="explanation"
      part="explanation"
      role="group"
      aria-label=${name}
      popover="manual"
    >
      ${this.illustration ? html`<p class="note">${this.i18n.t('badge.illustration')}</p>` : nothing}
      <p class="meaning">${levelMeaning(this.i18n, found, { code: this.#code, isUnread: this.unread })}</p>
      ${found ? this.#renderAbilities(found) : nothing}
      ${origin ? html`<p class="note">${origin}</p>` : nothing}
    </div>`;
  }

  get #code(): string | undefined {
    return this.kind ?? this.level;
  }

  get #by(): string | undefined {
    return this.publisher ?? this.place;
  }

  /** Nobody announced a level that was made up. */
  #originWords(): string {
    const publisher = this.#by;
    if (this.illustration || publisher === undefined) return '';
    return originWords(this.i18n, {
      publisher,
      place: this.place ?? publisher,
      publishedOn: this.announcedOn,
      source: { collectedOn: this.readOn },
    });
  }

  #renderAbilities(found: SchemeLevel): TemplateResult {
    const { convertedFrom } = found;
    const { law, standing } = (convertedFrom ?? found).scheme;
    return html`<ul class="abilities">
        ${ABILITIES.map((ability) => {
          const answer = answerOf(asAnnounced(found), ability);
          const words = this.i18n.t(`ability.${ability}`);
          return html`<li class=${answer}>
            ${ICONS[answer]()}
            <span>${answer === 'yes' ? words : this.i18n.t(`ability.${answer}`, { ability: words })}</span>
          </li>`;
        })}
      </ul>
      ${
        convertedFrom
          ? html`<p class="note">
              ${this.i18n.t('badge.converted', { name: this.i18n.text(convertedFrom.level.name) })}
            </p>`
          : nothing
      }
      <p class="note">${this.i18n.t('badge.law', { law: this.i18n.text(law) })}</p>
      ${standing ? html`<p class="note">${this.i18n.text(standing)}</p>` : nothing}`;
  }

  protected override renderContent(): TemplateResult {
    const code = this.#code;
    const shown = readLevel(this.i18n, this.settings, {
      announced: findLevel(code ?? '', this.levelScheme, this.settings.schemes),
      code,
      by: this.elsewhere ? this.#by : undefined,
      illustration: this.illustration,
      isUnread: this.unread,
      scheme: this.scheme ?? this.settings.scheme,
    });
    const face = renderLevelFace(shown);
    if (this.plain) return html`<span class="badge ${shown.tone}" part="badge">${face}</span>`;
    return html`<button
        type="button"
        class="badge ${shown.tone}"
        part="badge"
        aria-expanded=${this.open ? 'true' : 'false'}
        aria-controls="explanation"
        aria-label=${this.i18n.t('badge.explain', { name: shown.name })}
        @click=${this.#handleClick}
      >
        ${face}${infoIcon()}
      </button>
      ${this.open ? this.#renderExplanation(shown) : nothing}`;
  }
}
