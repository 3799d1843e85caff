import { html, render } from 'lit';
import { serviceSchema } from '../../src/catalog/service-schema.js';

export type ServiceView = Parameters<typeof serviceSchema>;

/** A data block for search engines in the head of the document. */
export class StructuredData {
  #script: HTMLScriptElement | undefined;
  #json = '';

  /** Describes a service, or nothing. */
  show(view: ServiceView | undefined): void {
    // The escape keeps `</script>` in a name harmless where a page is saved and read again.
    const json = view ? JSON.stringify(serviceSchema(...view)).replaceAll('<', '\\u003c') : '';
    if (json === this.#json) return;
    this.#json = json;
    this.#script?.remove();
    this.#script = undefined;
    if (!json) return;
    const script = emptyDataBlock();
    script.append(json);
    document.head.append(script);
    this.#script = script;
  }
}

/**
 * A script element that browsers hold for started already, because a template made it. Where a page enforces
 * Trusted Types, one that is new would be reported for its text, although data are never run.
 */
function emptyDataBlock(): HTMLScriptElement {
  const holder = document.createDocumentFragment();
  render(html`<script type="application/ld+json"></script>`, holder);
  return holder.querySelector('script') ?? document.createElement('script');
}
