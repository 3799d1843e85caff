import { html, type TemplateResult } from 'lit';
import type { Procedure } from '../../src/catalog/procedure.js';
import { linkTo } from '../../src/ui/link-template.js';
import type { OpenedFrom } from '../../src/ui/procedure-events.js';

/** How procedures of a list are opened. */
export interface ListWays {
  /** Address of the page that shows one procedure, with `{code}`. */
  readonly detailUrl: string | undefined;
  readonly onOpen: (procedure: Procedure, from: OpenedFrom, event: Event) => void;
}

/** A way to one procedure: a link where it has a page of its own. */
export function renderWay(
  { detailUrl, onOpen }: ListWays,
  procedure: Procedure,
  from: OpenedFrom,
  words: string,
): TemplateResult {
  const url = linkTo(detailUrl, procedure.code);
  const open = (event: Event) => onOpen(procedure, from, event);
  return html`<li>
    ${
      url
        ? html`<a class="button way" lang="vi" href=${url} @click=${open}>${words}</a>`
        : html`<button type="button" class="button way" lang="vi" @click=${open}>${words}</button>`
    }
  </li>`;
}
