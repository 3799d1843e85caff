import vi from '../../../locales/vi/detail.json' with { type: 'json' };
import { defineNamespace } from '../namespace.js';

export const detail = defineNamespace('detail', vi, {
  en: () => import('../../../locales/en/detail.json', { with: { type: 'json' } }),
});
