import { partOf } from '../parts.js';
import { say } from './words.js';

/** A box of the page itself for an address. What is none is told at once, stays until it is mended, and changes nothing. */
export class AddressBox {
  readonly #input: HTMLInputElement;
  readonly #fault: HTMLElement;

  /**
   * @param id of the box; what is wrong is told in `#<id>-fault`
   * @param read gives the address as it may be used, or undefined
   * @param wrong what is said of one that may not
   * @param change hears of one that may, or of an empty box
   */
  constructor(
    id: string,
    private readonly read: (written: string) => string | undefined,
    private readonly wrong: 'error.address' | 'error.origin',
    change: (address: string) => void,
  ) {
    this.#input = partOf(id, HTMLInputElement);
    this.#fault = partOf(`${id}-fault`, HTMLElement);
    this.#input.addEventListener('change', () => {
      this.#judge();
      if (!this.#isWrong) change(this.#input.value);
    });
  }

  get #isWrong(): boolean {
    return this.#input.getAttribute('aria-invalid') === 'true';
  }

  /**
   * @param address what holds
   * @param written what somebody wrote instead, in the address of this page say; absent where nothing is known of it
   */
  show(address: string, written?: string | null): void {
    // Whoever is mending it must not lose it because something else has changed.
    if (written === undefined && this.#isWrong) return;
    const isLost = written !== undefined && written !== null && this.read(written) === undefined;
    this.#input.value = isLost ? written : address;
    this.#judge();
  }

  #judge(): void {
    const written = this.#input.value;
    const isWrong = written.trim() !== '' && this.read(written) === undefined;
    this.#fault.textContent = isWrong ? say(this.wrong) : '';
    this.#input.setAttribute('aria-invalid', String(isWrong));
  }
}
