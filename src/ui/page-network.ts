import type { Network } from '../gateway/fetch-text.js';

/** The network of the page. */
export const pageNetwork: Network = {
  fetch: (input, init) => fetch(input, init),
  timeout: (ms) => AbortSignal.timeout(ms),
};
