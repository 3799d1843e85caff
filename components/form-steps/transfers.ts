import { html, type TemplateResult } from 'lit';
import type { Transfer } from '../../src/forms/transfer.js';
import type { Words } from './view.js';

/** How each paper stands, so that one that takes long is not taken for one that is stuck. */
export function renderTransfers(i18n: Words, transfers: readonly Transfer[]): TemplateResult {
  return html`<ul class="list">
    ${transfers.map(({ file, stage, sent }) => {
      const kilobytes = (bytes: number) => i18n.number(Math.ceil(bytes / 1024));
      return html`<li>
        <span lang="vi">${file.paper ?? file.name}</span>:
        ${i18n.t(`transfer.${stage}`, { sent: kilobytes(sent), size: kilobytes(file.size) })}
      </li>`;
    })}
  </ul>`;
}
