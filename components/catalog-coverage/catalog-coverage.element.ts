import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Catalog } from '../../src/catalog/catalog.js';
import {
  countCoverage,
  MADE_UP,
  sharesOf,
  sum,
  TIER_ORDER,
  UNCLEAR,
  type CoverageFigures,
  type Share,
} from '../../src/catalog/coverage.js';
import { DISTRICTS_ENDED } from '../../src/catalog/standing.js';
import type { LevelList } from '../../src/levels/level-list.js';
import { dayInVietnam, type Clock, type IsoDate } from '../../src/shared/clock.js';
import { common } from '../../src/i18n/namespaces/common.js';
import { coverage } from '../../src/i18n/namespaces/coverage.js';
import { levels } from '../../src/i18n/namespaces/levels.js';
import { builtInSchemes, convertLevel, findLevel } from '../../src/levels/schemes.js';
import { CatalogController } from '../../src/ui/catalog-controller.js';
import type { PlaceCatalog } from '../../src/ui/catalog-state.js';
import { renderHeading } from '../../src/ui/heading.js';
import { linkTo } from '../../src/ui/link-template.js';
import { LocalizeController } from '../../src/ui/localize-controller.js';
import { placeNotices } from '../../src/ui/place-notices.js';
import { PortalElement } from '../../src/ui/portal-element.js';
import { renderRefusal } from '../../src/ui/refusal.js';
import { reportProblems } from '../../src/ui/report-problems.js';
import { base } from '../../src/ui/styles/base.styles.js';
import { styles } from './catalog-coverage.styles.js';
import { publishedFigures, type Published } from './published-figures.js';
import { renderChart, renderTable, type Row } from './rows.js';

/**
 * Shows how many procedures a place has, by tier of government and by level online, as a chart and as a table.
 * Figures come from the property, from attributes, or from JSON inside, in this order; else the page's catalogue and
 * level lists are counted. The content stays in use where there is nothing.
 *
 * @tag dvc-catalog-coverage
 * @slot - Shown where there are no figures, e.g. a link. May hold
 *   `<script type="application/json" data-dvc="figures">` with
 *   `{ total, byTier, byLevel, scheme, publisher, publishedOn, source: { name, url }, illustration }`.
 * @csspart base - The outer box.
 * @csspart chart - The bars.
 * @csspart table - One table.
 * @example
 * <dvc-catalog-coverage total="1463" by-tier="province:1124 district:236 commune:103" by-level="4:1425"
 *   publisher="Tỉnh Quảng Nam (cũ)">
 * </dvc-catalog-coverage>
 */
export class CatalogCoverage extends PortalElement {
  static override styles = [base, styles];

  /** The figures; goes before attributes and content. */
  @property({ attribute: false }) figures: CoverageFigures | undefined;

  /** Number of procedures in all. */
  @property({ type: Number }) total: number | undefined;

  /** Procedures by tier, e.g. `province:1124 district:236 commune:103`. */
  @property({ attribute: 'by-tier' }) byTier: string | undefined;

  /** Procedures by level code, e.g. `4:1425`; what they leave of the total is shown as not told. */
  @property({ attribute: 'by-level' }) byLevel: string | undefined;

  /** Scheme of the level codes, e.g. `vn-2011`; without it the first that knows the code. */
  @property() scheme: string | undefined;

  /** Who published the figures. */
  @property() publisher: string | undefined;

  /** When they were published, `yyyy-mm-dd`. */
  @property({ attribute: 'published-on' }) publishedOn: string | undefined;

  /** Name of the document or page they are from. */
  @property() source: string | undefined;

  /** Address of that page. */
  @property({ attribute: 'source-url' }) sourceUrl: string | undefined;

  /** Level of the element's own heading in the page's outline, 2 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** Address of a catalogue file, or a catalogue, to count where no figures are given. */
  @property() catalog: string | Catalog | undefined;

  /** Addresses of its level lists, separated by spaces, or the lists. */
  @property() levels: string | readonly LevelList[] | undefined;

