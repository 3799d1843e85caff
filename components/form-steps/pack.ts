import { html, type TemplateResult } from 'lit';
import type { SentFile } from '../../src/forms/submission.js';
import { warningIcon } from '../../src/ui/form-icons.js';
import { paperIcon } from '../../src/ui/icons.js';
import type { LateHost } from './late-host.js';
import { saveFile } from '../../src/ui/save-file.js';

/** The papers, as PDF files to take along to the national portal. */
export class PackPart {
  readonly #lost = new Set<string>();

  constructor(private readonly host: LateHost) {}

  render(): TemplateResult {
    const { i18n, application } = this.host;
    return html`<ul class="list files">
      ${application.files.map((file) => {
        const size = i18n.number(Math.ceil(file.size / 1024));
        return html`<li>
          <span>${paperIcon()} <span lang="vi">${file.paper ?? file.name}</span></span>
          <button
            type="button"
            class="button"
            aria-label=${i18n.t('pack.save-what', { name: file.paper ?? file.name, size })}
            @click=${() => void this.#save(file)}
          >
            ${i18n.t('pack.save', { size })}
          </button>
          ${
            this.#lost.has(file.id)
              ? html`<span class="error" role="alert"
                  >${warningIcon()}<span>${i18n.t('pack.lost')}</span></span
                >`
              : ''
          }
        </li>`;
      })}
    </ul>`;
  }

  async #save({ id, name }: SentFile): Promise<void> {
    const bytes = await this.host.application.bytes.of(id);
    if (bytes) saveFile(name, [bytes], 'application/pdf');
    else {
      this.#lost.add(id);
      this.host.requestUpdate();
    }
  }
}
