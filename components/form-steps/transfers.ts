import { html, nothing, type TemplateResult } from 'lit';
import { shareOf, type Transfer } from '../../src/forms/transfer.js';
import { warningIcon } from '../../src/ui/form-icons.js';
import type { LateHost } from './late-host.js';

/**
 * How each paper stands, so that one that takes long is not taken for one that is stuck. Until all of them are there
 * nothing of the application itself is sent, and it can be stopped to mend something.
 */
export function renderTransfers(
  { i18n, application }: Pick<LateHost, 'i18n' | 'application'>,
  transfers: readonly Transfer[],
  onCancel: () => void,
): TemplateResult {
  const isUnderWay = shareOf(transfers) < 1;
  return html`<ul class="list">
      ${transfers.map(({ file, stage, sent }) => {
        const kilobytes = (bytes: number) => i18n.number(Math.ceil(bytes / 1024));
        return html`<li>
          <span lang="vi">${file.paper ?? file.name}</span>:
          ${i18n.t(`transfer.${stage}`, { sent: kilobytes(sent), size: kilobytes(file.size) })}
        </li>`;
      })}
    </ul>
    ${
      application.couldNotCancel
        ? html`<p class="warning">${warningIcon()}<span>${i18n.t('send.cancel-unsure')}</span></p>`
        : nothing
    }
    ${
      isUnderWay
        ? html`<p class="actions">
            <button type="button" class="button" @click=${onCancel}>${i18n.t('send.cancel')}</button>
          </p>`
        : nothing
    }`;
}