  /** A catalogue with its levels that another element has already; goes before `catalog` and `levels`. */
  @property({ attribute: false }) place: PlaceCatalog | undefined;

  /** Tells the time that decides which tiers of government there are. */
  @property({ attribute: false }) clock: Clock = () => new Date();

  @state() private tableOpen = false;

  protected readonly i18n = new LocalizeController(this, coverage, levels, common);
  readonly #catalog = new CatalogController(this, () => !this.figures && !publishedFigures(this));
  #published: Published | undefined;
  #count:
    { readonly place: PlaceCatalog; readonly day: IsoDate; readonly figures: CoverageFigures } | undefined;

  protected override willUpdate(): void {
    this.#published = this.figures
      ? { ok: true, value: this.figures }
      : (publishedFigures(this) ?? this.#counted());
    if (this.#published?.ok !== false) return;
    void reportProblems('<dvc-catalog-coverage>', [this.#published.problem]);
  }

  /** Published figures come first; a catalogue is counted where there are none. */
  #counted(): Published | undefined {
    const { state } = this.#catalog;
    return state.status === 'ready' ? { ok: true, value: this.#countOnce(state.place) } : undefined;
  }

  #countOnce(place: PlaceCatalog): CoverageFigures {
    const day = dayInVietnam(this.clock());
    if (this.#count?.place !== place || this.#count.day !== day) {
      const { catalog, levelOf, levelCodeOf, levelLists, unreadLists } = place;
      const isUnread = unreadLists.length > 0;
      const figures = countCoverage(catalog, { day, levelOf, levelCodeOf, levelLists, isUnread });
      this.#count = { place, day, figures };
    }
    return this.#count.figures;
  }

  #handleToggle(): void {
    this.tableOpen = !this.tableOpen;
  }

  readonly #tierRow = (share: Share): Row => {
    const known = TIER_ORDER.find((tier) => tier === share.key);
    const untold = share.key === 'rest' || share.key === 'unknown';
    return {
      ...this.#row(share),
      name: known ? this.i18n.t(`tier.${known}`) : untold ? this.i18n.t('tier.unknown') : share.key,
      tone: untold ? 'unknown' : 'tier',
    };
  };

  #levelRow(scheme: string | undefined, share: Share): Row {
    if (share.key === 'rest' || share.key === 'unknown') {
      return { ...this.#row(share), name: this.i18n.t(`level.${share.key}`), tone: 'unknown' };
    }
    const [mark = ''] = [UNCLEAR, MADE_UP].filter((one) => share.key.endsWith(one));
    const code = share.key.slice(0, share.key.length - mark.length);
    const { i18n } = this;
    const { schemes, mappings, scheme: wanted } = this.settings;
    const announced = mark === UNCLEAR ? undefined : findLevel(code, scheme, schemes);
    const found = announced && wanted ? convertLevel(announced, wanted, schemes, mappings) : announced;
    const marks = [
      found?.convertedFrom && i18n.t('mark.converted', { name: i18n.text(found.convertedFrom.level.name) }),
      mark === MADE_UP && i18n.t('mark.illustration'),
    ].filter(Boolean);
    const name = found ? i18n.text(found.level.name) : i18n.t('badge.unreadable', { level: code });
    return {
      ...this.#row(share),
      name: marks.length > 0 ? i18n.t('badge.marked', { name, marks: marks.join(', ') }) : name,
      tone: found?.level.tone ?? 'unknown',
    };
  }

  #row({ count, percent }: Share): Omit<Row, 'name' | 'tone'> {
    const words = { count: this.i18n.number(count), share: this.i18n.number(percent) };
    return {
      percent,
      count: words.count,
      share: this.i18n.t('percent', words),
      words: this.i18n.t('bar', words),
    };
  }

