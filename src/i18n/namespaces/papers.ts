import vi from '../../../locales/vi/papers.json' with { type: 'json' };
import { defineNamespace } from '../namespace.js';

/** What is said of the papers of a procedure wherever they are listed. */
export const papers = defineNamespace('papers', vi, {
  en: () => import('../../../locales/en/papers.json', { with: { type: 'json' } }),
});
