import { html, nothing, type TemplateResult } from 'lit';
import type { SearchResult } from '../../src/catalog/catalog-search.js';
import type { CatalogQuery } from '../../src/catalog/query.js';
import type { LevelScheme } from '../../src/levels/level-scheme.js';
import { choicesOf, type FilterWords } from './choices.js';
import { FILTERS, type Choice, type Filter } from './filter-names.js';

/* Fetched when somebody opens the filters: most never do. */

export { lookupFilters } from '../../src/i18n/namespaces/lookup-filters.js';
export { styles } from './filters.styles.js';

interface FilterView {
  readonly i18n: FilterWords;
  readonly result: SearchResult;
  readonly query: CatalogQuery;
  readonly schemes: readonly LevelScheme[] | undefined;
  readonly onChoose: (filter: Filter, value: string) => void;
  readonly onReset: () => void;
}

/** The filters, as native selects: every phone and screen reader knows how to handle them. */
export function renderFilters(view: FilterView): TemplateResult {
  const { i18n, result, query, schemes, onReset } = view;
  const choices = choicesOf(result, query, i18n, schemes);
  const active = FILTERS.some((filter) => query[filter]);
  return html`<div id="filters" class="filters" part="filters">
    ${FILTERS.map((filter) => renderSelect(view, filter, choices[filter]))}
    ${
      active
        ? html`<button type="button" class="button" @click=${onReset}>${i18n.t('filters-reset')}</button>`
        : nothing
    }
  </div>`;
}

function renderSelect(
  { i18n, query, onChoose }: FilterView,
  filter: Filter,
  choices: readonly Choice[],
): TemplateResult | typeof nothing {
  if (choices.length < 2 && !query[filter]) return nothing;
  return html`<div>
    <label for=${filter}>${i18n.t(`filter.${filter}`)}</label>
    <select
      id=${filter}
      @change=${(event: Event) => onChoose(filter, (event.currentTarget as HTMLSelectElement).value)}
    >
      <option value="">${i18n.t('filter.any')}</option>
      ${choices.map(
        ({ value, name, count }) =>
          html`<option value=${value} lang=${filter === 'field' ? 'vi' : nothing}>
            ${i18n.t('filter.choice', { name, count: i18n.number(count) })}
          </option>`,
      )}
    </select>
  </div>`;
}

/** Shows in the selects what is asked, which only can be done once their options are there. */
export function showChosen(root: ParentNode, query: CatalogQuery): void {
  for (const filter of FILTERS) {
    const select = root.querySelector<HTMLSelectElement>(`#${filter}`);
    if (select) select.value = query[filter] ?? '';
  }
}