  #renderProvenance(figures: CoverageFigures): TemplateResult {
    const { publisher, publishedOn, source, illustration, counted, levelsBy = [] } = figures;
    const url = linkTo(source?.url, '');
    const name = source?.name;
    const words = name ? this.i18n.t('source', { name }) : url ? this.i18n.t('source.unnamed') : undefined;
    const day = publishedOn && this.i18n.day(publishedOn);
    return html`<p class="quiet">
        ${
          publisher
            ? this.i18n.t(counted ? 'counted' : day ? 'published' : 'published-undated', {
                publisher,
                day: day ?? '',
              })
            : this.i18n.t('unsourced')
        }
        ${url ? html`<a href=${url}>${words}</a>` : (words ?? nothing)}
      </p>
      ${
        levelsBy.length > 0
          ? html`<p class="quiet">${this.i18n.t('levels-by', { publishers: levelsBy.join('; ') })}</p>`
          : nothing
      }
      ${illustration ? html`<p class="warning">${this.i18n.t('illustration')}</p>` : nothing}`;
  }

  /** What a reader must know of the data that were counted; published figures have no such data. */
  #renderNotices(): unknown {
    const { state } = this.#catalog;
    if (state.status !== 'ready') return nothing;
    return placeNotices(this.i18n, state.place).map((notice) => html`<p class="note">${notice}</p>`);
  }

  #renderGroup(title: 'by-tier' | 'by-level', head: 'tier' | 'level', rows: readonly Row[]): unknown {
    if (rows.length === 0) return nothing;
    const words = this.i18n.t(title);
    const heads = [this.i18n.t(head), this.i18n.t('count'), this.i18n.t('share')] as const;
    return html`<section class="group">
      ${renderHeading(this.headingLevel + 1, words)} ${renderChart(rows, words)}
      ${renderTable(rows, words, heads, this.tableOpen)}
    </section>`;
  }

  #renderFigures(figures: CoverageFigures): TemplateResult {
    const { total, byTier, byLevel, scheme } = figures;
    const order = (this.settings.schemes ?? builtInSchemes)
      .filter(({ id }) => scheme === undefined || id === scheme)
      .reverse()
      .flatMap(({ levels: own }) => own.flatMap(({ code }) => [code + MADE_UP, code]).reverse());
    const tiers = sum(byTier) > 0 ? sharesOf(byTier, total, TIER_ORDER).map(this.#tierRow) : [];
    const shares = sum(byLevel) > 0 ? sharesOf(byLevel, total, order) : [];
    return html`<figure>
      <figcaption>
        ${renderHeading(this.headingLevel, this.i18n.t('title'), 'title')}
        <div class="total">${this.i18n.t('total', { count: total, total: this.i18n.number(total) })}</div>
        ${this.#renderProvenance(figures)}
      </figcaption>
      <div class="groups">
        ${this.#renderGroup('by-tier', 'tier', tiers)}
        ${this.#renderGroup(
          'by-level',
          'level',
          shares.map((share) => this.#levelRow(scheme, share)),
        )}
      </div>
      ${
        byTier.district
          ? html`<p class="note">${this.i18n.t('district', { day: this.i18n.day(DISTRICTS_ENDED) })}</p>`
          : nothing
      }
      ${sum(byTier) > total ? html`<p class="note">${this.i18n.t('overlap')}</p>` : nothing}
      <button
        type="button"
        class="button no-print"
        aria-expanded=${this.tableOpen ? 'true' : 'false'}
        @click=${this.#handleToggle}
      >
        ${this.i18n.t(this.tableOpen ? 'hide-table' : 'show-table')}
      </button>
    </figure>`;
  }

  protected override renderContent(): unknown {
    const published = this.#published;
    const { state } = this.#catalog;
    if (published?.ok) return [this.#renderNotices(), this.#renderFigures(published.value)];
    if (!published && state.status === 'loading') return html`<p role="status">${this.i18n.t('loading')}</p>`;
    if (!published && state.status === 'refused')
      return html`${renderRefusal(this.i18n, state)}<slot></slot>`;
    return html`<p class="absent">${this.i18n.t(published ? 'unreadable' : 'empty')}</p>
      <slot></slot>`;
  }
}
