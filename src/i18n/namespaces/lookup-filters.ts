import vi from '../../../locales/vi/lookup-filters.json' with { type: 'json' };
import { defineNamespace } from '../namespace.js';

/** Words of the filters, which come with the press that opens them. */
export const lookupFilters = defineNamespace('lookup-filters', vi, {
  en: () => import('../../../locales/en/lookup-filters.json', { with: { type: 'json' } }),
});
