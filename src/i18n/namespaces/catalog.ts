import vi from '../../../locales/vi/catalog.json' with { type: 'json' };
import { defineNamespace } from '../namespace.js';

export const catalog = defineNamespace('catalog', vi, {
  en: () => import('../../../locales/en/catalog.json', { with: { type: 'json' } }),
});
