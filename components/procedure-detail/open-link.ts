import { html, type TemplateResult } from 'lit';

export interface RelatedLinks {
  /** Address of a procedure's sheet; undefined where the page has none, then a button opens it. */
  readonly address: (code: string) => string | undefined;
  readonly onOpen: (event: MouseEvent, code: string) => void;
}

/** Opens another sheet: a link where it has an address, so that it can be opened beside this one; else a button. */
export function renderOpenLink(
  code: string,
  name: string,
  { address, onOpen }: RelatedLinks,
): TemplateResult {
  const open = (event: MouseEvent) => onOpen(event, code);
  const href = address(code);
  return href
    ? html`<a class="target" lang="vi" href=${href} @click=${open}>${name}</a>`
    : html`<button type="button" class="target" lang="vi" @click=${open}>${name}</button>`;
}
