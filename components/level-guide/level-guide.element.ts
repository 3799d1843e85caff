import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Level, LevelScheme } from '../../src/levels/level-scheme.js';
import { endsOf, newestOn, stateOn } from '../../src/levels/scheme-period.js';
import { builtInSchemes, convertLevel, findLevel } from '../../src/levels/schemes.js';
import { guide } from '../../src/i18n/namespaces/guide.js';
import { dayInVietnam, type Clock, type IsoDate } from '../../src/shared/clock.js';
import { renderHeading } from '../../src/ui/heading.js';
import { dependsIcon, paperIcon } from '../../src/ui/icons.js';
import { LocalizeController } from '../../src/ui/localize-controller.js';
import { PortalElement } from '../../src/ui/portal-element.js';
import { base } from '../../src/ui/styles/base.styles.js';
import { ANY_TRIPS, namesElsewhere, papersAt, stepsAt, timeAt, tripsAt } from './level-steps.js';
import { styles } from './level-guide.styles.js';
import { clockPicture, meter, placePicture, tripsPicture } from './pictures.js';

/**
 * Tells a citizen what each level means in what they do: how many trips, which papers, where to pay, how the
 * result comes, when time begins to run. In the wording of the law that holds and of the one before, and says how the law stands.
 *
 * @tag dvc-level-guide
 * @slot - Shown until the guide can be: a link to a page about the levels, say.
 * @csspart base - The outer box.
 * @csspart level - The card of one level.
 * @example
 * <dvc-level-guide scheme="vn-2022" level="full"></dvc-level-guide>
 */
export class LevelGuide extends PortalElement {
  static override styles = [base, styles];

  /** Scheme whose wording is shown first, e.g. `vn-2011`; without it the portal's, else the newest that has begun. */
  @property() scheme: string | undefined;

  /** Code of a level to point out, e.g. `3` or `full`; pointed out in the other wording too. */
  @property() level: string | undefined;

  /** Level of the element's own heading in the page's outline, 2 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** Tells the time that decides which wording has begun, and which has ended. */
  @property({ attribute: false }) clock: Clock = () => new Date();

  /** The wording that the person chose. */
  @state() private chosen: string | undefined;

