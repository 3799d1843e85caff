import { waitUntil as wait } from '@open-wc/testing';

/**
 * Waits for something to be so, and looks at whiles, so that what waits for an idle browser comes too. The second that
 * the library would give is less than a late chunk needs on a machine with much else to do.
 */
export const waitUntil = (isSo: Parameters<typeof wait>[0], what?: string): Promise<void> =>
  wait(isSo, what, { timeout: 45_000 });
