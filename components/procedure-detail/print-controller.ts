import type { ReactiveController } from 'lit';
import { patience } from '../../src/ui/data-files.js';
import type { PrintCode } from '../../src/ui/print-code.js';
import { unfoldToPrint } from '../../src/ui/unfold-to-print.js';
import { ShareController, type ShareHost } from './share-controller.js';

interface PrintHost extends ShareHost {
  readonly renderRoot: ParentNode;
}

/**
 * Makes a sheet ready for paper: fetches the code of the QR code beforehand, since nothing can be fetched once
 * a person has pressed Ctrl+P, and opens what is folded while the page prints.
 */
export class PrintController implements ReactiveController {
  #make: ((address: string) => PrintCode | undefined) | undefined;
  #made: { readonly address: string; readonly code: PrintCode | undefined } | undefined;
  #load: Promise<void> | undefined;
  #fold = (): void => undefined;

  /** The other way to hand the sheet on. */
  readonly share: ShareController;

  constructor(private readonly host: PrintHost) {
    this.share = new ShareController(host);
    host.addController(this);
  }

  /** The QR code of an address, once its code is there. */
  codeFor(address: string): PrintCode | undefined {
    if (!this.#make) return undefined;
    if (this.#made?.address !== address) this.#made = { address, code: this.#make(address) };
    return this.#made.code;
  }

  /** Fetches what draws the code. Without a network the address in letters stands alone. */
  prepare(): Promise<void> {
    this.#load ??= import('../../src/ui/print-code.js').then(
      ({ printCode }) => {
        this.#make = printCode;
        this.host.requestUpdate();
      },
      () => {
        this.#load = undefined;
      },
    );
    return this.#load;
  }

  /** Prepares when the browser has nothing better to do, unless the person asked to save data. */
  prepareWhenIdle(): void {
    if (this.#load || savesData()) return;
    const prepare = () => {
      if (this.host.isConnected) void this.prepare();
    };
    // Safari has no idle callbacks; the sheet is on the screen by then either way.
    if ('requestIdleCallback' in window) window.requestIdleCallback(prepare);
    else setTimeout(prepare, 500);
  }

  async print(): Promise<void> {
    // On a poor line the address in letters has to do.
    await Promise.race([this.prepare(), patience()]);
    await this.host.updateComplete;
    window.print();
  }

  hostConnected(): void {
    this.#fold = unfoldToPrint(() => this.host.renderRoot);
  }

  hostDisconnected(): void {
    this.#fold();
  }
}

function savesData(): boolean {
  const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData ?? false;
}