  protected readonly i18n = new LocalizeController(this, guide);

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('scheme')) this.chosen = undefined;
  }

  #handleChoice(event: Event): void {
    this.chosen = (event.target as HTMLInputElement).value;
  }

  #schemes(): readonly LevelScheme[] {
    const { schemes } = this.settings;
    return schemes?.length ? schemes : builtInSchemes;
  }

  get #today(): IsoDate {
    return dayInVietnam(this.clock());
  }

  /** How a scheme stands beside the others today. */
  #age(scheme: LevelScheme, schemes: readonly LevelScheme[]): 'old' | 'new' | 'coming' {
    const today = this.#today;
    if (stateOn(today, scheme) === 'coming') return 'coming';
    return scheme === newestOn(today, schemes) ? 'new' : 'old';
  }

  #shown(schemes: readonly LevelScheme[]): LevelScheme | undefined {
    const wanted = [
      this.chosen,
      this.scheme,
      this.settings.scheme,
      findLevel(this.level ?? '', undefined, schemes)?.scheme.id,
    ];
    const known = wanted.map((id) => schemes.find((scheme) => scheme.id === id));
    return known.find((scheme) => scheme !== undefined) ?? newestOn(this.#today, schemes) ?? schemes[0];
  }

  #renderChoice(schemes: readonly LevelScheme[], shown: LevelScheme): TemplateResult {
    return html`<fieldset class="choice no-print" @change=${this.#handleChoice}>
      <legend>${this.i18n.t('wording')}</legend>
      ${schemes.map(
        (scheme) =>
          html`<label>
            <input type="radio" name="wording" value=${scheme.id} .checked=${scheme === shown} />
            <span>
              ${this.i18n.t(`wording.${this.#age(scheme, schemes)}`, {
                name: this.i18n.text(scheme.name),
              })}
            </span>
          </label>`,
      )}
    </fieldset>`;
  }

  /** From when to when the wording holds, and whether that is still to come or over. */
  #period(scheme: LevelScheme): string {
    const ends = endsOf(scheme);
    if (!ends) return '';
    const { validFrom = '', validTo = '' } = scheme;
    const days = { from: this.i18n.day(validFrom), to: this.i18n.day(validTo) };
    const period = this.i18n.t(`period.${ends}`, days);
    const state = stateOn(this.#today, scheme);
    return state === 'current' ? period : `${period} ${this.i18n.t(`period.${state}`)}`;
  }

  #renderSteps(level: Level): TemplateResult {
    return html`<p class="steps-title" id="steps-${level.code}">${this.i18n.t('steps')}</p>
      <ol class="steps" aria-labelledby="steps-${level.code}">
        ${stepsAt(level).map(
          ({ ability, where }) =>
            html`<li class=${where.startsWith('home') ? 'home' : 'office'}>
              ${where === 'depends' ? dependsIcon() : placePicture(where.startsWith('home') ? 'house' : 'office')}
              <span>
                <span class="act">${this.i18n.t(`step.${ability}`)}</span>
                <span class="where">${this.i18n.t(`where.${where}`)}</span>
              </span>
            </li>`,
        )}
      </ol>`;
  }

  #renderLevel(
    level: Level,
    scheme: LevelScheme,
    schemes: readonly LevelScheme[],
    yours: boolean,
  ): TemplateResult {
    const [least, most] = level.trips ?? ANY_TRIPS;
    return html`<li
      class="level ${level.tone} ${yours ? 'yours' : ''}"
      part="level"
      aria-current=${yours ? 'true' : nothing}
    >
      ${renderHeading(this.headingLevel + 1, html`${meter(level.tone)}<span>${this.i18n.text(level.name)}</span>`, 'name')}
      ${yours ? html`<p class="yours-note">${this.i18n.t('yours')}</p>` : nothing}
      <p class="meaning">${this.i18n.text(level.meaning)}</p>
      <p class="trips">
        ${tripsPicture([least, most])}<span>${this.i18n.t(`trips.${tripsAt(level)}`, { least, most })}</span>
      </p>
      ${this.#renderSteps(level)}
      <p class="papers">
        ${paperIcon()}<span><b>${this.i18n.t('papers')}</b> ${this.i18n.t(`papers.${papersAt(level)}`)}</span>
      </p>
      <p class="papers">
        ${clockPicture()}<span><b>${this.i18n.t('time')}</b> ${this.i18n.t(`time.${timeAt(level)}`)}</span>
      </p>
      <ul class="also">
        ${schemes
          .filter((other) => other !== scheme)
          .flatMap((other) =>
            namesElsewhere(level, scheme, other, schemes, this.settings.mappings).map(
              (same) =>
                html`<li>
                  ${this.i18n.t(`also.${this.#age(other, schemes)}`, { name: this.i18n.text(same.name) })}
                </li>`,
            ),
          )}
      </ul>
    </li>`;
  }

  protected override renderContent(): unknown {
    const schemes = this.#schemes();
    const shown = this.#shown(schemes);
    if (!shown) return nothing;
    const found = findLevel(this.level ?? '', undefined, schemes);
    const yours = found && convertLevel(found, shown.id, schemes, this.settings.mappings).level;
    return html`${renderHeading(this.headingLevel, this.i18n.t('title'), 'title')}
      <p>${this.i18n.t('intro')}</p>
      ${
        this.level && !found
          ? html`<p class="unreadable">${this.i18n.t('unreadable', { level: this.level })}</p>`
          : nothing
      }
      ${schemes.length > 1 ? this.#renderChoice(schemes, shown) : nothing}
      <p class="standing">
        ${this.i18n.t('law', { law: this.i18n.text(shown.law) })} ${this.#period(shown)}
        ${shown.standing ? this.i18n.text(shown.standing) : nothing}
      </p>
      <ol class="levels">
        ${shown.levels.map((level) => this.#renderLevel(level, shown, schemes, level === yours))}
      </ol>
      <p class="differs">${this.i18n.t('differs')}</p>
      ${schemes.length > 1 ? html`<p class="quiet">${this.i18n.t('custom')}</p>` : nothing}`;
  }
}
