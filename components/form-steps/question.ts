import { html, nothing, type TemplateResult } from 'lit';

/** A question that must be answered before anything else, in the middle of the page. */
export function renderQuestion(
  question: string,
  why: string | undefined,
  answers: readonly { readonly words: string; readonly look: string; readonly onPress: () => void }[],
): TemplateResult {
  return html`<div
    class="ask"
    role="alertdialog"
    aria-labelledby="ask-title"
    aria-describedby=${why ? 'ask-why' : nothing}
  >
    <p id="ask-title"><b>${question}</b></p>
    ${why ? html`<p id="ask-why">${why}</p>` : nothing}
    <p class="actions">
      ${answers.map(
        ({ words, look, onPress }) =>
          html`<button type="button" class="button ${look}" @click=${onPress}>${words}</button>`,
      )}
    </p>
  </div>`;
}
