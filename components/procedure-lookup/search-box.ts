import { html, nothing, type TemplateResult } from 'lit';
import { closeIcon, searchIcon } from '../../src/ui/icons.js';
import type { ListWords } from './list-words.js';

interface BoxView {
  /** What is in the box. */
  readonly words: string;
  readonly i18n: ListWords;
  readonly onInput: (event: Event) => void;
  readonly onClear: () => void;
  readonly onSubmit: (event: Event) => void;
}

/** The box in which people say what they look for. */
export function renderSearchBox({ words, i18n, onInput, onClear, onSubmit }: BoxView): TemplateResult {
  // Once somebody types, they know how, and the results need the room; it is still read out.
  const hint = words ? 'visually-hidden' : 'hint';
  // What was searched for belongs to the list on paper; an empty box does not.
  return html`<form
    class=${words ? 'search' : 'search no-print'}
    part="search"
    role="search"
    @submit=${onSubmit}
  >
    <label for="words">${i18n.t('label')}</label>
    <div class="box">
      <div class="field">
        <input
          id="words"
          type="search"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          enterkeyhint="search"
          aria-describedby="hint"
          .value=${words}
          @input=${onInput}
        />
        ${
          words
            ? html`<button type="button" class="clear" aria-label=${i18n.t('clear')} @click=${onClear}>
                ${closeIcon()}
              </button>`
            : nothing
        }
      </div>
      <button type="submit" class="button primary">
        ${searchIcon()}<span class="submit">${i18n.t('submit')}</span>
      </button>
    </div>
    <p id="hint" class=${hint}>${i18n.t('hint')}</p>
  </form>`;
}
