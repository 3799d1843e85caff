import type { Network } from '../gateway/fetch-text.js';
import { asked } from './asked.js';

/** The network of the page. */
export const pageNetwork: Network = {
  fetch: (input, init) => {
    asked.add(input instanceof Request ? input.url : String(input));
    return fetch(input, init);
  },
  timeout: (ms) => AbortSignal.timeout(ms),
};
