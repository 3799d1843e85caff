import vi from '../../../locales/vi/lookup.json' with { type: 'json' };
import { defineNamespace } from '../namespace.js';

export const lookup = defineNamespace('lookup', vi, {
  en: () => import('../../../locales/en/lookup.json', { with: { type: 'json' } }),
});
