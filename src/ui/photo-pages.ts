import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { turnIcon } from './form-icons.js';
import { closeIcon } from './icons.js';
import { focusPicker, type PaperHost } from './paper-host.js';
import { drawPage, turnPage, type PreparedPage } from './photo.js';

type Pages = readonly PreparedPage[];

/**
 * Small pictures of the pages of a paper: whoever photographed the wrong side sees it here and not at the desk.
 * @param onChange told what the pages become, from what they are by then
 */
export function renderPages(
  i18n: PaperHost['i18n'],
  pages: Pages,
  onChange: (next: (now: Pages) => Pages) => void,
): TemplateResult {
  return html`<ol class="pages">
    ${pages.map(
      (page, at) =>
        html`<li>
          <canvas
            aria-label=${i18n.t('attach.page', { page: at + 1 })}
            role="img"
            ${ref((canvas) => {
              if (canvas) void drawPage(canvas as HTMLCanvasElement, page);
            })}
          ></canvas>
          <button
            type="button"
            class="quiet"
            aria-label=${i18n.t('attach.turn', { page: at + 1 })}
            @click=${async () => {
              const turned = await turnPage(page);
              onChange((now) => now.map((one) => (one === page ? turned : one)));
            }}
          >
            ${turnIcon()}
          </button>
          <button
            type="button"
            class="quiet"
            aria-label=${i18n.t('attach.remove-page', { page: at + 1 })}
            @click=${(event: Event) => {
              focusPicker(event);
              onChange((now) => now.filter((one) => one !== page));
            }}
          >
            ${closeIcon()}
          </button>
        </li>`,
    )}
  </ol>`;
}
