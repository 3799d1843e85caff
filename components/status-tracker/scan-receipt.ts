import { html } from 'lit';
import { readDossierCode } from '../../src/dossiers/read-code.js';
import { tellApart } from '../../src/dossiers/tell-apart.js';
import { QrCamera } from '../../src/ui/qr-camera.js';
import type { TrackerHost } from './late-host.js';

/** Reads the code of a receipt, from a photo or the camera; what opens the dossier is typed all the same. */
export class ScanReceiptPart {
  readonly #camera: QrCamera;

  constructor(private readonly host: TrackerHost) {
    this.#camera = new QrCamera((text) => this.#take(text), host.requestUpdate);
  }

  close(): void {
    this.#camera.close();
  }

  #take(text: string): boolean {
    const code = tellApart(text).kind === 'dossier' ? readDossierCode(text) : undefined;
    if (code !== undefined) this.host.onScanned(code);
    return code !== undefined;
  }

  render(): unknown {
    const { i18n } = this.host;
    const close = () => {
      this.close();
      this.host.view().onScan(false);
    };
    return html`<div class="scan" role="group" aria-label=${i18n.t('scan.title')}>
      <p class="hint">${i18n.t('scan.why')}</p>
      ${this.#camera.renderWays(
        (key) => i18n.t(key),
        html`<button type="button" class="quiet" @click=${close}>${i18n.t('close')}</button>`,
      )}
    </div>`;
  }
}
