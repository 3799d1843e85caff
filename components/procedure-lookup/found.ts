import { html, nothing, type TemplateResult } from 'lit';
import type { SearchResult } from '../../src/catalog/catalog-search.js';
import type { Procedure } from '../../src/catalog/procedure.js';
import type { CatalogQuery } from '../../src/catalog/query.js';
import type { PlaceCatalog } from '../../src/ui/catalog-state.js';
import { renderHeading } from '../../src/ui/heading.js';
import { chevronIcon, infoIcon } from '../../src/ui/icons.js';
import { linkTo } from '../../src/ui/link-template.js';
import { loadNotices } from '../../src/ui/place-notices.js';
import type { OpenedFrom } from '../../src/ui/procedure-events.js';
import { PAGE, type AskedList } from './asked-list.js';
import { cardOf, type ListContext } from './card-of.js';
import { FILTERS } from './filter-names.js';
import { renderCard } from './result-card.js';
import { renderWhereToAsk } from './where-to-ask.js';

/** What stands below the box. */
interface FoundView extends ListContext {
  readonly place: PlaceCatalog;
  readonly result: SearchResult;
  readonly list: AskedList;
  /** Rows that are drawn so far. */
  readonly drawn: number;
  /** The filters, where they are open; none while their code comes. */
  readonly filters: false | { readonly shown: TemplateResult | undefined };
  readonly headingLevel: number;
  /** Address of the page that shows one procedure, with `{code}`. */
  readonly detailUrl: string | undefined;
  readonly helpPhone: string | undefined;
  readonly onFilters: () => void;
  readonly onMore: () => void;
  readonly onOpen: (procedure: Procedure, from: OpenedFrom, event: Event) => void;
  readonly onApply: (procedure: Procedure, event: Event) => void;
}

/** One letter asks for nothing yet. */
export const hasWords = ({ words }: CatalogQuery): boolean => words.trim().length > 1;

/** Perhaps nothing that was found is right. */
const isUnsure = ({ confidence }: SearchResult): boolean => confidence === 'low' || confidence === 'none';

const filtersIn = (asked: CatalogQuery): number => FILTERS.filter((filter) => asked[filter]).length;

/** With a capital in front, as a choice is written. */
const capitalised = (words: string): string => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);

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
      rest > 0
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
        aria-expanded=${filters ? 'true' : 'false'}
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

/** A way to one procedure: a link where it has a page of its own. */
function renderWay(
  { detailUrl, onOpen }: FoundView,
  procedure: Procedure,
  from: OpenedFrom,
  words: string,
): TemplateResult {
  const url = linkTo(detailUrl, procedure.code);
  const open = (event: Event) => onOpen(procedure, from, event);
  return html`<li>
    ${
      url
        ? html`<a class="button way" lang="vi" href=${url} @click=${open}>${words}</a>`
        : html`<button type="button" class="button way" lang="vi" @click=${open}>${words}</button>`
    }
  </li>`;
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

function renderEnd(view: FoundView): TemplateResult | typeof nothing {
  if (isUnsure(view.result)) return renderNone(view);
  return hasWords(view.list.asked) ? html`<div class="none">${whereToAsk(view)}</div>` : nothing;
}

function renderNone(view: FoundView): TemplateResult {
  const { i18n, result, list } = view;
  const { total, suggestions } = result;
  return html`<div class="none">
    ${
      total === 0 && filtersIn(list.asked)
        ? html`<button type="button" class="button" @click=${() => list.widen()}>
            ${i18n.t('filters-reset')}
          </button>`
        : nothing
    }
    ${
      suggestions.length > 0
        ? html`<div>
            <p id="nearest">${i18n.t('none-nearest')}</p>
            <ul aria-labelledby="nearest">
              ${suggestions.map((procedure) => renderWay(view, procedure, 'suggestion', procedure.name))}
            </ul>
          </div>`
        : nothing
    }
    <p>${i18n.t('none-tips')}</p>
    ${whereToAsk(view)}
    <slot name="not-found"></slot>
  </div>`;
}

const whereToAsk = ({ i18n, helpPhone }: FoundView): TemplateResult => renderWhereToAsk(i18n, helpPhone);
