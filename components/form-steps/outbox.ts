import { html, type TemplateResult } from 'lit';
import type { OutboxItem } from '../../src/ui/outbox.js';
import { receivedWords, waitingWords } from './state-strip.js';
import type { Words } from './view.js';

/**
 * Submissions of other procedures that were begun on this computer, and how each stands.
 * @param linkOf the page that shows one
 */
export function renderOutbox(
  i18n: Words,
  items: readonly OutboxItem[],
  nameOf: (procedure: string) => string,
  linkOf: (procedure: string) => string | undefined,
): TemplateResult {
  return html`<aside class="outbox no-print" aria-label=${i18n.t('outbox')}>
    <p><b>${i18n.t('outbox')}</b></p>
    <ul class="list">
      ${items.map(({ procedure, state }) => {
        const name = nameOf(procedure);
        const link = linkOf(procedure);
        return html`<li>
          ${link ? html`<a href=${link} lang="vi">${name}</a>` : html`<span lang="vi">${name}</span>`}:
          ${
            state.stage === 'received'
              ? receivedWords(i18n, state.receipt)
              : state.stage === 'waiting'
                ? waitingWords(i18n, state, false)
                : i18n.t(
                    state.stage === 'refused' || state.stage === 'short'
                      ? 'outbox.stuck'
                      : `send.${state.stage}`,
                  )
          }
        </li>`;
      })}
    </ul>
  </aside>`;
}
