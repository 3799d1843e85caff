import { html } from 'lit';
import { detailShare } from '../../src/i18n/namespaces/detail-share.js';
import { copyText } from '../../src/ui/copy-text.js';
import type { Sheet } from './sheet.js';

/** Who asked for it, and shows what it came to; that is there once the promise is kept. */
interface Sharer {
  readonly host: HTMLElement;
  tell(address: string, view: unknown): Promise<unknown>;
}

/**
 * Hands the address of a sheet on: by the device's own choice of apps where there is one, else into the clipboard, else to
 * be copied by hand.
 */
export async function share(sharer: Sharer, { i18n, procedure }: Sheet, address: string): Promise<void> {
  if ('share' in navigator) {
    try {
      await navigator.share({ title: procedure.name, url: address });
      return;
    } catch (error) {
      // Whoever closed the choice wants no copy either.
      if (error instanceof DOMException && error.name === 'AbortError') return;
    }
  }
  const isCopied = await copyText(address, () => undefined);
  await i18n.use(detailShare);
  if (isCopied) {
    await sharer.tell(address, i18n.t('copied'));
    return;
  }
  await sharer.tell(
    address,
    html`${i18n.t('by-hand')}
      <input class="address" readonly aria-label=${i18n.t('address')} .value=${address} />`,
  );
  sharer.host.shadowRoot?.querySelector<HTMLInputElement>('.address')?.select();
}
