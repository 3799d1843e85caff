import { html } from 'lit';
import { detailShare } from '../../src/i18n/namespaces/detail-share.js';
import { copyText } from '../../src/ui/copy-text.js';
import type { ShareController } from './share-controller.js';
import type { Sheet } from './sheet.js';

/**
 * Hands the address of a sheet on: by the device's own choice of apps where there is one, else into the clipboard, else to
 * be copied by hand.
 */
export async function share(
  controller: ShareController,
  { i18n, procedure }: Sheet,
  address: string,
): Promise<void> {
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
    await controller.tell(address, i18n.t('copied'));
    return;
  }
  await controller.tell(
    address,
    html`${i18n.t('by-hand')}
      <input class="address" readonly aria-label=${i18n.t('address')} .value=${address} />`,
  );
  controller.host.shadowRoot?.querySelector<HTMLInputElement>('.address')?.select();
}
