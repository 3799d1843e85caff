import { html, nothing, type TemplateResult } from 'lit';
import type { SearchResult } from '../../src/catalog/catalog-search.js';
import type { Procedure } from '../../src/catalog/procedure.js';
import type { CatalogQuery } from '../../src/catalog/query.js';
import type { PlaceCatalog } from '../../src/ui/catalog-state.js';
import { renderHeading } from '../../src/ui/heading.js';
import { chevronIcon, infoIcon } from '../../src/ui/icons.js';
import { linkTo } from '../../src/ui/link-template.js';
import { loadNotices } from '../../src/ui/place-notices.js';
import { PAGE, type AskedList } from './asked-list.js';
import { cardOf, type ListContext } from './card-of.js';
import { FILTERS } from './filter-names.js';
import { renderCard } from './result-card.js';
import { renderWay, type ListWays } from './way-to.js';

/** What stands below the box. */
export interface FoundView extends ListContext, ListWays {
  readonly place: PlaceCatalog;
  readonly result: SearchResult;
  readonly list: AskedList;
  /** Rows that are drawn so far. */
  readonly drawn: number;
  /** The filters, where they are open; none while their code comes. */
  readonly filters: false | { readonly shown: TemplateResult | undefined };
  readonly headingLevel: number;
  readonly helpPhone: string | undefined;
  readonly onFilters: () => void;
  readonly onMore: () => void;
  /** Draws what helps where none of the rows is right; none until its code is here. */
  readonly renderEnd: ((view: FoundView) => TemplateResult | typeof nothing) | undefined;
  readonly onApply: (procedure: Procedure, event: Event) => void;
}

/** One letter asks for nothing yet. */
export const hasWords = ({ words }: CatalogQuery): boolean => words.trim().length > 1;

/** Perhaps nothing that was found is right. */
export const isUnsure = ({ confidence }: SearchResult): boolean =>
  confidence === 'low' || confidence === 'none';

export const filtersIn = (asked: CatalogQuery): number => FILTERS.filter((filter) => asked[filter]).length;

/** With a capital in front, as a choice is written. */
const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** How many were found, what must be known of them, the rows, and what helps where none of them is right. */
export function renderFound(view: FoundView): TemplateResult {
  const { i18n, result, drawn, onMore } = view;
  const rest = Math.min(result.total - view.list.shown, PAGE);
  return html`${renderBar(view)} ${renderNotices(view)}
    ${
      result.readAs
        ? html`<p class="read-as">
            ${i18n.t(isUnsure(result) ? 'tried' : 'read-as', { words: result.readAs })}
          </p>`
        : nothing
    }
    ${renderSiblings(view)}
    <ol class="results">
      ${renderRows(view)}
    </ol>
    ${
      // Once all rows are there: what stands below them would be pushed down by each.
      drawn >= result.hits.length && rest > 0
        ? html`<button type="button" class="button more" @click=${onMore}>
            ${i18n.t('more', { count: rest })}
          </button>`
        : nothing
    }
    ${drawn < result.hits.length ? nothing : renderEnd(view)}`;
}

/** How many there are, and the button for the filters, in one row. */
function renderBar(view: FoundView): TemplateResult {
  const { i18n, list, filters, onFilters } = view;
  const active = filtersIn(list.asked);
  return html`<div class="bar">
      <p class="status" tabindex="-1">${statusWords(view)}</p>
      <button
        type="button"
        class="button filter-button"
        aria-expanded=${filters !== false}
        aria-controls="filters"
        @click=${onFilters}
      >
        ${active ? i18n.t('filters-active', { count: active }) : i18n.t('filters')}${chevronIcon()}
      </button>
    </div>
    ${filters ? filters.shown : nothing}`;
}

function statusWords({ i18n, list, result: { total, confidence } }: FoundView): string {
  const { asked } = list;
  const words = hasWords(asked) ? asked.words.trim() : '';
  if (total === 0 && filtersIn(asked)) return i18n.t('none-filtered');
  if (total === 0 && words) return i18n.t('none', { words });
  if (!words) return i18n.t('all', { count: total });
  return i18n.t(confidence === 'low' ? 'found-low' : 'found', { count: total });
}

function renderNotices({ i18n, place }: FoundView): TemplateResult {
  return html`${place.catalog.sample ? html`<p class="sample">${i18n.t('sample')}</p>` : nothing}
  ${loadNotices(i18n, place).map((notice) => html`<p class="notice">${infoIcon()}<span>${notice}</span></p>`)}`;
}

function renderSiblings(view: FoundView): TemplateResult | typeof nothing {
  const { siblings } = view.result;
  if (!siblings) return nothing;
  return html`<div class="siblings" role="group" aria-labelledby="siblings">
    <div id="siblings">${renderHeading(view.headingLevel, view.i18n.t('siblings'))}</div>
    <ul>
      ${siblings.options.map(({ procedure, difference }) =>
        renderWay(view, procedure, 'sibling', capitalised(difference)),
      )}
    </ul>
  </div>`;
}

function renderRows(view: FoundView): TemplateResult[] {
  const { place, result, headingLevel, onOpen, onApply } = view;
  return result.hits.slice(0, view.drawn).map((hit) => {
    const { procedure } = hit;
    return renderCard({
      ...cardOf(hit, place, view),
      headingLevel,
      detailUrl: linkTo(view.detailUrl, procedure.code),
      onOpen: (event) => onOpen(procedure, 'result', event),
      onApply: (event) => onApply(procedure, event),
    });
  });
}

const renderEnd = (view: FoundView): unknown =>
  view.renderEnd?.(view) ?? (isUnsure(view.result) ? html`<slot name="not-found"></slot>` : nothing);
