import { html, nothing, type TemplateResult } from 'lit';
import { externalIcon, phoneIcon } from '../../src/ui/icons.js';
import { dialLink } from '../../src/ui/link-template.js';
import { NATIONAL_PORTAL } from '../../src/ui/national-portal.js';
import { filtersIn, hasWords, isUnsure, type FoundView } from './found.js';
import type { ListWords } from './list-words.js';
import type { lookupEnd } from '../../src/i18n/namespaces/lookup-end.js';
import { renderWay } from './way-to.js';

/* Fetched once the first rows are there, so that it is here before somebody finds nothing. */

export { lookupEnd } from '../../src/i18n/namespaces/lookup-end.js';

/** What stands below the last row: nothing where nothing was asked. */
export function renderEnd(
  view: FoundView,
  words: ListWords<typeof lookupEnd>,
): TemplateResult | typeof nothing {
  if (isUnsure(view.result)) return renderNone(view, words);
  return hasWords(view.list.asked)
    ? html`<div class="none">${renderWhereToAsk(words, view.helpPhone)}</div>`
    : nothing;
}

function renderNone(view: FoundView, words: ListWords<typeof lookupEnd>): TemplateResult {
  const { result, list } = view;
  const { suggestions } = result;
  const isFiltered = result.total === 0 && filtersIn(list.asked) > 0;
  return html`<div class="none">
    ${
      // Where the filters are open, the button stands among them.
      isFiltered && !view.filters
        ? html`<button type="button" class="button" @click=${() => list.widen()}>
            ${words.t('none-widen')}
          </button>`
        : nothing
    }
    ${
      suggestions.length > 0
        ? html`<div>
            <p id="nearest">${words.t('none-nearest')}</p>
            <ul aria-labelledby="nearest">
              ${suggestions.map((procedure) => renderWay(view, procedure, 'suggestion', procedure.name))}
            </ul>
          </div>`
        : nothing
    }
    ${isFiltered ? nothing : html`<p>${words.t('none-tips')}</p>`} ${renderWhereToAsk(words, view.helpPhone)}
    <slot name="not-found"></slot>
  </div>`;
}

/** Nothing here understands a sentence: however good an answer looks, it may be about something else. */
function renderWhereToAsk(words: ListWords<typeof lookupEnd>, phone: string | undefined): TemplateResult {
  const dial = phone && dialLink(phone);
  return html`<p>${words.t('none-ask')}</p>
    <p>
      <a href=${NATIONAL_PORTAL} rel="noopener noreferrer">${words.t('national-portal')} ${externalIcon()}</a>
    </p>
    ${dial ? html`<p><a href=${dial}>${phoneIcon()} ${words.t('none-phone', { phone })}</a></p>` : nothing}`;
}
