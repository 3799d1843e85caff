import { applyOptions } from './page-options.js';

// Only while a classic script runs for the first time does the browser tell which tag it came from.
applyOptions(document.currentScript?.dataset ?? {});
