import vi from '../../../locales/vi/detail-rest.json' with { type: 'json' };
import { defineNamespace } from '../namespace.js';

/** Words below the papers of a sheet, which come with the code that needs them. */
export const detailRest = defineNamespace('detail-rest', vi, {
  en: () => import('../../../locales/en/detail-rest.json', { with: { type: 'json' } }),
});
