import { nothing } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { unfoldToPrint } from '../../src/ui/unfold-to-print.js';

/** As long as it is on the page, and again when it is put back. */
class Unfolded extends AsyncDirective {
  #root!: () => ParentNode;
  #fold: (() => void) | undefined;

  override render(root: () => ParentNode): typeof nothing {
    this.#root = root;
    if (this.isConnected) this.#fold ??= unfoldToPrint(root);
    return nothing;
  }

  protected override disconnected(): void {
    this.#fold?.();
    this.#fold = undefined;
  }

  protected override reconnected(): void {
    this.#fold = unfoldToPrint(this.#root);
  }
}

/** Opens what is folded while the page prints. */
export const unfolded = directive(Unfolded);
