import vi from '../../../locales/vi/form-papers.json' with { type: 'json' };
import { defineNamespace } from '../namespace.js';

/** Words around the papers of an application, which come with the code that lists them. */
export const formPapers = defineNamespace('form-papers', vi, {
  en: () => import('../../../locales/en/form-papers.json', { with: { type: 'json' } }),
});
