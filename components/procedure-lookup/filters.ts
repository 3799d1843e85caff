import { html, nothing, type TemplateResult } from 'lit';
import type { CatalogQuery } from '../../src/catalog/query.js';
import { FILTERS, type Choice, type Filter } from './filter-names.js';

/* Fetched when somebody opens the filters: most never do. */

export { choicesOf } from './choices.js';

interface FilterView {
  readonly query: CatalogQuery;
  readonly choices: Readonly<Record<Filter, readonly Choice[]>>;
  readonly words: {
    readonly any: string;
    readonly reset: string;
    readonly label: (filter: Filter) => string;
    readonly choice: (choice: Choice) => string;
  };
  readonly onChoose: (filter: Filter, value: string) => void;
  readonly onReset: () => void;
}

/** The filters, as native selects: every phone and screen reader knows how to handle them. */
export function renderFilters(view: FilterView): TemplateResult {
  const active = FILTERS.some((filter) => view.query[filter]);
  return html`<div id="filters" class="filters" part="filters">
    ${FILTERS.map((filter) => renderSelect(view, filter, view.choices[filter]))}
    ${
      active
        ? html`<button type="button" class="button" @click=${view.onReset}>${view.words.reset}</button>`
        : nothing
    }
  </div>`;
}

function renderSelect(
  view: FilterView,
  filter: Filter,
  choices: readonly Choice[],
): TemplateResult | typeof nothing {
  if (choices.length < 2 && !view.query[filter]) return nothing;
  return html`<div>
    <label for=${filter}>${view.words.label(filter)}</label>
    <select
      id=${filter}
      @change=${(event: Event) => view.onChoose(filter, (event.currentTarget as HTMLSelectElement).value)}
    >
      <option value="">${view.words.any}</option>
      ${choices.map(
        (choice) =>
          html`<option value=${choice.value} lang=${filter === 'field' ? 'vi' : nothing}>
            ${view.words.choice(choice)}
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
