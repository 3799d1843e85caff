import { html, nothing, type TemplateResult } from 'lit';
import { closeIcon, searchIcon } from '../../src/ui/icons.js';

interface BoxView {
  /** What is in the box. */
  readonly words: string;
  readonly t: (key: 'label' | 'hint' | 'clear' | 'submit') => string;
  readonly onInput: (event: Event) => void;
  readonly onClear: () => void;
  readonly onSubmit: (event: Event) => void;
}

/** The box in which people say what they look for. */
export function renderSearchBox({ words, t, onInput, onClear, onSubmit }: BoxView): TemplateResult {
  // Once somebody types, they know how, and the results need the room; it is still read out.
  const hint = words ? 'visually-hidden' : 'hint';
  return html`<form class="search" part="search" role="search" @submit=${onSubmit}>
    <label for="words">${t('label')}</label>
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
            ? html`<button type="button" class="clear" aria-label=${t('clear')} @click=${onClear}>
                ${closeIcon()}
              </button>`
            : nothing
        }
      </div>
      <button type="submit" class="button primary">
        ${searchIcon()}<span class="submit">${t('submit')}</span>
      </button>
    </div>
    <p id="hint" class=${hint}>${t('hint')}</p>
  </form>`;
}
