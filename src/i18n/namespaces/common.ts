import vi from '../../../locales/vi/common.json' with { type: 'json' };
import { defineNamespace } from '../namespace.js';

export const common = defineNamespace('common', vi, {
  en: () => import('../../../locales/en/common.json', { with: { type: 'json' } }),
});
