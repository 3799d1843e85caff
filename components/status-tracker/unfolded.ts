import { nothing } from 'lit';
import type { ReadHost } from '../../src/ui/offer-read-aloud.js';
import { unfoldToPrint } from '../../src/ui/unfold-to-print.js';

const unfolding = new WeakSet<ReadHost>();

/** Opens what is folded while the page prints, as long as the element is on the page, and again when it is put back. */
export function unfolded(root: () => ParentNode): typeof nothing {
  const tracker = (root() as ShadowRoot).host as unknown as ReadHost;
  if (unfolding.has(tracker)) return nothing;
  unfolding.add(tracker);
  let fold: (() => void) | undefined;
  tracker.addController({
    hostConnected: () => (fold = unfoldToPrint(root)),
    hostDisconnected: () => fold?.(),
  });
  return nothing;
}
